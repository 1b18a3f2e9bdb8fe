"""Building blocks of the pages; they know the theme and nothing of topics or cards."""

from __future__ import annotations
