"""A newer edition of a deck: content moves on; progress and the user's own edits stay."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

import pytest

from aws_flash.domain.bundle import BundledTopic
from aws_flash.domain.card import NEW
from aws_flash.domain.changes import Action
from aws_flash.domain.provenance import Provenance, Source, Then, Volatility
from aws_flash.domain.review import ReviewKind
from tests.application.conftest import World
from tests.application.editions import (
    SEEN,
    TODAY,
    TOPICS,
    Shelf,
    basic,
    cloze,
    edition,
    reversed_note,
)

TOLD = Provenance(checked_on=date(2026, 11, 1), volatility=Volatility.LIMIT)


@pytest.fixture
def shelf(empty_world: World) -> Shelf:
    """A collection with two cards and a text with two holes, all of them studied."""
    shelf = Shelf(empty_world)
    shelf.load(edition(0, basic("a", "A"), basic("b", "B"), cloze("c", "{{c1::1}} {{c2::2}}")))
    for guid in "abc":
        shelf.study(guid)
    return shelf


def test_new_content_comes_in_and_progress_stays(shelf: Shelf) -> None:
    done = shelf.load(edition(1, basic("a", "A now"), basic("b", "B"), basic("new", "N")))
    assert (shelf.answer("a"), shelf.answer("b"), shelf.answer("new")) == ("A now", "B", "N")
    assert shelf.cards("a")[0].standing == replace(SEEN, due=TODAY + 7)
    assert shelf.cards("b")[0].standing == SEEN
    assert [one.guid for one in done.value.update.updated] == ["a"]
    assert done.value.update.added == ("new",)


def test_an_update_is_one_step_that_can_be_undone(shelf: Shelf) -> None:
    done = shelf.load(edition(1, basic("a", "A now"), basic("new", "N")))
    assert done.step is not None
    assert (done.step.action, done.step.subject, done.step.count) == (
        Action.UPDATE_DECK,
        "A deck",
        4,
    )
    shelf.world.operations.undo()
    assert (shelf.answer("a"), sorted(shelf.notes())) == ("A", ["a", "b", "c"])
    assert shelf.ask("b") == [0]


def test_cards_of_a_changed_fact_are_due_within_a_week_and_their_rows_say_so(shelf: Shelf) -> None:
    shelf.load(edition(1, basic("a", "A now"), basic("b", "B now"), cloze("c", "{{c1::1}}")))
    card = shelf.cards("a")[0]
    assert (card.standing.due, shelf.rebuilt(card)) == (TODAY + 7, card.standing)
    rows = shelf.world.operations.read(lambda tables: tables.reviews.of_card(card.id))
    assert [row.kind for row in rows] == [ReviewKind.SET_BOX, ReviewKind.FACT_CHANGED]
    shelf.world.operations.undo()
    assert shelf.cards("a")[0].standing == SEEN == shelf.rebuilt(card)


def test_a_card_that_is_due_sooner_or_was_never_seen_stays_as_it_is(shelf: Shelf) -> None:
    shelf.load(edition(1, basic("new", "N"), basic("a", "A")))
    soon = replace(shelf.cards("a")[0], standing=replace(SEEN, due=TODAY + 2))
    shelf.world.operations.run_without_step(lambda tables: tables.cards.put_all([soon]))
    shelf.load(edition(2, basic("new", "N now"), basic("a", "A now")))
    assert shelf.cards("a")[0].standing.due == TODAY + 2
    assert shelf.cards("new")[0].standing == NEW


def test_more_about_where_a_fact_comes_from_is_taken_in_silence(shelf: Shelf) -> None:
    told = Provenance(sources=(Source("STS", "https://docs.example/sts"),), statements=("S1",))
    notes = (replace(basic("a", "A"), provenance=told), basic("b", "B"))
    done = shelf.load(edition(1, *notes, cloze("c", "{{c1::1}} {{c2::2}}")))
    assert (done.step, done.value.update.count) == (None, 0)
    assert shelf.notes()["a"].provenance == told
    assert shelf.cards("a")[0].standing == SEEN


def test_what_the_notes_said_is_part_of_the_fact(shelf: Shelf) -> None:
    told = Provenance(then=Then("1 hour", "12 hours", "2018"))
    done = shelf.load(edition(1, replace(basic("a", "A"), provenance=told)))
    assert [one.guid for one in done.value.update.changed] == ["a"]


def test_new_sources_are_no_clash_with_an_edit_of_the_users(shelf: Shelf) -> None:
    shelf.edit("a", Answer="My A")
    sourced = Provenance(sources=(Source("STS", "https://docs.example/sts"),))
    done = shelf.load(edition(1, replace(basic("a", "A"), provenance=sourced)))
    assert (done.value.update.clashing, done.value.update.kept) == ((), ("a",))
    assert shelf.answer("a") == "My A"


def test_the_decks_tags_move_on_where_the_user_has_no_others(shelf: Shelf) -> None:
    shelf.load(edition(1, replace(basic("x", "X"), tags=("old",))))
    shelf.load(edition(2, replace(basic("x", "X"), tags=("new",))))
    assert shelf.notes()["x"].tags == ("new",)


def test_an_edit_of_the_users_stays_when_the_deck_has_nothing_new(shelf: Shelf) -> None:
    shelf.edit("a", Answer="My A")
    done = shelf.load(edition(1, basic("a", "A"), basic("b", "B now")))
    assert shelf.answer("a") == "My A"
    assert done.value.update.kept == ("a",)


def test_where_both_changed_a_card_the_users_text_stays_and_both_are_told(shelf: Shelf) -> None:
    shelf.edit("a", Answer="My A")
    done = shelf.load(edition(1, basic("a", "A now")))
    [clash] = done.value.update.clashing
    assert shelf.answer("a") == "My A"
    assert dict(clash.mine.fields)["Answer"] == "My A"
    assert dict(clash.theirs.fields)["Answer"] == "A now"
    assert shelf.load(edition(2, basic("a", "A now"))).value.update.clashing == ()


def test_the_users_tags_stay(shelf: Shelf) -> None:
    tagged = replace(shelf.notes()["a"], tags=("mine",))
    shelf.world.operations.run_without_step(lambda tables: tables.notes.put_all([tagged]))
    shelf.load(edition(1, replace(basic("a", "A now"), tags=("theirs",))))
    assert (shelf.answer("a"), shelf.notes()["a"].tags) == ("A now", ("mine",))


def test_a_card_that_left_the_deck_is_set_aside_and_comes_back_with_its_progress(
    shelf: Shelf,
) -> None:
    done = shelf.load(edition(1, basic("b", "B"), cloze("c", "{{c1::1}} {{c2::2}}")))
    assert (done.value.update.dropped, shelf.ask("a")) == (("a",), [])
    assert shelf.load(edition(2, basic("b", "B"))).value.update.dropped == ("c",)
    shelf.load(edition(3, basic("a", "A"), basic("b", "B")))
    assert shelf.ask("a") == [0]
    assert shelf.cards("a")[0].standing == SEEN


def test_a_card_that_the_user_edited_stays_when_it_leaves_the_deck(shelf: Shelf) -> None:
    shelf.edit("a", Answer="My A")
    shelf.load(edition(1, basic("b", "B")))
    assert shelf.ask("a") == [0]


def test_a_hole_that_is_gone_is_set_aside_and_a_new_one_asked(shelf: Shelf) -> None:
    shelf.load(edition(1, cloze("c", "{{c2::two}} {{c3::three}}")))
    assert shelf.ask("c") == [2, 3]
    assert [card.standing.box for card in shelf.cards("c")] == [SEEN.box, SEEN.box, 0]


def test_what_the_user_deleted_does_not_come_back(shelf: Shelf) -> None:
    shelf.delete("a")
    done = shelf.load(edition(1, basic("a", "A now"), basic("b", "B now")))
    assert "a" not in shelf.notes()
    assert done.value.update.added == ()


def test_what_only_a_tombstone_knows_does_not_come_back_either(shelf: Shelf) -> None:
    shelf.delete("a")
    shelf.world.operations.run_without_step(lambda tables: tables.deck_notes.remove_all(["a"]))
    shelf.load(edition(1, basic("a", "A now"), basic("b", "B now")))
    assert "a" not in shelf.notes()


def test_one_of_two_cards_that_the_user_deleted_does_not_come_back(shelf: Shelf) -> None:
    shelf.load(edition(1, reversed_note("r", "R")))
    shelf.world.authoring.delete_cards([shelf.cards("r")[1].id])
    shelf.load(edition(2, reversed_note("r", "R now")))
    assert (shelf.answer("r"), shelf.ask("r")) == ("R now", [0])


def test_a_deleted_topic_does_not_come_back_nor_does_anything_in_it(shelf: Shelf) -> None:
    shelf.world.topics.delete(shelf.topics()["Topic-iam"].id)
    below = (*TOPICS[:2], BundledTopic("Topic-new", "Topic-sts", "Tokens", 1), TOPICS[2])
    notes = (basic("a", "A"), basic("x", "X"), basic("y", "Y", "Topic-new"), basic("z", "Z"))
    done = shelf.load(edition(1, *notes[:3], replace(notes[3], topic="Topic-kms"), topics=below))
    assert list(shelf.topics()) == ["Topic-kms"]
    assert done.value.update.added == ("z",)
    assert sorted(shelf.notes()) == ["c", "z"]


def test_topics_stay_as_the_user_has_them_and_new_ones_come(shelf: Shelf) -> None:
    topics = shelf.topics()
    shelf.world.topics.rename(topics["Topic-sts"].id, "Tokens")
    shelf.world.topics.move(topics["Topic-sts"].id, topics["Topic-kms"].id, 0)
    below = (*TOPICS[:2], BundledTopic("Topic-new", "Topic-sts", "Limits", 1), TOPICS[2])
    shelf.load(edition(1, basic("x", "X", "Topic-new"), topics=below))
    after = shelf.topics()
    assert after["Topic-sts"].name == "Tokens"
    assert after["Topic-sts"].parent_id == after["Topic-kms"].id
    assert after["Topic-new"].parent_id == after["Topic-sts"].id


def test_a_fact_checked_again_is_dated_by_the_last_check_and_is_no_edit(shelf: Shelf) -> None:
    shelf.load(edition(1, replace(basic("a", "A"), provenance=TOLD)))
    mine = replace(TOLD, checked_on=date(2027, 3, 1))
    shelf.check("a", mine)
    theirs = replace(TOLD, checked_on=date(2027, 1, 1))
    done = shelf.load(edition(2, replace(basic("a", "A now"), provenance=theirs)))
    assert (shelf.answer("a"), shelf.notes()["a"].provenance) == ("A now", mine)
    later = replace(TOLD, checked_on=date(2027, 6, 1))
    done = shelf.load(edition(3, replace(basic("a", "A now"), provenance=later)))
    assert shelf.notes()["a"].provenance == later
    assert (done.step, done.value.update.count) == (None, 0)


def test_a_faulty_edition_sets_nothing_aside(shelf: Shelf) -> None:
    broken = replace(basic("b", "B"), fields=(("Question", '<img src="gone.png">'),))
    shelf.load(edition(1, broken))
    assert shelf.ask("a") == [0]
