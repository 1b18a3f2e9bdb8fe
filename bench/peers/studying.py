"""How long a first card, answers and the tree take, here and in Anki, both without a window."""

from __future__ import annotations

import shutil
from collections.abc import Iterator
from datetime import datetime
from functools import partial
from pathlib import Path
from typing import Any, Final, NamedTuple

from aws_flash.domain.days import day_of
from aws_flash.domain.settings import Settings
from bench.peers.comparison import Comparison
from bench.peers.other_end import studied
from bench.peers.report import Compared
from bench.peers.turns import by_turns
from bench.peers.work import Work
from bench.processes import answered
from bench.profiles import copied, made
from bench.report import size_of, thousands

FIRST_GOAL: Final = 0.5
ANSWER_GOAL: Final = 1.0
TREE_GOAL: Final = 0.6
ROOT_TOPIC: Final = "Topic 1"
"""All generated cards hang below it: what is studied, on both sides."""


class Day(NamedTuple):
    """What it may bring, minutes and new cards here, reviews and new cards in Anki; and answers."""

    ours: tuple[int, int]
    theirs: tuple[int, int]
    answers: int


WIDE: Final = Day((600, 999), (9_999, 9_999), 100)
"""As wide as each program lets them be, nearly: thousands of cards wait on both sides."""
USUAL: Final = Day((20, 10), (200, 20), 0)
"""What each program begins with; for the first card alone."""


def studying(work: Work) -> Iterator[Comparison]:
    """Yield the one run that gives all of it."""
    size = f"{thousands(work.notes)} cards, {thousands(work.reviews)} reviews"
    names = tuple(
        f"{what}, {size}"
        for what in (
            "first card",
            "answer and next card",
            "answer and next card, p99",
            "deck tree with counts",
            "tree and Today beside deck tree",
            "first card with usual limits",
        )
    )
    yield Comparison(names, partial(_compared, work, names))


def _compared(work: Work, names: tuple[str, ...]) -> list[Compared]:
    profile, collection = _both(work)
    ours, theirs = _sides(work, profile, collection, WIDE)
    our_usual, their_usual = _sides(work, profile, collection, USUAL)
    first, answer, slowest, tree, overview, usual = names
    answers, their_answers = _all(ours, "answers"), _all(theirs, "answers")
    trees = _all(theirs, "trees")
    return [
        Compared(first, _all(ours, "first"), _all(theirs, "first"), FIRST_GOAL, unit="ms"),
        Compared(answer, answers, their_answers, ANSWER_GOAL, unit="ms"),
        Compared(slowest, answers, their_answers, ANSWER_GOAL, unit="ms", quantile=0.99),
        Compared(tree, _all(ours, "trees"), trees, TREE_GOAL, unit="ms"),
        Compared(overview, _all(ours, "overviews"), trees, None, unit="ms"),
        Compared(usual, _all(our_usual, "first"), _all(their_usual, "first"), None, unit="ms"),
    ]


def _sides(
    work: Work, profile: Path, collection: Path, day: Day
) -> tuple[list[dict[str, Any]], list[dict[str, Any]]]:
    return by_turns(
        work.rounds,
        lambda: _ours(work, profile, day),
        lambda: _theirs(work, collection, day),
    )


def _both(work: Work) -> tuple[Path, Path]:
    """Return a profile, and a collection of Anki's with the same cards, made once a day."""
    today = day_of(datetime.now().astimezone(), Settings().day_begins_at)
    generated = made(work.kept, size_of(work.notes, today))
    both = generated.with_name(f"{generated.name}-both")
    profile, collection = both / "profile", both / "anki"
    if not both.exists():
        unfinished = generated.with_name(f"{generated.name}-both-unfinished")
        shutil.rmtree(unfinished, ignore_errors=True)
        opened = copied(generated, unfinished / "profile").absolute()
        package = (work.folder / "many-studied.apkg").absolute()
        answered("program_leaving", None, opened, package)
        (unfinished / "anki").mkdir()
        told = studied((unfinished / "anki" / "collection.anki2").absolute(), package)
        if told["reviews"] != work.reviews:
            raise AssertionError(f"{told} in Anki, of {work.notes} and {work.reviews}")
        unfinished.rename(both)
    return profile, collection


def _ours(work: Work, profile: Path, day: Day) -> dict[str, Any]:
    copy = copied(profile, work.folder / "studied").absolute()
    told: dict[str, Any] = answered("program_study", None, copy, ROOT_TOPIC, day.answers, *day.ours)
    return told


def _theirs(work: Work, collection: Path, day: Day) -> dict[str, Any]:
    copy = copied(collection, work.folder / "studied-in-anki").absolute()
    return studied(copy / "collection.anki2", ROOT_TOPIC, day.answers, *day.theirs)


def _all(told: list[dict[str, Any]], name: str) -> list[float]:
    return [took for one in told for took in one[name]]
