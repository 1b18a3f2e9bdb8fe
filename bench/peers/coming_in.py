"""How long a table takes to come in, the same package again, and taking an import back."""

from __future__ import annotations

import tempfile
from collections.abc import Iterator
from functools import partial
from pathlib import Path
from typing import Any, Final

from bench.peers.comparison import Comparison
from bench.peers.other_end import Anki
from bench.peers.report import Compared
from bench.peers.turns import by_turns
from bench.peers.work import FORMS, Work
from bench.processes import answered
from bench.report import thousands

TABLE_GOAL: Final = 0.8
UNDO_GOAL: Final = 0.7
ITSELF: Final = "the import"


def coming_in(work: Work) -> Iterator[Comparison]:
    """Yield a table, and packages of both forms that come twice and are taken back."""
    table = f"import CSV, {thousands(work.notes)} rows"
    yield Comparison((table,), partial(_table, work, table))
    for form in FORMS:
        told = f"apkg {form}, {work.told()}"
        names = (f"undo of {told}", f"undo beside undo, {told}", f"same file again, {told}")
        yield Comparison(names, partial(_package, work, form, names))


def _table(work: Work, name: str) -> list[Compared]:
    file = work.table()
    ours, theirs = by_turns(work.rounds, lambda: _ours(work, file), lambda: _theirs(work, file))
    return [Compared(name, _all(ours, "import"), _all(theirs, "import"), TABLE_GOAL)]


def _package(work: Work, form: str, names: tuple[str, ...]) -> list[Compared]:
    file = work.package(form)
    ours, theirs = by_turns(work.rounds, lambda: _ours(work, file), lambda: _theirs(work, file))
    undo, beside, again = names
    undone = _all(ours, "undo")
    return [
        Compared(undo, undone, _all(ours, "import"), UNDO_GOAL, ITSELF),
        Compared(beside, undone, _all(theirs, "undo"), None),
        Compared(again, _all(ours, "again"), _all(theirs, "again"), None),
    ]


def _ours(work: Work, file: Path) -> dict[str, float]:
    with tempfile.TemporaryDirectory(dir=work.folder) as folder:
        profile = Path(folder, "profile").absolute()
        told: dict[str, float] = answered("program_arrival", None, profile, file, "all")
    _check(work, told["notes"])
    return told


def _theirs(work: Work, file: Path) -> dict[str, Any]:
    more = {} if file.suffix == ".csv" else {"back": True, "again": True}
    with Anki() as anki:
        told = anki.imported(file, **more)
    _check(work, told["counts"]["notes"])
    _check(work, work.notes + told.get("left", {"notes": 0})["notes"])
    return told


def _check(work: Work, notes: float) -> None:
    """Both must have done the whole work."""
    if notes != work.notes:
        raise AssertionError(f"{notes} notes of {work.notes}")


def _all(told: list[dict[str, Any]], name: str) -> list[float]:
    return [one[name] for one in told]
