"""Corpora to arrays: documents, their features, batches of them, and what other models say of them."""
