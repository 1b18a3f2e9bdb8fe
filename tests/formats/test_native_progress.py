"""cards.jsonl and reviews.jsonl: faulty lines are told, the others read."""

from __future__ import annotations

import json
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest

from aws_flash.domain.bundle import Bundle, BundledCard, BundledNote, BundledTopic, Progress
from aws_flash.formats.native.reading import read_folder
from aws_flash.formats.native.writing import write_folder

TOPIC = BundledTopic("Topic00001", None, "STS", 1)
FIELDS = (("Question", "a"), ("Answer", "b"), ("Explanation", ""))
NOTE = BundledNote("Note000001", TOPIC.guid, "basic", FIELDS)
CARD: dict[str, Any] = {"card": {"note": NOTE.guid, "ordinal": 0}}
STANDING = {"box": 2, "rest": 3, "due": "2026-11-24", "lapses": 0, "streak": 1}
REVIEW: dict[str, Any] = {
    **CARD,
    "at": 1795510800000,
    "kind": "answer",
    "rating": "knew",
    "before": {"box": 0, "rest": 0, "due": None, "lapses": 0, "streak": 0},
    "after": STANDING,
    "took_ms": 6400,
    "undone": False,
}


@pytest.fixture
def deck(tmp_path: Path) -> Path:
    write_folder(Bundle("Deck000001", "Deck", "1", "", (TOPIC,), (NOTE,)), tmp_path / "deck")
    return tmp_path / "deck"


def with_line(deck: Path, file: str, line: object) -> Bundle:
    (deck / file).write_text(f"{json.dumps(line)}\n\n", "utf-8")
    return read_folder(deck)


def test_a_card_that_is_as_its_note_says_needs_no_line(tmp_path: Path) -> None:
    plain = Bundle("Deck000001", "Deck", "1", "", (TOPIC,), (NOTE,))
    listed = replace(plain, cards=(BundledCard(NOTE.guid, 0, TOPIC.guid),))
    write_folder(listed, tmp_path / "deck")
    assert not (tmp_path / "deck" / "cards.jsonl").exists()


def test_a_line_says_what_is_a_cards_own(deck: Path) -> None:
    bundle = with_line(deck, "cards.jsonl", {**CARD, "flag": 3, "standing": STANDING})
    progress = Progress(rest=3, due=20_781, lapses=0, streak=1, box=2)
    assert bundle.cards == (BundledCard(NOTE.guid, 0, flag=3, progress=progress),)


@pytest.mark.parametrize(
    "fault",
    [
        {"card": {"note": "Note000009", "ordinal": 0}},
        {"card": {"note": NOTE.guid, "ordinal": -1}},
        {"card": {"note": NOTE.guid, "ordinal": True}},
        {"card": None},
        {"flag": 9},
        {"suspended": 1},
        {"skipped_until": "tomorrow"},
        {"skipped_until": 5},
        {"standing": {"box": 3}},
        {"standing": {**STANDING, "box": 6}},
        {"standing": {**STANDING, "rest": 1e9}},
        {"colour": "red"},
    ],
    ids=str,
)
def test_a_faulty_card_is_told_and_left_out(deck: Path, fault: dict[str, Any]) -> None:
    bundle = with_line(deck, "cards.jsonl", {**CARD, **fault})
    assert bundle.cards == ()
    assert [problem.where for problem in bundle.problems] == ["cards.jsonl, line 1"]
    assert bundle.notes == (NOTE,)


@pytest.mark.parametrize(
    "fault",
    [
        {"kind": "guess"},
        {"kind": "reset"},
        {"rating": None},
        {"rating": "perhaps"},
        {"at": "now"},
        {"at": 2**60},
        {"took_ms": -1},
        {"after": {**STANDING, "due": None}},
        {"day": "2026-13-01"},
        {"topic": ""},
    ],
    ids=str,
)
def test_a_faulty_review_is_told_and_left_out(deck: Path, fault: dict[str, Any]) -> None:
    bundle = with_line(deck, "reviews.jsonl", {**REVIEW, **fault})
    assert bundle.reviews == ()
    assert [problem.where for problem in bundle.problems] == ["reviews.jsonl, line 1"]


def test_a_line_that_is_no_json_is_told_and_the_next_is_read(deck: Path) -> None:
    (deck / "reviews.jsonl").write_text("{nonsense\n" + json.dumps(REVIEW))
    bundle = read_folder(deck)
    assert len(bundle.reviews) == 1
    assert [problem.where for problem in bundle.problems] == ["reviews.jsonl, line 1"]
