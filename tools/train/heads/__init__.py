"""What is learned on the vectors of a finished encoder, and confidence."""
