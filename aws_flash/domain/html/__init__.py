"""HTML of strangers: read, put in order, kept within bounds and made harmless.

The way through it: `tokens` reads, `nesting` orders, `open_elements` bounds, `sanitise` judges.
"""

from __future__ import annotations
