"""Checkpoint to model file and back."""
