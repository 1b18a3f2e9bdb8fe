"""Facts past their shelf life: listed, dated anew, or set aside."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

import pytest

from aws_flash.application.rechecking import Recheck, Rechecking
from aws_flash.domain.bundle import BundledNote
from aws_flash.domain.changes import Action, Changed
from aws_flash.domain.provenance import Provenance, Source, Volatility
from aws_flash.domain.shelf_life import ShelfLives
from tests.application.conftest import START, World
from tests.application.editions import Shelf, basic, cloze, edition, reversed_note

SOURCES = (Source("STS", "https://docs.example/sts", "2025"),)


def told(note: BundledNote, checked_on: date, sort: Volatility = Volatility.LIMIT) -> BundledNote:
    provenance = Provenance(sources=SOURCES, checked_on=checked_on, volatility=sort)
    return replace(note, provenance=provenance)


@pytest.fixture
def shelf(empty_world: World) -> Shelf:
    """Today is 24 November 2026: two limits are stale, one is fresh, one note tells nothing."""
    shelf = Shelf(empty_world)
    old = told(reversed_note("old", "Old"), date(2025, 9, 24))
    older = told(basic("older", "Older"), date(2024, 1, 1))
    fresh = told(basic("fresh", "Fresh"), date(2025, 11, 24))
    shelf.load(edition(0, basic("bare", "Bare"), fresh, old, older))
    return shelf


@pytest.fixture
def rechecking(shelf: Shelf) -> Rechecking:
    return shelf.world.rechecking


def asked(found: tuple[Recheck, ...]) -> list[str]:
    return [one.question for one in found]


def test_stale_facts_wait_the_oldest_first(shelf: Shelf, rechecking: Rechecking) -> None:
    found = rechecking.waiting()
    assert asked(found) == ["What is older?", "What is old?"]
    assert found[1] == Recheck(
        note_id=shelf.notes()["old"].id,
        card_id=shelf.cards("old")[0].id,
        question="What is old?",
        answer="Old",
        path=("IAM", "STS"),
        checked_on=date(2025, 9, 24),
        months=14,
        volatility=Volatility.LIMIT,
        sources=SOURCES,
    )
    assert asked(rechecking.waiting(limit=1)) == ["What is older?"]


def test_what_is_still_true_is_dated_today_and_no_edit(
    shelf: Shelf, rechecking: Rechecking
) -> None:
    done = rechecking.still_true([one.note_id for one in rechecking.waiting()])
    assert (done.value, rechecking.waiting()) == (2, ())
    provenance = shelf.notes()["old"].provenance
    assert provenance is not None
    assert provenance.checked_on == START.date()
    later = shelf.load(edition(1, told(reversed_note("old", "Old now"), date(2026, 1, 1))))
    assert later.value.update.clashing == ()
    assert shelf.answer("old") == "Old now"


def test_the_step_says_how_many_and_can_be_undone(shelf: Shelf, rechecking: Rechecking) -> None:
    done = rechecking.still_true([one.note_id for one in rechecking.waiting()])
    assert done.step is not None
    assert (done.step.action, done.step.count) == (Action.STILL_TRUE, 2)
    shelf.world.operations.undo()
    assert len(rechecking.waiting()) == 2


def test_what_is_set_aside_is_asked_no_more(shelf: Shelf, rechecking: Rechecking) -> None:
    done = rechecking.set_aside([shelf.notes()["old"].id])
    assert done.changed is Changed.CARDS
    assert [card.suspended for card in shelf.cards("old")] == [True, True]
    assert asked(rechecking.waiting()) == ["What is older?"]
    shelf.world.operations.undo()
    assert len(rechecking.waiting()) == 2


def test_a_fact_with_one_card_left_waits_and_shows_that_one(
    shelf: Shelf, rechecking: Rechecking
) -> None:
    first, second = shelf.cards("old")
    away = replace(first, suspended=True)
    shelf.world.operations.run_without_step(lambda tables: tables.cards.put_all([away]))
    assert rechecking.waiting()[1].card_id == second.id


def test_shelf_lives_of_the_users_hold(shelf: Shelf, rechecking: Rechecking) -> None:
    settings = shelf.world.options.read()
    shelf.world.options.change(replace(settings, shelf_lives=ShelfLives(limit=800)))
    assert asked(rechecking.waiting()) == ["What is older?"]
    shelf.world.operations.undo()
    assert len(rechecking.waiting()) == 2


def test_an_edit_leaves_the_date(shelf: Shelf, rechecking: Rechecking) -> None:
    shelf.edit("old", Answer="My old")
    assert "What is old?" in asked(rechecking.waiting())


def test_today_counts_what_waits(shelf: Shelf, rechecking: Rechecking) -> None:
    def counts(topic_id: int | None = None) -> tuple[int, int]:
        today = shelf.world.overviews.look(topic_id).today
        return today.recheck, today.changed_facts

    assert counts() == (len(rechecking.waiting()), 0) == (2, 0)
    assert counts(shelf.topics()["Topic-sts"].id) == (0, 0)
    rechecking.set_aside([shelf.notes()["old"].id])
    shelf.load(edition(1, told(basic("older", "Older now"), date(2026, 11, 1))))
    assert counts() == (0, 1)
    shelf.delete("older")
    assert counts() == (0, 0)


def test_their_number_is_that_of_the_whole_list(rechecking: Rechecking) -> None:
    assert rechecking.number() == 2
    assert len(rechecking.waiting(limit=1)) == 1
    rechecking.still_true([one.note_id for one in rechecking.waiting()])
    assert rechecking.number() == 0


def test_a_text_with_gaps_is_asked_with_its_gaps_filled(
    shelf: Shelf, rechecking: Rechecking
) -> None:
    gaps = told(cloze("gaps", "Up to {{c1::12}} hours"), date(2024, 1, 1))
    shelf.load(edition(1, gaps))
    found = rechecking.waiting()
    assert [(one.question, one.answer) for one in found] == [("Up to 12 hours", "")]
