"""Compares the program with Anki: `python -m bench.peers --help`."""

from __future__ import annotations

import argparse
import tempfile
from collections.abc import Sequence
from datetime import datetime
from pathlib import Path

from aws_flash.domain.days import day_of
from aws_flash.resources import resource
from bench.peers.report import table, write
from bench.peers.round_trips import trips
from bench.peers.speed import speeds
from bench.processes import ROOT

BUILD = ROOT / "build"
NOTES = 100_000
ROUNDS = 3


def main(arguments: Sequence[str] | None = None) -> int:
    """Send files through Anki and back, then measure both; 1 if something came back otherwise."""
    asked = _parser().parse_args(arguments)
    folder = BUILD / "bench"
    folder.mkdir(parents=True, exist_ok=True)
    today = day_of(datetime.now().astimezone(), 4)
    faults = 0
    with tempfile.TemporaryDirectory(dir=folder) as place:
        for name, wrong in trips(asked.files, Path(place), today):
            print(f"{name}: {'; '.join(wrong) or 'equal'}", flush=True)
            faults += bool(wrong)
        if not asked.no_speed:
            rows = []
            for row in speeds(asked.notes, asked.rounds, Path(place)):
                rows.append(row)
                write(rows, asked.output)
            print(table(rows), asked.output, sep="\n")
    return int(faults > 0)


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
    parser.add_argument("--notes", type=int, default=NOTES)
    parser.add_argument("--rounds", type=int, default=ROUNDS)
    parser.add_argument("--output", type=Path, default=BUILD / "bench-peers.json")
    return parser


if __name__ == "__main__":
    raise SystemExit(main())
