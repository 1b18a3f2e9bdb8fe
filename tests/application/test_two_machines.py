"""Two machines that went their own ways can unite what was answered, in whichever order."""

from __future__ import annotations

import itertools
import shutil
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

import pytest

from aws_flash.application.mending import mended
from aws_flash.domain.backup import Backup, Reason
from aws_flash.domain.card import Standing
from aws_flash.domain.review import DaySum, Rating, Review
from tests.application.conftest import Watch, World
from tests.application.editions import Shelf, cloze, edition, reversed_note

KNEW, MISSED = Rating.KNEW, Rating.MISSED
Machines = tuple[World, World]
EVER = (-(2**60), 2**60)


@pytest.fixture
def machines(tmp_path: Path) -> Iterator[Machines]:
    """A collection, and a copy of it on another machine, whose ids have other chances."""
    first = World(tmp_path / "first")
    first.fill()
    study(first, KNEW, MISSED)
    first.collection.close()
    shutil.copytree(tmp_path / "first", tmp_path / "second")
    first = World(tmp_path / "first", first.watch, first.numbers)
    second = World(tmp_path / "second", Watch(), itertools.count(1_000_000))
    yield first, second
    first.collection.close()
    second.collection.close()


def study(world: World, *ratings: Rating) -> None:
    """Answer on this day and on the next, and take the last answer back."""
    for _ in range(2):
        turn = world.study.begin()
        for rating in itertools.islice(itertools.cycle(ratings), 8):
            if turn.asked is not None:
                turn = world.study.answer(turn, rating, 4000).value
            world.watch.pass_by(seconds=7)
        world.study.undo(turn.session)
        world.watch.pass_by(days=1)


def reviews(world: World) -> dict[int, Review]:
    every = world.operations.read(lambda tables: list(tables.reviews.every()))
    return {review.id: review for review in every}


def take_in(world: World, others: dict[int, Review]) -> None:
    """Add the rows of the other machine, an answer being undone if it is on either; then mend."""
    own = reviews(world)
    rows = [
        replace(row, undone=row.undone or own.get(key, row).undone) for key, row in others.items()
    ]
    world.operations.run_without_step(lambda tables: tables.reviews.put_all(rows))
    clock = world.study._clock
    mended(world.collection, clock, world.ids, lambda: Backup("", 0, Reason.MENDING))


def standings(world: World) -> dict[int, Standing]:
    every = world.operations.read(lambda tables: list(tables.cards.every()))
    return {card.id: card.standing for card in every}


def sums(world: World) -> set[DaySum]:
    found = world.operations.read(lambda tables: tables.reviews.sums(*EVER))
    return {one for one in found if one.took}


def test_no_id_is_made_on_both_machines(machines: Machines) -> None:
    first, second = machines
    common = reviews(first)
    study(first, KNEW)
    study(second, MISSED)
    assert reviews(first).keys() & reviews(second).keys() == common.keys()
    assert len(reviews(first)) > len(common)


def test_both_stand_where_all_answers_lead(machines: Machines) -> None:
    first, second = machines
    study(first, KNEW)
    study(second, MISSED, KNEW)
    of_first, of_second = reviews(first), reviews(second)
    take_in(first, of_second)
    take_in(second, of_first)
    assert reviews(first) == reviews(second)
    assert reviews(first).keys() == of_first.keys() | of_second.keys()
    assert standings(first) == standings(second)
    assert sums(first) == sums(second)


def test_an_answer_taken_back_on_one_machine_stays_so_on_both(machines: Machines) -> None:
    first, second = machines
    of_second = reviews(second)
    first.watch.pass_by(days=-1)
    taken_back = first.study.undo(first.study.begin().session).step
    assert taken_back is not None
    (key,) = (key for key, row in reviews(first).items() if row != of_second[key])
    take_in(second, reviews(first))
    take_in(first, of_second)
    assert reviews(first)[key].undone
    assert reviews(second)[key].undone


def test_a_deck_that_each_machine_got_by_itself_has_the_same_cards_by_guid(tmp_path: Path) -> None:
    named: list[set[tuple[str, int]]] = []
    for start in (1, 1_000_000):
        world = World(tmp_path / str(start), numbers=itertools.count(start))
        shelf = Shelf(world)
        shelf.load(edition(0, reversed_note("a", "A"), cloze("b", "{{c1::x}} {{c7::y}}")))
        cards = {guid: shelf.cards(guid) for guid in shelf.notes()}
        named.append({(guid, card.ordinal) for guid, some in cards.items() for card in some})
        world.collection.close()
    assert named[0] == named[1] == {("a", 0), ("a", 1), ("b", 1), ("b", 7)}
