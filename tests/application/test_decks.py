"""The deck that comes with the program: its first loading."""

from __future__ import annotations

import json
from dataclasses import replace
from pathlib import Path

import pytest

from aws_flash.domain.bundle import held_medium
from aws_flash.domain.changes import Changed
from aws_flash.domain.errors import DeckInvalid
from aws_flash.domain.picture import Picture, with_picture
from aws_flash.resources import resource
from tests.application.conftest import World
from tests.application.editions import Shelf, basic, cloze, edition, reversed_note

DECK = resource("decks", "aws-security")


@pytest.fixture
def shelf(empty_world: World) -> Shelf:
    return Shelf(empty_world)


def test_our_deck_comes_in_whole_with_its_pictures(shelf: Shelf) -> None:
    done = shelf.decks.load_built_in(DECK)
    assert done is not None
    files = sorted((DECK / "topics").glob("*.json"))
    guids = [note["guid"] for file in files for note in json.loads(file.read_bytes())["notes"]]
    assert done.value.problems == ()
    assert sorted(shelf.notes()) == sorted(guids)
    media = shelf.world.operations.read(lambda tables: list(tables.media.every()))
    assert {medium.name: shelf.media.path_of(medium.digest).read_bytes() for medium in media} == {
        path.name: path.read_bytes() for path in (DECK / "media").iterdir()
    }


def test_topics_stand_in_the_order_of_the_deck(shelf: Shelf) -> None:
    shelf.load(edition(0, basic("a", "A")))
    topics = shelf.topics()
    assert [topic.name for topic in topics.values()] == ["IAM", "STS", "KMS"]
    assert topics["Topic-sts"].parent_id == topics["Topic-iam"].id


def test_cards_stand_in_their_topic_in_the_order_of_the_deck(shelf: Shelf) -> None:
    text = "{{c1::KMS}} is {{c2::regional}}"
    shelf.load(edition(0, basic("a", "A"), reversed_note("b", "B"), cloze("c", text)))
    places = [(card.ordinal, card.position) for guid in "abc" for card in shelf.cards(guid)]
    assert places == [(0, 1), (0, 2), (1, 2), (1, 1), (2, 1)]
    assert shelf.cards("c")[0].topic_id == shelf.topics()["Topic-kms"].id


def test_the_first_loading_is_no_step_of_the_users(shelf: Shelf) -> None:
    done = shelf.load(edition(0, basic("a", "A")))
    assert done.step is None
    assert done.changed & Changed.CARDS
    assert done.value.update.added == ("a",)
    assert shelf.world.operations.undo().value is None


@pytest.mark.parametrize("number", [3, 2])
def test_an_edition_that_is_no_newer_changes_nothing(shelf: Shelf, number: int) -> None:
    shelf.load(edition(3, basic("a", "A")))
    assert shelf.offer(edition(number, basic("a", "B"), basic("b", "B"))) is None
    assert (shelf.answer("a"), list(shelf.notes())) == ("A", ["a"])


def test_a_deck_without_a_manifest_that_fits_changes_nothing(shelf: Shelf, tmp_path: Path) -> None:
    (tmp_path / "deck.json").write_text("{}")
    with pytest.raises(DeckInvalid):
        shelf.decks.load_built_in(tmp_path)
    assert shelf.topics() == {}


def test_a_faulty_deck_comes_in_as_far_as_it_can_and_whole_once_mended(shelf: Shelf) -> None:
    question = with_picture("Which line?", Picture("lines.svg", "Two lines"))
    asked = replace(basic("b", "B"), fields=(("Question", question), ("Answer", "B")))
    whole = replace(
        edition(0, basic("a", "A"), asked), media=(held_medium("lines.svg", b"<svg/>"),)
    )
    done = shelf.load(replace(whole, notes=whole.notes, media=()))
    assert [problem.where for problem in done.value.problems] == ["note b"]
    assert sorted(shelf.notes()) == ["a", "b"]
    mended = shelf.load(whole)
    assert (mended.value.problems, mended.step) == ((), None)
    assert shelf.offer(whole) is None
