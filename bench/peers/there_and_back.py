"""How long packages take to come in and to go out, here and in Anki."""

from __future__ import annotations

import tempfile
from collections.abc import Iterator
from functools import partial
from pathlib import Path
from statistics import median
from typing import Any, Final

from aws_flash.formats.apkg.form import LEGACY_WRITER, WRITER
from bench.peers.comparison import Comparison
from bench.peers.other_end import Anki
from bench.peers.report import Compared
from bench.peers.turns import by_turns
from bench.peers.work import FORMS, Work
from bench.processes import answered

GOAL: Final = 1.0
WAYS: Final = ("import", "export")
PARTS: Final = ("reading", "taking in", "gathering", "writing")
WRITERS: Final = {"legacy": LEGACY_WRITER, "new": WRITER}


def there_and_back(work: Work) -> Iterator[Comparison]:
    """Yield both forms, without reviews and with ten a note."""
    for reviews in (0, work.reviews):
        for form in FORMS:
            names = tuple(f"{way} apkg {form}, {work.told(reviews)}" for way in WAYS)
            yield Comparison(names, partial(_compared, work, form, reviews, names))


def _compared(work: Work, form: str, reviews: int, names: tuple[str, ...]) -> list[Compared]:
    package = work.package(form, reviews)
    ours, theirs = by_turns(
        work.rounds, lambda: _ours(work, package, form), lambda: _theirs(work, package, form)
    )
    parts = {part: median(one[part] for one in ours) for part in PARTS}
    told = ", ".join(f"{part} {took:.2f} s" for part, took in parts.items())
    print(f"{names[0]}: {told}, {ours[-1]['memory']:.0f} MB", flush=True)
    return [
        Compared(name, [one[way] for one in ours], [one[way] for one in theirs], GOAL)
        for way, name in zip(WAYS, names, strict=True)
    ]


def _ours(work: Work, package: Path, form: str) -> dict[str, float]:
    with tempfile.TemporaryDirectory(dir=work.folder) as folder:
        place = Path(folder).absolute()
        profile, out = place / "profile", place / "out.apkg"
        told: dict[str, float] = answered(
            "program_package", None, profile, package, out, WRITERS[form].id
        )
        return told


def _theirs(work: Work, package: Path, form: str) -> dict[str, Any]:
    with tempfile.TemporaryDirectory(dir=work.folder) as folder, Anki() as anki:
        out = Path(folder, "out.apkg").absolute()
        return anki.imported(package, out=str(out), legacy=form == "legacy")
