"""Our own form of a deck, a folder of plain text that diffs well: see docs/formats/native.md."""

from __future__ import annotations
