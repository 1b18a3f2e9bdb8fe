"""Decks in Markdown, in the ways that people write them, and out again."""
