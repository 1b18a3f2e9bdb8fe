"""Notes as people write them, read as drafts of cards."""
