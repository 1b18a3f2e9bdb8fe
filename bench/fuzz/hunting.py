"""A process that tries mutated files one after the other; run as a process of its own.

`python -m bench.fuzz.hunting READER SEED FIRST SECONDS FOLDER` tells a line for each thing: "trying
NUMBER", "came WORD" (read, refused, ...), "found NUMBER" with the finding in JSON after it. It
lives under a limit of memory, so that what asks for more is a finding too. The same reader, seed
and number make the same file again.
"""

from __future__ import annotations

import json
import random
import sys
import time
import traceback
from collections.abc import Sequence
from pathlib import Path
from typing import Final

from aws_flash.formats.form import Reader
from aws_flash.formats.registry import readers
from bench.fuzz.corpus import Sample, by_reader, samples
from bench.fuzz.structures import changed_within
from bench.fuzz.trying import UnsoundError, tried

MEMORY: Final = 512 * 2**20
_TAKEN_IN: Final = 0.1
"""The share of files that go through the whole import: that takes twenty times as long."""


def made(reader: str, seed: int, number: int, good: Sequence[Sample]) -> tuple[str, bytes, bool]:
    """Return a mutated file: its name, its content, and whether it is to be taken in."""
    chance = random.Random(f"{reader} {seed} {number}")  # noqa: S311 - the same file each time
    name, content = chance.choice(good)
    others = [other for _, other in good]
    return name, changed_within(content, chance, others), chance.random() < _TAKEN_IN


def hunt(reader: Reader, seed: int, first: int, seconds: float, folder: Path) -> None:
    """Try files from number `first` on until the time is over."""
    good = by_reader(samples())[reader.id]
    end = time.monotonic() + seconds
    number = first
    while time.monotonic() < end:
        _tell(f"trying {number}")
        name, content, takes_in = made(reader.id, seed, number, good)
        path = folder / name
        path.write_bytes(content)
        try:
            _tell(f"came {tried(reader, path, takes_in=takes_in)}")
        except Exception as fault:  # noqa: BLE001 - whatever it is, it is what we look for
            _tell(f"found {number} {_told(fault)}")
        path.unlink()
        number += 1


def _told(fault: Exception) -> str:
    """Return a finding as JSON: where it happened is what tells it from others."""
    frames = traceback.extract_tb(fault.__traceback__)
    inside = [frame for frame in frames if "aws_flash" in frame.filename] or list(frames)
    place = f"{Path(inside[-1].filename).name}:{inside[-1].lineno}"
    told = fault if isinstance(fault, UnsoundError) else place
    what = f"{type(fault).__name__}: {told}"
    trace = "".join(traceback.format_exception(fault))
    return json.dumps({"what": what, "trace": trace[-6000:]})


def _tell(line: str) -> None:
    print(line, flush=True)


def _limit_memory() -> None:
    try:
        import resource
    except ImportError:  # Windows has none
        return
    resource.setrlimit(resource.RLIMIT_AS, (MEMORY, MEMORY))


def main() -> None:
    """Hunt as the arguments say."""
    reader_id, seed, first, seconds, folder = sys.argv[1:]
    reader = next(one for one in readers() if one.id == reader_id)
    _limit_memory()
    hunt(reader, int(seed), int(first), float(seconds), Path(folder))


if __name__ == "__main__":
    main()
