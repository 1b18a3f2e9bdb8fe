"""The files of our deck: fit for their schemas, canonical, complete, and kind to the learner."""

from __future__ import annotations

import json
import re
from collections import Counter
from pathlib import Path
from typing import Any
from xml.etree import ElementTree as ET

import pytest
from jsonschema import Draft202012Validator

from aws_flash.resources import resource

DECK = resource("decks", "aws-security")
FORMATS = Path(__file__).parents[2] / "docs" / "formats"
MANIFEST: dict[str, Any] = json.loads((DECK / "deck.json").read_bytes())
SCHEMAS: dict[str, dict[str, Any]] = {
    name: json.loads((FORMATS / f"{name}.schema.json").read_bytes()) for name in ("deck", "topic")
}
FILES = sorted((DECK / "topics").glob("*.json"))
NOTES: list[dict[str, Any]] = [
    note for file in FILES for note in json.loads(file.read_bytes())["notes"]
]
OF_KIND = {
    kind: [note for note in NOTES if note["kind"] == kind]
    for kind in ("basic", "reversed", "cloze", "choice", "typed", "picture")
}
DRAWN = sorted((DECK / "media").glob("*.svg"))
PROVENANCE = {"tags", "sources", "checked_on", "exam", "domain", "volatility", "statements"}
NO_LONGER_SO = (
    "S01 S02 S06 S17 S20 S22 S23 S24 S38 S39 S57 S58 S65 S67 S68 S75 S78 S79 S87 S90 S112 S114 S124"
)
SHORT_HTML = {"b", "i", "code", "sub", "sup", "br"}
LONG_HTML = SHORT_HTML | {"p", "ul", "ol", "li", "table", "tr", "th", "td"}


def topics(above: dict[str, Any] = MANIFEST) -> list[dict[str, Any]]:
    return [found for topic in above["topics"] for found in (topic, *topics(topic))]


def in_order(value: Any, schema: dict[str, Any], root: dict[str, Any]) -> Any:
    """The same value with its keys as the schema has them."""
    schema = root["$defs"][schema["$ref"].rpartition("/")[2]] if "$ref" in schema else schema
    if isinstance(value, list):
        return [in_order(item, schema["items"], root) for item in value]
    if isinstance(value, dict) and "properties" in schema:
        shapes = schema["properties"]
        return {key: in_order(value[key], shapes[key], root) for key in shapes if key in value}
    return value


def words(html: str) -> int:
    shown = re.sub(r"\{\{c\d+::(.*?)(?:::.*?)?\}\}", r"\1", html)
    return len(re.sub(r"<[^>]+>", " ", shown).split())


def asked(note: dict[str, Any]) -> str:
    text: str = note["text"] if note["kind"] == "cloze" else note["question"]
    return text


def corners(part: dict[str, float]) -> tuple[float, float, float, float]:
    left, top = part["left"], part["top"]
    return left, top, left + part["width"], top + part["height"]


def explained(note: dict[str, Any]) -> str:
    text: str = note.get("explanation", "")
    return text


def name(value: Any) -> str:
    return str(value["guid"] if isinstance(value, dict) else value.name)


@pytest.mark.parametrize("file", [DECK / "deck.json", *FILES], ids=name)
def test_each_file_fits_its_schema(file: Path) -> None:
    schema = SCHEMAS["deck" if file.name == "deck.json" else "topic"]
    Draft202012Validator.check_schema(schema)
    faults = Draft202012Validator(schema).iter_errors(json.loads(file.read_bytes()))
    assert [f"{fault.json_path}: {fault.message}" for fault in faults] == []


@pytest.mark.parametrize("file", [DECK / "deck.json", *FILES], ids=name)
def test_each_file_is_written_the_one_way(file: Path) -> None:
    schema = SCHEMAS["deck" if file.name == "deck.json" else "topic"]
    ordered = in_order(json.loads(file.read_bytes()), schema, schema)
    written = json.dumps(ordered, indent=2, ensure_ascii=False) + "\n"
    assert file.read_bytes() == written.encode()


@pytest.mark.parametrize(
    "fault",
    [
        {"guid": "too short"},
        {"kind": "essay"},
        {"colour": "red"},
        {"answer": None},
        {"text": "a {{c1::hole}}"},
        {"picture": "a.svg"},
        {"picture": "../a.svg", "alt": "A picture from elsewhere"},
        {"domain": "D7"},
        {"statements": []},
        {"then": {"said": "only half of it"}},
        {"checked_on": "23 November 2026"},
        {"sources": [{"title": "Not safe", "link": "http://example.org", "read": "today"}]},
        {"kind": "cloze", "question": None, "answer": None, "text": "no hole"},
        {"kind": "choice", "answer": None, "options": [{"text": "a", "right": True}] * 3},
        {
            "kind": "choice",
            "answer": None,
            "options": [{"text": "a", "right": False, "reason": "b"}] * 3,
        },
    ],
    ids=str,
)
def test_the_schema_refuses_a_faulty_note(fault: dict[str, Any]) -> None:
    changed = {**OF_KIND["basic"][0], **fault}
    note = {key: value for key, value in changed.items() if value is not None}
    file = {"topic": "Ab3dE6gH9k", "notes": [note]}
    assert not Draft202012Validator(SCHEMAS["topic"]).is_valid(file)


def test_no_guid_is_used_twice() -> None:
    guids = [MANIFEST["guid"], *(t["guid"] for t in topics()), *(n["guid"] for n in NOTES)]
    assert [guid for guid, uses in Counter(guids).items() if uses > 1] == []


def test_topic_files_and_the_manifest_name_each_other() -> None:
    listed = {topic["file"]: topic["guid"] for topic in topics() if topic["file"]}
    found = {f"topics/{file.name}": json.loads(file.read_bytes())["topic"] for file in FILES}
    assert listed == found


def test_every_picture_named_is_there_and_every_one_there_is_named() -> None:
    named = {note["picture"] for note in NOTES if "picture" in note}
    assert named == {file.name for file in (DECK / "media").iterdir()}


@pytest.mark.parametrize("drawing", DRAWN, ids=name)
def test_a_drawing_is_plain_shapes_and_text_in_our_font(drawing: Path) -> None:
    root = ET.fromstring(drawing.read_bytes())  # noqa: S314 - a file of our own
    kinds = {element.tag.rpartition("}")[2] for element in root.iter()}
    assert kinds <= {"svg", "rect", "circle", "path", "text"}
    assert root.get("font-family") == "Inter"


@pytest.mark.parametrize("note", OF_KIND["picture"], ids=name)
def test_covered_parts_lie_in_the_picture_and_apart(note: dict[str, Any]) -> None:
    boxes = [corners(part) for part in note["parts"]]
    assert all(right <= 1 and bottom <= 1 for _, _, right, bottom in boxes)
    for at, (left, top, right, bottom) in enumerate(boxes):
        for other in boxes[at + 1 :]:
            assert other[0] >= right or other[2] <= left or other[1] >= bottom or other[3] <= top


@pytest.mark.parametrize("note", OF_KIND["picture"], ids=name)
def test_the_alternative_text_does_not_tell_what_is_covered(note: dict[str, Any]) -> None:
    assert [p["label"] for p in note["parts"] if p["label"].lower() in note["alt"].lower()] == []


def test_the_deck_has_all_nine_topics_and_every_kind() -> None:
    (root,) = MANIFEST["topics"]
    assert len(root["topics"]) == 9
    assert all(any(below["file"] for below in topics(top)) for top in root["topics"])
    assert all(OF_KIND.values())


def test_the_first_ten_notes_are_varied() -> None:
    assert len({note["kind"] for note in NOTES[:10]}) >= 5


def test_topic_names_fit_the_tree() -> None:
    assert [topic["name"] for topic in topics() if len(topic["name"]) > 22] == []


@pytest.mark.parametrize("note", NOTES, ids=name)
def test_a_note_says_where_its_fact_comes_from(note: dict[str, Any]) -> None:
    assert note.keys() >= PROVENANCE


@pytest.mark.parametrize("note", NOTES, ids=name)
def test_a_note_is_brief(note: dict[str, Any]) -> None:
    assert words(asked(note)) <= (60 if note["kind"] == "choice" else 35)
    assert words(note.get("answer", "")) <= 25
    assert words(note.get("explanation", "")) <= 60
    assert all(words(option["text"]) <= 12 for option in note.get("options", []))


@pytest.mark.parametrize("note", NOTES, ids=name)
def test_a_note_holds_only_the_html_of_the_form(note: dict[str, Any]) -> None:
    short = [note.get(key, "") for key in ("question", "answer", "text")]
    short += [option[key] for option in note.get("options", []) for key in ("text", "reason")]
    for html, allowed in [*((text, SHORT_HTML) for text in short), (explained(note), LONG_HTML)]:
        root = ET.fromstring(f"<root>{html}</root>")  # noqa: S314 - a file of our own
        assert {element.tag for element in root.iter()} <= allowed | {"root"}
        assert not any(element.attrib for element in root.iter())


def test_statements_are_those_of_the_notes() -> None:
    known = {f"S{number:02}" for number in range(1, 131)} | {f"X{n:02}" for n in range(1, 24)}
    assert {statement for note in NOTES for statement in note["statements"]} <= known


@pytest.mark.parametrize("statement", NO_LONGER_SO.split())
def test_what_the_notes_had_wrong_is_told_as_then_and_now(statement: str) -> None:
    assert any(statement in note["statements"] for note in NOTES if "then" in note)


def test_notes_refer_to_other_notes_of_the_deck() -> None:
    known = {note["guid"] for note in NOTES}
    for note in NOTES:
        assert set(note.get("see_also", [])) <= known - {note["guid"]}


def test_a_confusable_group_has_more_than_one_note() -> None:
    groups = Counter(note["confusable"] for note in NOTES if "confusable" in note)
    assert [group for group, members in groups.items() if members < 2] == []


@pytest.mark.parametrize("note", OF_KIND["cloze"], ids=name)
def test_holes_count_from_one_and_do_not_show_in_one_another(note: dict[str, Any]) -> None:
    holes = re.findall(r"\{\{c(\d+)::(.*?)(?:::.*?)?\}\}", note["text"])
    assert [int(number) for number, _ in holes] == list(range(1, len(holes) + 1))
    rest = re.sub(r"\{\{.*?\}\}", "", note["text"])
    assert [hidden for _, hidden in holes if hidden in rest] == []


@pytest.mark.parametrize("note", OF_KIND["choice"], ids=name)
def test_a_choice_says_when_two_are_right(note: dict[str, Any]) -> None:
    right = sum(option["right"] for option in note["options"])
    assert 3 <= len(note["options"]) <= 5
    assert right == (2 if note["question"].endswith("Choose two.") else 1)
    assert not any("of the above" in option["text"] for option in note["options"])


def test_the_longest_option_is_no_hint() -> None:
    longest = [max(note["options"], key=lambda o: len(o["text"])) for note in OF_KIND["choice"]]
    assert sum(option["right"] for option in longest) <= len(longest) / 2
