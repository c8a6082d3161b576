"""The two networks of docs/notes/ in PyTorch, and a larger one that teaches them."""
