"""How long a preview of a package takes, beside unpacking it and fetching all of its rows."""

from __future__ import annotations

import tempfile
from collections.abc import Iterator
from functools import partial
from pathlib import Path
from typing import Final

from bench.peers.comparison import Comparison
from bench.peers.report import Compared
from bench.peers.turns import by_turns
from bench.peers.work import FORMS, Work
from bench.processes import answered

GOAL: Final = 2.0
PLAIN: Final = "plain reading"


def previews(work: Work) -> Iterator[Comparison]:
    """Yield both forms, without reviews and with ten a note."""
    for reviews in (0, work.reviews):
        for form in FORMS:
            name = f"preview of apkg {form}, {work.told(reviews)}"
            yield Comparison((name,), partial(_compared, work, form, reviews, name))


def _compared(work: Work, form: str, reviews: int, name: str) -> list[Compared]:
    package = work.package(form, reviews)
    ours, floors = by_turns(
        work.rounds, lambda: _ours(work, package), lambda: answered("bare_preview", None, package)
    )
    for told in ours:
        if any(told[part] != floors[0][part] for part in ("notes", "reviews")):
            raise AssertionError(f"a preview of {told}, rows of {floors[0]}")
    values, least = ([one["took"] for one in side] for side in (ours, floors))
    return [Compared(name, values, least, GOAL, PLAIN)]


def _ours(work: Work, package: Path) -> dict[str, float]:
    with tempfile.TemporaryDirectory(dir=work.folder) as folder:
        profile = Path(folder, "profile").absolute()
        told: dict[str, float] = answered("program_preview", None, profile, package)
        return told
