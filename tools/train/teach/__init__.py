"""Learning: the loop, its losses and scores, and teachers."""
