"""aws-flash: flashcards for AWS certification students."""

from __future__ import annotations

__version__ = "0.1.0"
