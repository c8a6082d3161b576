"""Both networks in numpy: what the engine is tested against."""
