"""Faulty notes and files become problems; the rest of a deck is read."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import pytest

from aws_flash.domain.bundle import Bundle
from aws_flash.domain.errors import DeckInvalid, FileUnreadable
from aws_flash.formats.native.reading import read_folder

MANIFEST: dict[str, Any] = {
    "format": "aws-flash deck",
    "format_version": 1,
    "guid": "Deck000001",
    "edition": "2026.11.0",
    "name": "A deck",
    "topics": [
        {
            "guid": "Topic00001",
            "name": "STS",
            "description": "",
            "file": "topics/sts.json",
            "topics": [],
        }
    ],
}
BASIC: dict[str, Any] = {
    "guid": "Note000001",
    "kind": "basic",
    "question": "Longest session?",
    "answer": "12 hours",
}
OPTION = {"text": "a", "right": True, "reason": "because"}
PART = {"label": "a", "left": 0.1, "top": 0.1, "width": 0.5, "height": 0.5}
GOOD = {**BASIC, "guid": "Note000002", "question": "Shortest session?"}


def read(
    folder: Path, *notes: object, manifest: object = MANIFEST, topic: str = "Topic00001"
) -> Bundle:
    (folder / "topics").mkdir(exist_ok=True)
    (folder / "deck.json").write_text(json.dumps(manifest), encoding="utf-8")
    file = {"topic": topic, "notes": notes}
    (folder / "topics" / "sts.json").write_text(json.dumps(file), encoding="utf-8")
    return read_folder(folder)


@pytest.mark.parametrize(
    "fault",
    [
        {"guid": None},
        {"guid": "with space"},
        {"guid": GOOD["guid"]},
        {"kind": "essay"},
        {"kind": ["basic"]},
        {"question": None},
        {"question": ""},
        {"question": 7},
        {"question": "half a \ud800 pair"},
        {"answer": {"deep": {}}},
        {"colour": "red"},
        {"text": "{{c1::not a key of this kind}}"},
        {"fields": {"Question": "beside other content"}},
        {"explanation": ["a"]},
        {"picture": "a.svg\n"},
        {"picture": "../a.svg"},
        {"picture": "https://example.org/a.svg"},
        {"alt": "of no picture"},
        {"tags": "sts"},
        {"tags": ["two words"]},
        {"tags": [["sts"]]},
        {"sources": [{"title": "T", "link": "file:///etc/passwd"}]},
        {"sources": [{"title": "T", "link": "javascript:alert(1)"}]},
        {"sources": [{"title": "", "link": "https://example.org"}]},
        {"sources": [{"title": "T", "link": "https://example.org", "author": "x"}]},
        {"sources": ["https://example.org"]},
        {"checked_on": "23 November 2026"},
        {"checked_on": "20261123"},
        {"volatility": "never"},
        {"statements": [1]},
        {"then": {"said": "only half"}},
        {"see_also": [""]},
        {"silenced": ["two facts"]},
        {"silenced": {"two facts": ""}},
        {"silenced": {"two facts": None}},
        {"silenced": {" ": "a reason"}},
        {"silenced": {"two facts": "of two\nlines"}},
        {"domain": "two\nlines"},
        {"exam": "x" * 2000},
        {"kind": "choice", "answer": None, "options": []},
        {"kind": "choice", "answer": None, "options": [{**OPTION, "right": False}]},
        {"kind": "choice", "answer": None, "options": [{**OPTION, "right": "yes"}]},
        {"kind": "choice", "answer": None, "options": [{**OPTION, "text": " "}]},
        {"kind": "choice", "answer": None, "options": [OPTION] * 9},
        {"kind": "typed", "accepted": ["two\nlines"]},
        {"kind": "picture", "answer": None, "picture": "a.svg", "parts": []},
        {"kind": "picture", "answer": None, "parts": [PART]},
        {"kind": "picture", "answer": None, "picture": "a.svg", "parts": [{**PART, "left": 0.9}]},
        {"kind": "picture", "answer": None, "picture": "a.svg", "parts": [{**PART, "width": 0}]},
        {"kind": "picture", "answer": None, "picture": "a.svg", "parts": [{**PART, "top": True}]},
        {
            "kind": "picture",
            "answer": None,
            "picture": "a.svg",
            "parts": [{**PART, "top": 10**400}],
        },
    ],
    ids=lambda fault: ascii(fault)[:70],
)
def test_a_faulty_note_is_told_and_left_out(tmp_path: Path, fault: dict[str, Any]) -> None:
    changed = {**BASIC, **fault}
    note = {key: value for key, value in changed.items() if value is not None}
    bundle = read(tmp_path, GOOD, note)
    assert [one.guid for one in bundle.notes] == [GOOD["guid"]]
    assert [problem.where for problem in bundle.problems] == ["“STS”, note 2"]


@pytest.mark.parametrize("found", [None, 7, "text", [BASIC]])
def test_what_is_no_object_is_no_note(tmp_path: Path, found: object) -> None:
    bundle = read(tmp_path, found, GOOD)
    assert [one.guid for one in bundle.notes] == [GOOD["guid"]]
    assert len(bundle.problems) == 1


def test_a_medium_that_is_not_there_is_told_and_the_note_read(tmp_path: Path) -> None:
    bundle = read(tmp_path, {**BASIC, "explanation": '<img src="gone.png">'})
    assert len(bundle.notes) == 1
    assert [problem.where for problem in bundle.problems] == ["note Note000001"]


@pytest.mark.parametrize(
    "fault",
    [
        {"format": "other"},
        {"format_version": 2},
        {"format_version": True},
        {"guid": None},
        {"edition": "soon"},
        {"name": " "},
        {"name": 7},
        {"authors": [1]},
        {"topics": {}},
        {"topics": ["STS"]},
        {"topics": [{"guid": "Topic00001"}]},
        {"topics": MANIFEST["topics"] * 2},
        {"topics": [MANIFEST["topics"][0], {**MANIFEST["topics"][0], "guid": "Topic00002"}]},
        {"topics": [{**MANIFEST["topics"][0], "file": 7}]},
    ],
    ids=str,
)
def test_a_faulty_manifest_is_no_deck(tmp_path: Path, fault: dict[str, Any]) -> None:
    with pytest.raises(DeckInvalid) as caught:
        read(tmp_path, GOOD, manifest={**MANIFEST, **fault})
    assert caught.value.where == "deck.json"


def test_a_key_that_the_manifest_should_not_have_is_told(tmp_path: Path) -> None:
    bundle = read(tmp_path, GOOD, manifest={**MANIFEST, "colour": "red"})
    assert [problem.where for problem in bundle.problems] == ["deck.json"]
    assert len(bundle.notes) == 1


def test_a_folder_without_a_manifest_is_unreadable(tmp_path: Path) -> None:
    with pytest.raises(FileUnreadable) as caught:
        read_folder(tmp_path)
    assert caught.value.path == str(tmp_path / "deck.json")


def test_a_topic_file_of_another_topic_is_left_out(tmp_path: Path) -> None:
    bundle = read(tmp_path, GOOD, topic="Topic00009")
    assert (bundle.notes, len(bundle.problems)) == ((), 1)


def test_a_topic_file_that_is_missing_or_not_listed_is_told(tmp_path: Path) -> None:
    read(tmp_path, GOOD)
    (tmp_path / "topics" / "sts.json").rename(tmp_path / "topics" / "other.json")
    bundle = read_folder(tmp_path)
    assert [one.where for one in bundle.problems] == ["the file of “STS”", "topics/other.json"]
