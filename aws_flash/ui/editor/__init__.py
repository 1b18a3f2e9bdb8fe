"""Writing cards: the small editor over a review, and plain sheets for new cards and topics."""

from __future__ import annotations
