"""What comes out of decks of CrowdAnki."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from aws_flash.domain.bundle import Bundle
from aws_flash.domain.errors import FileEmpty, FileUnsafe
from aws_flash.domain.kind import Family
from aws_flash.domain.monitor import Unwatched
from aws_flash.domain.topic import MAX_DEPTH
from aws_flash.formats.crowdanki.form import READER
from aws_flash.formats.registry import reader_for
from aws_flash.formats.source import Source
from tests.formats.crowdanki_samples import WHOLE, deck, note, samples, written
from tests.formats.reading_aid import paths_of, read_content, sureness, survives

_CONTENT = samples()[0][1]
_KEYS = (
    "__type__ name notes children note_models flds tmpls fields crowdanki_uuid tags guid"
    " note_model_uuid media_files ord type"
)
_VALUES = st.recursive(
    st.none() | st.booleans() | st.integers() | st.text(max_size=6),
    lambda inner: (
        st.lists(inner, max_size=3)
        | st.dictionaries(st.sampled_from(_KEYS.split()), inner, max_size=6)
    ),
    max_leaves=25,
)


def _read(found: dict[str, Any]) -> Bundle:
    return read_content(READER, written(found))


def test_a_deck_is_recognised_before_plain_json_cards() -> None:
    assert sureness(READER, _CONTENT, "x.txt") == 100
    assert sureness(READER, b'[{"front": "a", "back": "b"}]') == 0


def test_notes_keep_guids_fields_tags_and_decks() -> None:
    bundle = _read(WHOLE)
    first, second = bundle.notes
    paths = paths_of(bundle.topics)
    assert (first.guid, first.tags) == ("Guid{1}", ("one", "two_words"))
    assert first.fields == (("Front", "a <b>x</b>"), ("Back", "b"))
    assert (paths[first.topic], paths[second.topic]) == (("Top",), ("Top", "Inner"))
    assert [topic.description for topic in bundle.topics] == ["About Top", "About Top::Inner"]


def test_kinds_come_with_templates_and_css() -> None:
    basic, cloze = _read(WHOLE).kinds
    assert (basic.family, basic.css, basic.by_hole) == (
        Family.IMPORTED,
        ".card { color: red }",
        False,
    )
    assert (basic.templates[0].question, cloze.by_hole) == ("{{Front}}", True)


def test_a_changed_kind_has_another_guid() -> None:
    changed = json.loads(_CONTENT)
    changed["note_models"][0]["css"] = ""
    assert _read(changed).kinds[0].guid != _read(WHOLE).kinds[0].guid
    assert _read(WHOLE).kinds == _read(WHOLE).kinds


def test_notes_that_do_not_fit_their_kind_are_mended() -> None:
    odd = [note("a"), note("a", "b", "c"), note("x", "y", kind="none"), note("", ""), note(), 5]
    bundle = _read(deck("D", *odd, note_models=WHOLE["note_models"]))
    assert [[value for _, value in one.fields] for one in bundle.notes] == [
        ["a", ""],
        ["a", "b; c"],
        ["x", "y"],
    ]
    assert len({one.guid for one in bundle.notes}) == 3
    assert len(bundle.problems) == 5


def test_a_folder_brings_the_media_that_it_lists(tmp_path: Path) -> None:
    home = tmp_path / "Top"
    (home / "media").mkdir(parents=True)
    (home / "deck.json").write_bytes(_CONTENT)
    (home / "media" / "x.png").write_bytes(b"picture")
    (home / "media" / "y.png").write_bytes(b"not listed")
    with Source(home) as source:
        assert reader_for(source) is READER
        bundle = READER.read(source, Unwatched())
        assert [(one.name, one.load()) for one in bundle.media] == [("x.png", b"picture")]
    assert not bundle.problems


def test_missing_media_are_told() -> None:
    assert [problem.where for problem in _read(WHOLE).problems] == ["x.png"]


def test_decks_deeper_than_a_tree_may_be_join_the_one_above() -> None:
    found = deck("last", note("a", "b"))
    for number in range(40):
        found = deck(str(number), children=[found])
    bundle = _read(found)
    assert len(paths_of(bundle.topics)[bundle.notes[0].topic]) == MAX_DEPTH


def test_an_empty_deck_is_empty_and_endless_ones_are_unsafe() -> None:
    with pytest.raises(FileEmpty):
        _read(deck("D"))
    endless = b'{"__type__": "Deck", "children": [' * 50_000
    with pytest.raises(FileUnsafe):
        read_content(READER, endless)


@given(st.dictionaries(st.sampled_from(["name", "notes", "children", "note_models"]), _VALUES))
def test_any_value_is_read_or_refused_in_words(found: dict[str, Any]) -> None:
    survives(READER, written({**found, "__type__": "Deck"}))


@given(st.integers(0, 1_500), st.binary(max_size=9))
def test_damage_is_a_user_error(at: int, put: bytes) -> None:
    survives(READER, _CONTENT[:at] + put + _CONTENT[at + len(put) :])
