"""Notes among the formats: any text with lines is taken, the surer the more it looks like notes."""

from __future__ import annotations

from typing import Final

from aws_flash.formats.form import Reader
from aws_flash.formats.notes_outline.reading import read
from aws_flash.formats.notes_outline.recognising import recognise

READER: Final = Reader(
    "notes-outline",
    "Notes",
    (".txt", ".md", ".markdown", ".org", ".opml", ".text"),
    recognise,
    read,
)
