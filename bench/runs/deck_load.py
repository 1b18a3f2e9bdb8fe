"""The deck that ships, read and checked as at the first launch, beside its floor."""

from __future__ import annotations

import json
import sys
from pathlib import Path

from aws_flash.app import BUILT_IN_DECK
from aws_flash.formats.native.reading import read_folder
from aws_flash.resources import resource
from bench.timing import timed

WARM = 3


def main(reads: int) -> None:
    """Print what so many reads took, the program's and the floor's by turns."""
    folder = resource(*BUILT_IN_DECK)
    took: list[float] = []
    bare_took: list[float] = []
    for _ in range(WARM + reads):
        bare_took.append(timed(lambda: _parsed(folder)))
        took.append(timed(lambda: read_folder(folder)))
    print(json.dumps({"values": took[WARM:], "floors": bare_took[WARM:]}))


def _parsed(folder: Path) -> tuple[list[object], list[bytes]]:
    """Read the same files with nothing but the plain library."""
    files = [folder / "deck.json", *sorted((folder / "topics").iterdir())]
    found: list[object] = []
    for path in files:
        with path.open("rb") as file:
            found.append(json.load(file))
    return found, [path.read_bytes() for path in (folder / "media").iterdir()]


if __name__ == "__main__":
    main(int(sys.argv[1]))
