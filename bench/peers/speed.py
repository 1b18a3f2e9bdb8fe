"""How long packages take to come in and to go out, here and in Anki, by turns."""

from __future__ import annotations

import tempfile
from collections.abc import Iterator
from datetime import UTC, datetime
from pathlib import Path
from statistics import median
from typing import Final

from aws_flash.domain.monitor import Unwatched
from aws_flash.formats.apkg.form import LEGACY_WRITER, WRITER
from bench.peers.many_notes import DAY_MS, many
from bench.peers.other_end import Anki
from bench.peers.report import PeerRow, row
from bench.processes import answered
from bench.report import thousands

GOAL: Final = 1.0
PARTS: Final = ("reading", "taking in", "gathering", "writing")
REVIEWS: Final = 10
"""Answers for each note, where there are some."""


def speeds(notes: int, rounds: int, folder: Path) -> Iterator[PeerRow]:
    """Yield rows for both forms, without reviews and with ten a note."""
    today = int(datetime.now(UTC).timestamp()) * 1000 // DAY_MS
    for reviews in (0, REVIEWS * notes):
        bundle = many(notes, reviews, today)
        for form, writer in (("legacy", LEGACY_WRITER), ("new", WRITER)):
            package = folder / f"many-{form}.apkg"
            writer.write(bundle, package, Unwatched())
            told = f", {thousands(notes)} notes" + (
                f", {thousands(reviews)} reviews" if reviews else ""
            )
            yield from _compared(package, f"apkg {form}{told}", writer.id, rounds)


def _compared(package: Path, name: str, format_id: str, rounds: int) -> Iterator[PeerRow]:
    ours, theirs = [], []
    for _ in range(rounds):
        with tempfile.TemporaryDirectory(dir=package.parent) as folder, Anki() as anki:
            profile, out = Path(folder, "profile").absolute(), Path(folder, "out.apkg").absolute()
            legacy = package.stem.endswith("legacy")
            theirs.append(anki.imported(package, out=str(out), legacy=legacy))
            ours.append(
                answered("program_package", None, profile, package.absolute(), out, format_id)
            )
    parts = {name: median(one[name] for one in ours) for name in PARTS}
    told = ", ".join(f"{name} {took:.2f} s" for name, took in parts.items())
    print(f"{name}: {told}, {ours[-1]['memory']:.0f} MB", flush=True)
    for way in ("import", "export"):
        values, peers = ([one[way] for one in side] for side in (ours, theirs))
        yield row(f"{way} {name}", values, peers, GOAL)
