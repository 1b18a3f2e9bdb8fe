"""Throws mutated files at every reader: `python -m bench.fuzz --help`, or `make fuzz`."""

from __future__ import annotations

import argparse
import sys
import time
from collections.abc import Sequence
from pathlib import Path
from typing import Final

from aws_flash.domain.errors import UserError
from aws_flash.formats.registry import reader_for, readers
from aws_flash.formats.source import Source
from bench.fuzz.corpus import ROOT, by_reader, samples
from bench.fuzz.hunting import MEMORY, made
from bench.fuzz.report import Report
from bench.fuzz.trying import tried
from bench.fuzz.watching import SECONDS_A_FILE, watched

SECONDS: Final = 60.0
BUILD: Final = ROOT / "build" / "fuzz"


def main(arguments: Sequence[str] | None = None) -> int:
    """Hunt for the time asked in each reader; return 1 where anything was found."""
    asked = _parser().parse_args(arguments)
    if asked.replay:
        return _replayed(asked.replay)
    good = by_reader(samples())
    seed = time.monotonic_ns() if asked.seed is None else asked.seed
    asked.output.mkdir(parents=True, exist_ok=True)
    found = 0
    for reader in asked.only or [reader.id for reader in readers()]:
        if reader not in good:
            print(f"{reader}: there is no sample to begin with")
            found += 1
            continue
        report = watched(reader, seed, asked.seconds)
        _keep(report, asked.output, good[reader])
        print(report.line(), flush=True)
        found += len(report.findings)
    return 1 if found else 0


def _parser() -> argparse.ArgumentParser:
    limits = f"{MEMORY // 2**20} MB and {SECONDS_A_FILE:.0f} s for each file"
    parser = argparse.ArgumentParser(prog="make fuzz", description=f"{__doc__} Within {limits}.")
    known = [reader.id for reader in readers()]
    parser.add_argument("--only", nargs="+", choices=known, metavar="READER")
    parser.add_argument("--seconds", type=float, default=SECONDS, help="for each reader")
    parser.add_argument(
        "--hour", action="store_const", const=3600.0, dest="seconds", help="an hour for each reader"
    )
    parser.add_argument("--seed", type=int, help="the files of an earlier run again")
    parser.add_argument("--replay", type=Path, metavar="FILE", help="try a file that was kept")
    parser.add_argument("--output", type=Path, default=BUILD, metavar="FOLDER")
    return parser


def _keep(report: Report, folder: Path, good: Sequence[tuple[str, bytes]]) -> None:
    """Write each finding: the file itself, and beside it what happened and how to make it anew."""
    for finding in report.findings:
        name, content, _ = made(report.reader, report.seed, finding.number, good)
        path = folder / f"{report.reader}-{report.seed}-{finding.number}-{name}"
        path.write_bytes(content)
        path.with_name(f"{path.name}.why.txt").write_text(
            f"{finding.what}\nseed {report.seed}, number {finding.number}, {finding.times} times\n"
            f'make fuzz ARGS="--replay {path}"\n\n{finding.trace}',
            "utf-8",
        )


def _replayed(path: Path) -> int:
    """Try one file whole, and let what goes wrong be seen."""
    with Source(path) as source:
        try:
            reader = reader_for(source)
        except UserError as error:
            print(f"{type(error).__name__}: {error}")
            return 0
    begun = time.monotonic()
    print(reader.id, tried(reader, path, takes_in=True), f"{time.monotonic() - begun:.1f} s")
    return 0


if __name__ == "__main__":
    sys.exit(main())
