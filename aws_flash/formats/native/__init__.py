"""Our own form of a deck, a folder of plain text that diffs well: see docs/formats/native.md."""

from __future__ import annotations

from aws_flash.formats.native.reading import read_deck, read_folder
from aws_flash.formats.native.writing import write_folder

__all__ = ["read_deck", "read_folder", "write_folder"]
