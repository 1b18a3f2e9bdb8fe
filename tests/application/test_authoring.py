"""A user's own cards: written, edited without losing progress, and thrown away."""

from __future__ import annotations

import pytest

from aws_flash.domain.card import Card
from aws_flash.domain.errors import Gone, Refused
from aws_flash.domain.kind import Family
from aws_flash.domain.note import Note
from aws_flash.domain.review import Rating
from tests.application.conftest import START, World

KMS = 3
IS_ASKED, IS_ASIDE = False, True


def notes(world: World) -> dict[int, Note]:
    return world.operations.read(lambda tables: {note.id: note for note in tables.notes.every()})


def cards_of(world: World, note_id: int) -> list[Card]:
    return world.operations.read(lambda tables: tables.cards.of_notes([note_id]))


def asides(world: World, note_id: int) -> dict[int, bool]:
    return {card.ordinal: card.aside for card in cards_of(world, note_id)}


@pytest.fixture
def gaps(world: World) -> int:
    """A note with three gaps: KMS is regional in 2026."""
    return max(notes(world))


def test_a_new_card_comes_last_in_its_topic(world: World) -> None:
    note_id = world.authoring.add_card("Who?", "<b>Ann</b>", KMS).value
    (card,) = cards_of(world, note_id)
    assert (card.topic_id, card.position) == (KMS, 3)
    assert notes(world)[note_id].field("Answer") == "<b>Ann</b>"


@pytest.mark.parametrize(
    ("question", "answer", "missing"),
    [("", "Yes", "question"), ("<p> </p>", "Yes", "question"), ("Why?", "&nbsp;<br>", "answer")],
)
def test_a_card_that_would_show_nothing_is_refused(
    world: World, question: str, answer: str, missing: str
) -> None:
    before = notes(world)
    with pytest.raises(Refused) as refused:
        world.authoring.add_card(question, answer, KMS)
    assert refused.value.why == f"the {missing} is empty"
    assert notes(world) == before


def test_a_card_needs_a_topic_that_is_there(world: World) -> None:
    before = notes(world)
    with pytest.raises(Gone):
        world.authoring.add_card("Who?", "Ann", topic_id=99)
    assert notes(world) == before


def test_a_note_that_is_gone_cannot_be_edited(world: World) -> None:
    with pytest.raises(Gone):
        world.authoring.edit(99, {"Text": "x"})


def test_a_gap_that_is_edited_away_comes_back_with_its_progress(world: World, gaps: int) -> None:
    turn = world.study.begin(topic_id=KMS)
    while turn.asked is not None and turn.asked.card.note_id != gaps:
        turn = world.study.answer(turn, Rating.KNEW, 1000).value
    world.study.answer(turn, Rating.KNEW, 1000)
    before = cards_of(world, gaps)
    assert before[0].standing.box == 2
    text = notes(world)[gaps].field("Text")
    world.authoring.edit(gaps, {"Text": "It is {{c2::regional}}, {{c4::not global}}."})
    assert asides(world, gaps) == {1: IS_ASIDE, 2: IS_ASKED, 3: IS_ASIDE, 4: IS_ASKED}
    world.authoring.edit(gaps, {"Text": text})
    assert cards_of(world, gaps)[:3] == before


def test_an_edit_that_changes_nothing_is_no_step(world: World, gaps: int) -> None:
    done = world.authoring.edit(gaps, {"Explanation": "", "No such field": "x"})
    assert done.step is None
    assert world.operations.undo().value is None


def test_a_note_is_looked_up_with_its_family(world: World, gaps: int) -> None:
    assert world.authoring.look_up(gaps) == (notes(world)[gaps], Family.CLOZE)
    with pytest.raises(Gone):
        world.authoring.look_up(404)


def test_a_corrected_fact_counts_as_checked_today(world: World, gaps: int) -> None:
    world.authoring.correct(gaps, {"Explanation": "Now so."})
    note = notes(world)[gaps]
    assert note.field("Explanation") == "Now so."
    assert note.provenance is not None
    assert note.provenance.checked_on == START.date()
    world.operations.undo()
    assert notes(world)[gaps].provenance is None
    assert notes(world)[gaps].field("Explanation") != "Now so."


def test_the_other_card_of_a_note_stays_when_one_is_deleted(world: World, gaps: int) -> None:
    first, *others = cards_of(world, gaps)
    assert world.authoring.delete_cards([first.id]).value == 1
    assert cards_of(world, gaps) == others


def test_a_note_goes_with_the_last_card_that_it_asks(world: World, gaps: int) -> None:
    world.authoring.edit(gaps, {"Text": "Only {{c2::regional}} is asked."})
    shown = [card.id for card in cards_of(world, gaps) if not card.aside]
    world.authoring.delete_cards(shown)
    assert gaps not in notes(world)
    assert cards_of(world, gaps) == []
    world.operations.undo()
    assert asides(world, gaps) == {1: IS_ASIDE, 2: IS_ASKED, 3: IS_ASIDE}
