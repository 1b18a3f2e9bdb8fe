"""Our own CSV: what goes out comes back, spreadsheets compute nothing of it, losses are told."""

from __future__ import annotations

import csv
from dataclasses import replace
from pathlib import Path

import pytest
from hypothesis import HealthCheck, assume, given, settings
from hypothesis import strategies as st

from aws_flash.domain.bundle import Bundle, BundledCard, BundledNote, BundledTopic, Progress
from aws_flash.domain.errors import FileUnwritable
from aws_flash.domain.kind import BUILT_IN, CardTemplate, Family, Kind
from aws_flash.domain.monitor import Unwatched
from aws_flash.formats.delimited.form import READER, WRITER
from aws_flash.formats.delimited.own import guarded, path_cell, path_in, unguarded
from aws_flash.formats.source import Source
from tests.formats.native_strategies import bundles

Held = tuple[str, tuple[str, ...], str, tuple[str, ...], tuple[tuple[str, str], ...]]

_BUILT_IN = {kind.guid for kind in BUILT_IN}

BARE = Bundle("", "deck", "", "", topics=(), notes=())
CAPITALS = Kind(
    id=9,
    guid="capitals",
    name="Capitals",
    family=Family.IMPORTED,
    fields=("Country", "Capital"),
    templates=(CardTemplate("Card", "{{Country}}", "{{Capital}}"),),
)


def _note(guid: str, question: str, answer: str = "", topic: str = "") -> BundledNote:
    fields = (("Question", question), ("Answer", answer), ("Explanation", ""))
    return BundledNote(guid, topic, "basic", fields)


def _written(bundle: Bundle, folder: Path) -> Path:
    path = folder / "deck.csv"
    WRITER.write(bundle, path, Unwatched())
    return path


def _read(path: Path) -> Bundle:
    with Source(path) as source:
        assert READER.recognise(source) == 60
        return READER.read(source, Unwatched())


def _held(bundle: Bundle) -> list[Held]:
    """What a table holds of each note, a topic by the names that lead to it."""
    topics = {topic.guid: topic for topic in bundle.topics}
    held = []
    for note in bundle.notes:
        names, above = [], topics.get(note.topic)
        while above is not None:
            names.append(above.name)
            above = topics.get(above.parent or "")
        fields = tuple((name, html.replace("\0", "\ufffd")) for name, html in note.fields)
        tags = tuple(dict.fromkeys(note.tags))
        held.append((note.guid, tuple(names[::-1]), note.kind, tags, fields))
    return held


@settings(suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(bundles())
def test_notes_of_all_built_in_kinds_come_back(tmp_path: Path, bundle: Bundle) -> None:
    bundle = replace(bundle, notes=tuple(note for note in bundle.notes if note.kind in _BUILT_IN))
    assume(bundle.notes)
    found = _read(_written(bundle, tmp_path))
    assert _held(found) == _held(bundle)
    assert found.problems == ()
    second = tmp_path / "second.csv"
    WRITER.write(found, second, Unwatched())
    assert second.read_bytes() == _written(bundle, tmp_path).read_bytes()


def test_kinds_of_other_programs_come_back_with_their_fields(tmp_path: Path) -> None:
    notes = (
        BundledNote("A", "", "capitals", (("Country", "France"), ("Capital", "=Paris"))),
        _note("B", "q", "a"),
    )
    found = _read(_written(replace(BARE, notes=notes, kinds=(CAPITALS,)), tmp_path))
    assert [kind.name for kind in found.kinds] == ["Capitals"]
    assert found.kinds[0].fields == ("Country", "Capital")
    assert [note.fields for note in found.notes] == [note.fields for note in notes]


@given(st.text(st.sampled_from("'=+-@\t\r\n\uff1da "), max_size=6))
def test_a_guarded_cell_is_no_formula_and_comes_back(cell: str) -> None:
    assert guarded(cell)[:1] not in set("=+-@\t\r\n\uff1d")
    assert unguarded(guarded(cell)) == cell


@given(st.lists(st.text(st.sampled_from(":\\a b"), min_size=1).filter(str.strip), max_size=5))
def test_paths_come_back_whatever_names_are_like(names: list[str]) -> None:
    assert path_in(path_cell(names)) == tuple(names)


def test_nothing_in_the_file_begins_like_a_formula(tmp_path: Path) -> None:
    topics = (BundledTopic("T", None, "@topic", 1),)
    notes = (_note("=cmd", "=1+1", "\t-2", "T"), _note("B", "'+3", "plain"))
    path = _written(replace(BARE, topics=topics, notes=notes), tmp_path)
    with path.open(encoding="utf-8-sig", newline="") as file:
        table = list(csv.reader(file))
    assert not [cell for row in table for cell in row if cell[:1] in set("=+-@\t\r")]
    assert _held(_read(path)) == _held(replace(BARE, topics=topics, notes=notes))


def test_rows_added_by_hand_are_plain_text(tmp_path: Path) -> None:
    path = _written(replace(BARE, notes=(_note("A", "<b>q</b>", "a"),)), tmp_path)
    with path.open("a", encoding="utf-8", newline="") as file:
        file.write(",New,,x y,,a < b,1 & 2,\r\n,,,,,=1,2\r\n")
    found = _read(path)
    assert found.notes[1].fields[:2] == (("Question", "a &lt; b"), ("Answer", "1 &amp; 2"))
    assert (found.notes[1].kind, found.notes[1].tags) == ("basic", ("x", "y"))
    assert found.notes[2].fields[0] == ("Question", "=1")
    assert [topic.name for topic in found.topics] == ["New"]


def test_a_table_that_went_through_a_spreadsheet_is_still_ours(tmp_path: Path) -> None:
    bundle = replace(BARE, notes=(_note("A", "<b>q</b>; and", "a\nb"), _note("B", "r", "c")))
    path = _written(bundle, tmp_path)
    with path.open(encoding="utf-8-sig", newline="") as file:
        table = list(csv.reader(file))
    with path.open("w", encoding="utf-16", newline="") as file:
        csv.writer(file, delimiter=";", lineterminator="\n").writerows(table)
    assert _held(_read(path)) == _held(bundle)


def test_spreadsheets_are_told_that_it_is_utf_8(tmp_path: Path) -> None:
    assert (
        _written(BARE, tmp_path).read_bytes().startswith(b"\xef\xbb\xbfguid,topic,kind,tags,form")
    )


def test_what_a_table_cannot_hold_is_told() -> None:
    assert WRITER.losses(replace(BARE, notes=(_note("A", "q"),))) == ()
    progress = BundledCard("A", 1, progress=Progress(rest=3, due=20_000))
    topics = (BundledTopic("T", None, "Empty", 1),)
    rich = replace(
        BARE, notes=(_note("A", "=q"),), kinds=(CAPITALS,), cards=(progress,), topics=topics
    )
    told = " ".join(WRITER.losses(rich))
    assert all(word in told for word in ("Progress", "templates", "apostrophe", "topics"))


def test_a_folder_that_is_not_there_is_told(tmp_path: Path) -> None:
    with pytest.raises(FileUnwritable):
        WRITER.write(BARE, tmp_path / "none" / "a.csv", Unwatched())
