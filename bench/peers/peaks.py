"""How much memory an import takes at most, beside the size of the collection in the package."""

from __future__ import annotations

import tempfile
from collections.abc import Iterator
from dataclasses import replace
from functools import partial
from pathlib import Path
from typing import Final

from bench.peers.comparison import Comparison
from bench.peers.report import Compared
from bench.peers.work import FORMS, Work
from bench.processes import answered

GOAL: Final = 4.0
UNPACKED: Final = "unpacked"
MILLION: Final = 1_000_000
MOST: Final = 3e9 / 2**20
"""What a million notes may take, in the megabytes in which memory is told."""


def peaks(work: Work) -> Iterator[Comparison]:
    """Yield both forms; the same notes and pages each time, so that once is enough."""
    for form in FORMS:
        name = f"peak memory of import apkg {form}, {work.told()}"
        yield Comparison((name,), partial(_beside_file, work, form, name))


def peaks_of_a_million(work: Work) -> Iterator[Comparison]:
    """Yield a package of a million notes in the new form: minutes, and gigabytes of disk."""
    million = replace(work, notes=MILLION)
    name = f"peak memory of import apkg new, {million.told()}"
    yield Comparison((name,), partial(_beside_limit, million, "new", name))


def _beside_file(work: Work, form: str, name: str) -> list[Compared]:
    peak = _peak(work, form)
    unpacked = answered("bare_preview", None, work.package(form))["megabytes"]
    return [Compared(name, [peak], [unpacked], GOAL, UNPACKED, "MB")]


def _beside_limit(work: Work, form: str, name: str) -> list[Compared]:
    return [Compared(name, [_peak(work, form)], [MOST], 1.0, "3 GB", "MB")]


def _peak(work: Work, form: str) -> float:
    package = work.package(form)
    with tempfile.TemporaryDirectory(dir=work.folder) as folder:
        profile = Path(folder, "profile").absolute()
        told = answered("program_arrival", None, profile, package, "memory")
    if told["notes"] != work.notes:
        raise AssertionError(f"{told['notes']} notes of {work.notes}")
    print(f"{package.stem}: {told['import']:.1f} s, {told['memory']:.0f} MB", flush=True)
    return float(told["memory"])
