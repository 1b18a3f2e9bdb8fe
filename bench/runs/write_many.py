"""Writes a file to measure with, in a process that gives the memory for it back."""

from __future__ import annotations

import csv
import sys
from datetime import UTC, datetime
from pathlib import Path

from aws_flash.domain.bundle import Bundle
from aws_flash.domain.monitor import Unwatched
from aws_flash.formats.apkg.form import LEGACY_WRITER, WRITER
from bench.peers.many_notes import DAY_MS, many

HEAD = "#separator:Comma\n#html:true\n#notetype:Basic\n#columns:Front,Back,Tags\n#tags column:3\n"
"""What both programs take from a file without being asked anything; Anki's manual lists it."""


def main(notes: int, reviews: int, path: Path) -> None:
    """Write a bundle of so many notes; what the file is called says in which form."""
    bundle = many(notes, reviews, int(datetime.now(UTC).timestamp()) * 1000 // DAY_MS)
    if path.suffix == ".csv":
        _write_table(bundle, path)
    else:
        writer = LEGACY_WRITER if path.stem.endswith("legacy") else WRITER
        writer.write(bundle, path, Unwatched())
    print("null")


def _write_table(bundle: Bundle, path: Path) -> None:
    with path.open("w", encoding="utf-8", newline="") as file:
        file.write(HEAD)
        csv.writer(file).writerows(
            (*(html for _, html in note.fields[:2]), " ".join(note.tags)) for note in bundle.notes
        )


if __name__ == "__main__":
    main(int(sys.argv[1]), int(sys.argv[2]), Path(sys.argv[3]))
