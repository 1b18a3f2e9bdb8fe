"""What comes out of lists of cards in JSON."""

from __future__ import annotations

import json
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from aws_flash.domain.bundle import Bundle
from aws_flash.domain.choice import options_of
from aws_flash.domain.errors import FileEmpty, FormatUnknown
from aws_flash.formats.json_cards.form import READER
from tests.formats.json_cards_samples import SHAPES, samples
from tests.formats.reading_aid import paths_of, read_content, sureness, survives

_VALUES = st.recursive(
    st.none() | st.booleans() | st.integers() | st.floats() | st.text(max_size=8),
    lambda inner: (
        st.lists(inner, max_size=4)
        | st.dictionaries(
            st.sampled_from(["front", "back", "text", "options", "correct", "cards", "tags", "id"])
            | st.text(max_size=5),
            inner,
            max_size=5,
        )
    ),
    max_leaves=25,
)


def _read(value: Any) -> Bundle:
    return read_content(READER, json.dumps(value).encode())


def _sides(bundle: Bundle) -> list[tuple[str, str]]:
    return [(note.fields[0][1], note.fields[1][1]) for note in bundle.notes]


@pytest.mark.parametrize(("name", "content"), samples())
def test_samples_are_recognised_whatever_their_name(name: str, content: bytes) -> None:
    assert sureness(READER, content, "cards.txt") == 60
    assert read_content(READER, content, name).notes


@pytest.mark.parametrize(
    "names", ["recto verso", "Pregunta Respuesta", "side1 side2", "source target"]
)
def test_sides_are_known_by_many_names(names: str) -> None:
    front, back = names.split()
    assert _sides(_read([{back: "b", front: "a"}])) == [("a", "b")]


def test_names_of_keys_are_known_in_any_spelling() -> None:
    cards = [
        {"Front": "a", "BACK": "b"},
        {"front_text": "c", "back-text": "d"},
        {"Q": 1, "A": True},
    ]
    assert _sides(_read(cards)) == [("a", "b"), ("c", "d"), ("1", "true")]


def test_tags_come_as_a_list_or_as_words() -> None:
    bundle = _read([{"q": "a", "a": "b", "tags": "x, y z"}, *SHAPES["list"]])
    assert [note.tags for note in bundle.notes] == [("x", "y_z"), ("x", "y_z"), ()]


def test_decks_and_topics_make_a_tree() -> None:
    bundle = _read(SHAPES["deck"])
    assert bundle.name == "Deck"
    assert paths_of(bundle.topics)[bundle.notes[0].topic] == ("Deck", "T", "U")
    nested = _read(SHAPES["decks"])
    assert paths_of(nested.topics)[nested.notes[0].topic] == ("file", "One")


def test_lists_by_name_and_rows_are_cards() -> None:
    bundle = _read(SHAPES["by name"])
    paths = paths_of(bundle.topics)
    assert _sides(bundle) == [("a", "b"), ("c", "d"), ("e", "f")]
    assert [paths[note.topic][1] for note in bundle.notes] == ["IAM", "S3", "S3"]


def test_a_glossary_asks_its_terms_and_settings_are_none() -> None:
    assert _sides(_read(SHAPES["glossary"])) == [("IAM", "identity"), ("S3", "storage")]
    with pytest.raises(FileEmpty):
        _read({"name": "x", "scripts": {"build": "make", "test": "pytest"}})


def test_json_without_any_card_is_not_known() -> None:
    with pytest.raises(FormatUnknown):
        _read([{"file": "a", "size": 3}, "b"])


def test_brackets_alone_are_json_by_their_name_only() -> None:
    assert sureness(READER, b"[[[[" * 99, "x.json") == 60
    assert sureness(READER, b"[[[[" * 99, "x.md") == 30


def test_texts_with_holes_are_cloze_notes() -> None:
    (note,) = _read(SHAPES["cloze"]).notes
    assert (note.kind, dict(note.fields)["Explanation"]) == ("cloze", "e")


@pytest.mark.parametrize(
    ("extra", "right"),
    [
        ({"correct": "C"}, ["d"]),
        ({"correct": 1}, ["c"]),
        ({"answer": "c"}, ["c"]),
        ({"correct": ["b", "d"]}, ["b", "d"]),
        ({"correct": "A, C"}, ["b", "d"]),
        ({"correctIndex": 3}, ["d"]),
    ],
)
def test_right_options_are_told_in_many_ways(extra: dict[str, Any], right: list[str]) -> None:
    (note,) = _read([{"question": "a", "options": ["b", "c", "d"], **extra}]).notes
    assert note.kind == "choice"
    assert [option.text for option in options_of(note.fields) if option.right] == right


def test_options_may_be_objects_or_lettered() -> None:
    objects = [{"text": "b", "isCorrect": True, "explanation": "why"}, {"text": "c"}]
    lettered = {"A": "b", "B": "c"}
    first, second = _read(
        [
            {"question": "a", "options": objects},
            {"question": "x", "options": lettered, "answer": "B"},
        ]
    ).notes
    assert [(one.text, one.reason, one.right) for one in options_of(first.fields)] == [
        ("b", "why", True),
        ("c", "", False),
    ]
    assert [option.right for option in options_of(second.fields)] == [False, True]


def test_plain_text_is_escaped_and_html_kept() -> None:
    plain = _read([{"q": "<b>a</b>", "a": "1 < 2 && x"}, {"q": "List<T>", "a": "b\nc"}])
    assert _sides(plain)[0] == ("&lt;b&gt;a&lt;/b&gt;", "1 &lt; 2 &amp;&amp; x")
    assert _sides(plain)[1][1] == "b<br>c"
    html = _read([{"q": "<b>a</b>", "a": "b<br>c &lt; d"}])
    assert _sides(html) == [("<b>a</b>", "b<br>c &lt; d")]


def test_what_makes_no_card_is_told_and_the_rest_is_read() -> None:
    odd = [{"front": ["a"], "back": {"k": 1}}, {"front": None, "back": None}, "str", 5, []]
    bundle = _read({"cards": [*odd, {"front": "x", "back": "y"}, {"front": "only"}]})
    assert _sides(bundle) == [("x", "y")]
    assert len(bundle.problems) == 6


def test_long_ids_are_identities_and_numbers_are_not() -> None:
    long = {"front": "a", "back": "b", "guid": "Ab9-unique"}
    first, again, number = _read([long, long, {"front": "c", "back": "d", "id": 1}]).notes
    assert first.guid == "Ab9-unique"
    assert len({first.guid, again.guid, number.guid}) == 3
    assert number.guid == _read([{"front": "c", "back": "x", "id": 2}]).notes[0].guid


def test_a_card_asked_both_ways_says_so() -> None:
    cards = [{"q": "a", "a": "b", "reversed": True}, {"q": "c", "a": "d", "type": "basic-reversed"}]
    assert {note.kind for note in _read(cards).notes} == {"reversed"}


@given(_VALUES)
def test_any_value_is_read_or_refused_in_words(value: object) -> None:
    survives(READER, json.dumps([value]).encode())


@given(st.sampled_from(samples()), st.integers(0, 200), st.binary(max_size=9))
def test_damage_is_a_user_error(sample: tuple[str, bytes], at: int, put: bytes) -> None:
    survives(READER, sample[1][:at] + put + sample[1][at + len(put) :])
