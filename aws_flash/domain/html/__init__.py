"""HTML of strangers: read, put in order, kept within bounds and made harmless."""

from __future__ import annotations
