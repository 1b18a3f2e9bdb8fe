"""Measures the program against floors in the same run: `python -m bench --help`."""

from __future__ import annotations

import argparse
import os
import tempfile
from collections.abc import Sequence
from datetime import datetime
from pathlib import Path

from aws_flash.domain.days import day_of
from aws_flash.domain.settings import Settings
from bench.items import ITEMS, Work, measured
from bench.processes import ROOT
from bench.profiles import made
from bench.report import growths, row_of, size_of, table, thousands, write

BUILD = ROOT / "build"
CARDS = (10_000, 100_000)
ROUNDS = 9
QUICK_ROUNDS = 3


def main(arguments: Sequence[str] | None = None) -> None:
    """Measure, write build/bench.json, print the table and how the figures grow."""
    asked = _parser().parse_args(arguments)
    rounds = QUICK_ROUNDS if asked.quick else asked.rounds
    found = []
    for cards in asked.cards:
        print(f"{thousands(cards)} cards, {rounds} rounds, load {_load()}", flush=True)
        profile = made(BUILD / "bench", size_of(cards, _today()))
        with tempfile.TemporaryDirectory(dir=BUILD / "bench") as folder:
            found.extend(measured(asked.only, Work(profile, Path(folder), cards, rounds)))
    rows = [row_of(one) for one in found]
    write(rows, asked.output)
    print(table(rows), "", *growths(found), "", f"load {_load()}; {asked.output}", sep="\n")


def _parser() -> argparse.ArgumentParser:
    parser = argparse.ArgumentParser(prog="make bench", description=__doc__)
    parser.add_argument("--only", nargs="+", choices=ITEMS, default=list(ITEMS), metavar="ITEM")
    parser.add_argument("--cards", nargs="+", type=int, default=list(CARDS), metavar="N")
    parser.add_argument("--rounds", type=int, default=ROUNDS)
    parser.add_argument("--quick", action="store_true", help=f"{QUICK_ROUNDS} rounds")
    parser.add_argument("--output", type=Path, default=BUILD / "bench.json")
    return parser


def _today() -> int:
    """Return the local day, as a profile with the settings of a new user counts it."""
    return day_of(datetime.now().astimezone(), Settings().day_begins_at)


def _load() -> str:
    return f"{os.getloadavg()[0]:.1f}" if hasattr(os, "getloadavg") else "unknown"


if __name__ == "__main__":
    main()
