"""Facts that a new edition changed: shown once; where the user edited, both texts are offered."""

from __future__ import annotations

from dataclasses import replace

import pytest

from aws_flash.application.fact_changes import ChangedFact, FactChanges
from aws_flash.domain.changes import Action
from aws_flash.domain.errors import Gone
from tests.application.conftest import World
from tests.application.editions import SEEN, TODAY, Shelf, basic, cloze, edition


@pytest.fixture
def shelf(empty_world: World) -> Shelf:
    """A collection with two studied cards and one never seen, of which the user edited one."""
    shelf = Shelf(empty_world)
    shelf.load(edition(0, basic("new", "N"), basic("a", "A"), basic("b", "B")))
    shelf.study("a")
    shelf.study("b")
    shelf.edit("b", Answer="My B")
    return shelf


@pytest.fixture
def changes(shelf: Shelf) -> FactChanges:
    """What waits after an edition that changed all three."""
    shelf.load(edition(1, basic("new", "N now"), basic("a", "A now"), basic("b", "B now")))
    return shelf.world.fact_changes


def texts(change: ChangedFact) -> tuple[str, str]:
    return change.before.face.answer.html, change.after.face.answer.html


def note_id(shelf: Shelf, guid: str) -> int:
    return shelf.notes()[guid].id


def test_both_texts_wait_side_by_side_and_clashes_come_first(
    shelf: Shelf, changes: FactChanges
) -> None:
    clash, known, unseen = changes.waiting()
    assert (clash.is_clash, texts(clash)) == (True, ("My B", "B now"))
    assert (known.is_clash, known.was_seen, texts(known)) == (False, True, ("A", "A now"))
    assert (unseen.was_seen, texts(unseen)) == (False, ("N", "N now"))
    assert (known.card_id, known.path) == (shelf.cards("a")[0].id, ("IAM", "STS"))


def test_a_change_shows_once(shelf: Shelf, changes: FactChanges) -> None:
    done = changes.seen([note_id(shelf, guid) for guid in ("new", "a", "b")])
    assert done.value == 2
    assert [one.note_id for one in changes.waiting()] == [note_id(shelf, "b")]
    assert done.step is not None
    assert done.step.action is Action.SEE_CHANGES
    shelf.world.operations.undo()
    assert len(changes.waiting()) == 3


def test_the_users_text_may_stay(shelf: Shelf, changes: FactChanges) -> None:
    changes.keep_mine(note_id(shelf, "b"))
    assert (shelf.answer("b"), shelf.cards("b")[0].standing) == ("My B", SEEN)
    assert not any(one.is_clash for one in changes.waiting())
    later = shelf.load(edition(2, basic("b", "B now"), basic("a", "A now")))
    assert (later.value.update.clashing, shelf.answer("b")) == ((), "My B")


def test_the_decks_text_may_be_taken(shelf: Shelf, changes: FactChanges) -> None:
    changes.take_theirs(note_id(shelf, "b"))
    card = shelf.cards("b")[0]
    assert (shelf.answer("b"), card.standing) == ("B now", replace(SEEN, due=TODAY + 7))
    assert shelf.rebuilt(card) == card.standing
    shelf.load(edition(2, basic("b", "B later"), basic("a", "A now")))
    assert shelf.answer("b") == "B later"


def test_taking_the_decks_text_can_be_undone(shelf: Shelf, changes: FactChanges) -> None:
    changes.take_theirs(note_id(shelf, "b"))
    shelf.world.operations.undo()
    assert (shelf.answer("b"), shelf.cards("b")[0].standing) == ("My B", SEEN)
    assert changes.waiting()[0].is_clash


@pytest.mark.parametrize("guid", ["a", "b"])
def test_what_is_no_clash_or_no_longer_cannot_be_settled(
    shelf: Shelf, changes: FactChanges, guid: str
) -> None:
    if guid == "b":
        changes.keep_mine(note_id(shelf, "b"))
    with pytest.raises(Gone):
        changes.take_theirs(note_id(shelf, guid))


def test_of_two_changes_before_a_look_the_first_text_is_shown(
    shelf: Shelf, changes: FactChanges
) -> None:
    shelf.load(edition(2, basic("a", "A later"), basic("b", "B now")))
    assert ("A", "A later") in map(texts, changes.waiting())


def test_a_fact_that_changed_back_before_a_look_is_no_news(
    shelf: Shelf, changes: FactChanges
) -> None:
    shelf.load(edition(2, basic("a", "A"), basic("b", "B now")))
    assert note_id(shelf, "a") not in [one.note_id for one in changes.waiting()]


def test_a_clash_tells_the_users_text_as_it_stands(shelf: Shelf, changes: FactChanges) -> None:
    shelf.edit("b", Answer="My later B")
    assert texts(changes.waiting()[0]) == ("My later B", "B now")


def test_a_deleted_card_waits_no_longer_and_comes_back_with_its_change(
    shelf: Shelf, changes: FactChanges
) -> None:
    gone = note_id(shelf, "b")
    shelf.delete("b")
    assert gone not in [one.note_id for one in changes.waiting()]
    with pytest.raises(Gone):
        changes.take_theirs(gone)
    shelf.world.operations.undo()
    assert changes.waiting()[0].note_id == gone


def test_a_card_that_left_the_deck_is_no_news_any_more(shelf: Shelf, changes: FactChanges) -> None:
    shelf.load(edition(2, basic("new", "N now"), basic("b", "B now")))
    assert note_id(shelf, "a") not in [one.note_id for one in changes.waiting()]


def test_an_update_taken_back_leaves_nothing_to_see(shelf: Shelf, changes: FactChanges) -> None:
    shelf.world.operations.undo()
    assert changes.waiting() == ()


def test_a_change_of_a_gap_shows_the_gap_in_both_texts(shelf: Shelf) -> None:
    shelf.load(edition(1, cloze("c", "KMS is {{c1::regional}}.")))
    shelf.load(edition(2, cloze("c", "KMS is {{c1::regional}} or {{c2::not}}.")))
    [change] = shelf.world.fact_changes.waiting()
    assert "regional" not in change.before.face.question.html
    assert "not" in change.after.face.question.html
