"""Compares the program with Anki: `python -m bench.peers --help`."""

from __future__ import annotations

import argparse
import os
import tempfile
from collections.abc import Iterator, Sequence
from datetime import datetime
from pathlib import Path

from aws_flash.domain.days import day_of
from aws_flash.resources import resource
from bench.peers.coming_in import coming_in
from bench.peers.comparison import Comparison, measured
from bench.peers.peaks import peaks, peaks_of_a_million
from bench.peers.previews import previews
from bench.peers.report import row_of, table
from bench.peers.round_trips import trips
from bench.peers.studying import studying
from bench.peers.there_and_back import there_and_back
from bench.peers.work import Work
from bench.processes import ROOT
from bench.report import write

BUILD = ROOT / "build"
NOTES = 100_000
ROUNDS = 3


def main(arguments: Sequence[str] | None = None) -> int:
    """Send files through Anki and back, then measure both; 1 if something came back otherwise.

    Asked for some rows only, it sends no files.
    """
    asked = _parser().parse_args(arguments)
    folder = BUILD / "bench"
    folder.mkdir(parents=True, exist_ok=True)
    faults = 0
    with tempfile.TemporaryDirectory(dir=folder) as place:
        if not asked.only:
            faults = _faults(asked.files, Path(place))
        if not asked.no_speed:
            _measure(asked, Work(asked.notes, asked.rounds, Path(place), folder))
    return int(faults > 0)


def _faults(files: list[Path], place: Path) -> int:
    today = day_of(datetime.now().astimezone(), 4)
    faults = 0
    for name, wrong in trips(files, place, today):
        print(f"{name}: {'; '.join(wrong) or 'equal'}", flush=True)
        faults += bool(wrong)
    return faults


def _measure(asked: argparse.Namespace, work: Work) -> None:
    comparisons = [*_usual(work), *(peaks_of_a_million(work) if asked.million else ())]
    print(f"{work.told()}, {work.rounds} rounds, load {_load()}", flush=True)
    rows = []
    for one in measured(comparisons, asked.only):
        rows.append(row_of(one))
        write(rows, asked.output)
        print(table(rows[-1:]).splitlines()[-1], flush=True)
    print("", table(rows), "", f"load {_load()}; {asked.output}", sep="\n")


def _usual(work: Work) -> Iterator[Comparison]:
    for comparisons in (there_and_back, coming_in, previews, peaks, studying):
        yield from comparisons(work)


def _load() -> str:
    return f"{os.getloadavg()[0]:.1f}" if hasattr(os, "getloadavg") else "unknown"


def _parser() -> argparse.ArgumentParser:
    parser = argparse.ArgumentParser(prog="make bench-peers", description=__doc__)
    parser.add_argument(
        "files",
        nargs="*",
        type=Path,
        default=[resource("decks", "aws-security")],
        help="files to send through Anki and back; the deck that ships if none is named",
    )
    parser.add_argument("--no-speed", action="store_true", help="only send files there and back")
    parser.add_argument("--only", default="", metavar="WORD", help="rows with WORD in their names")
    parser.add_argument("--million", action="store_true", help="the memory of 1 M notes as well")
    parser.add_argument("--notes", type=int, default=NOTES)
    parser.add_argument("--rounds", type=int, default=ROUNDS)
    parser.add_argument("--output", type=Path, default=BUILD / "bench-peers.json")
    return parser


if __name__ == "__main__":
    raise SystemExit(main())
