"""A deck made to do harm: it reads nothing outside its folder, and ends soon."""

from __future__ import annotations

import json
import os
from pathlib import Path
from typing import Any

import pytest

from aws_flash.domain.errors import DeckInvalid
from aws_flash.formats.native import folder as folders
from aws_flash.formats.native.reading import read_folder
from tests.formats.test_native_faults import BASIC, GOOD, MANIFEST, read


def topic(**keys: Any) -> dict[str, Any]:
    return {**MANIFEST["topics"][0], **keys}


@pytest.fixture
def outside(tmp_path: Path) -> Path:
    """A folder beside the deck's, with what a stranger would like to read."""
    place = tmp_path / "outside"
    place.mkdir()
    secret = {"topic": "Topic00001", "notes": [{**BASIC, "answer": "secret"}]}
    (place / "sts.json").write_text(json.dumps(secret))
    (place / "secret.png").write_bytes(b"secret")
    return place


@pytest.fixture
def deck(tmp_path: Path) -> Path:
    place = tmp_path / "deck"
    place.mkdir()
    read(place, GOOD)
    return place


@pytest.mark.parametrize(
    "name",
    ["../outside/sts.json", "topics/../../outside/sts.json", "/etc/hostname", "", "topics"],
)
def test_a_topic_file_elsewhere_is_not_read(deck: Path, outside: Path, name: str) -> None:
    manifest = {**MANIFEST, "topics": [topic(file=name)]}
    (deck / "deck.json").write_text(json.dumps(manifest))
    bundle = read_folder(deck)
    assert (bundle.notes, bundle.problems[0].why) == ((), "is missing")


@pytest.mark.parametrize("part", ["topics/sts.json", "topics"])
def test_links_are_not_followed_to_topics(deck: Path, outside: Path, part: str) -> None:
    (deck / "topics" / "sts.json").unlink()
    if part == "topics":
        (deck / part).rmdir()
    (deck / part).symlink_to(outside / part.removeprefix("topics").removeprefix("/"))
    bundle = read_folder(deck)
    assert bundle.notes == ()
    assert bundle.problems[0].why in {"is not a plain file", "is not a folder"}


def test_links_are_not_followed_to_media(deck: Path, outside: Path) -> None:
    (deck / "media").mkdir()
    (deck / "media" / "a.png").symlink_to(outside / "secret.png")
    bundle = read_folder(deck)
    assert bundle.media == ()
    assert [problem.where for problem in bundle.problems] == ["media/a.png"]


def test_a_manifest_that_is_a_link_is_refused(deck: Path, outside: Path) -> None:
    (deck / "deck.json").rename(outside / "deck.json")
    (deck / "deck.json").symlink_to(outside / "deck.json")
    with pytest.raises(DeckInvalid):
        read_folder(deck)


def test_a_pipe_does_not_make_the_reader_wait(deck: Path) -> None:
    (deck / "media").mkdir()
    os.mkfifo(deck / "media" / "a.png")
    assert [problem.why for problem in read_folder(deck).problems] == ["is not a plain file"]


@pytest.mark.parametrize("name", [".hidden", "con.png", "a:b.png", "a%2fb.png", "a\u202egnp.exe"])
def test_media_with_names_that_mislead_are_left_out(deck: Path, name: str) -> None:
    (deck / "media").mkdir()
    (deck / "media" / name).write_bytes(b"x")
    bundle = read_folder(deck)
    assert (bundle.media, len(bundle.problems)) == ((), 1)


def test_files_over_the_bounds_are_left_out(deck: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(folders, "MAX_MEDIUM_SIZE", 10)
    monkeypatch.setattr(folders, "MAX_FILES", 2)
    (deck / "media").mkdir()
    (deck / "media" / "a.png").write_bytes(b"x" * 11)
    (deck / "media" / "b.png").write_bytes(b"x" * 10)
    bundle = read_folder(deck)
    assert [medium.name for medium in bundle.media] == ["b.png"]
    (deck / "media" / "c.png").write_bytes(b"x")
    assert read_folder(deck).media == ()


def test_texts_are_read_up_to_their_total_size(deck: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    size = sum(file.stat().st_size for file in deck.rglob("*.json"))
    monkeypatch.setattr(folders, "MAX_TOTAL_SIZE", size + 100)
    (deck / "cards.jsonl").write_text(" " * (size + 101))
    bundle = read_folder(deck)
    assert [(one.where, one.why) for one in bundle.problems] == [("cards.jsonl", "is too large")]


@pytest.mark.parametrize(
    "written",
    [
        "[" * 200_000,
        '{"topic": ' * 50_000,
        '{"topic": "Topic00001", "notes": [], "notes": []}',
        '{"topic": "Topic00001", "notes": NaN}',
        '{"topic": "Topic00001", "notes": [1' + "0" * 10_000 + "]}",
        "\x00",
        "",
        "\ud800",
    ],
    ids=lambda written: ascii(written)[:30],
)
def test_what_is_no_sound_json_is_told(deck: Path, written: str) -> None:
    content = written.encode("utf-8", "surrogatepass")
    (deck / "topics" / "sts.json").write_bytes(content)
    bundle = read_folder(deck)
    assert (bundle.notes, len(bundle.problems)) == ((), 1)
    (deck / "deck.json").write_bytes(content)
    with pytest.raises(DeckInvalid):
        read_folder(deck)


_HALF: dict[str, Any] = {
    "guid": "k",
    "name": "Kind",
    "fields": ["F"],
    "templates": [{"name": "c", "question": "{{F}}", "answer": "{{F}}"}],
}


@pytest.mark.parametrize(
    "change",
    [
        {"description": "\ud800"},
        {"topics": [{**topic(), "description": "\ud800"}]},
        {"kinds": [{**_HALF, "css": "\ud800"}]},
        {"kinds": [{**_HALF, "templates": [{"name": "c", "question": "\ud800", "answer": ""}]}]},
    ],
    ids=["deck", "topic", "style", "template"],
)
def test_half_a_sign_is_refused_wherever_it_stands(deck: Path, change: dict[str, Any]) -> None:
    (deck / "deck.json").write_text(json.dumps({**MANIFEST, **change}))
    with pytest.raises(DeckInvalid) as caught:
        read_folder(deck)
    assert "broken sign" in caught.value.why


def test_topics_nested_too_deep_are_refused(deck: Path) -> None:
    topics: list[dict[str, Any]] = []
    for number in range(100):
        topics = [topic(guid=f"Topic{number:05}", file=None, topics=topics)]
    (deck / "deck.json").write_text(json.dumps({**MANIFEST, "topics": topics}))
    with pytest.raises(DeckInvalid) as caught:
        read_folder(deck)
    assert "nested" in caught.value.why


def test_files_of_other_programs_are_read_with_their_byte_order_mark(deck: Path) -> None:
    path = deck / "topics" / "sts.json"
    path.write_bytes(b"\xef\xbb\xbf" + path.read_bytes())
    assert len(read_folder(deck).notes) == 1
