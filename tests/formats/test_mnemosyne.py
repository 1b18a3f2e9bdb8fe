"""What comes out of files of Mnemosyne."""

from __future__ import annotations

import io
import zipfile
from datetime import date
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from aws_flash.domain.bundle import Bundle, BundledNote, Progress
from aws_flash.domain.days import day_number
from aws_flash.domain.errors import FileEmpty, FileUnreadable
from aws_flash.domain.face import face_of
from aws_flash.domain.kind import Family
from aws_flash.domain.monitor import Unwatched
from aws_flash.domain.note import Note
from aws_flash.domain.ordinals import ordinals_of
from aws_flash.domain.review import Rating, ReviewKind
from aws_flash.formats.local_days import day_at
from aws_flash.formats.mnemosyne.form import READER
from aws_flash.formats.mnemosyne.kinds import with_holes
from aws_flash.formats.source import Source
from tests.formats.mnemosyne_samples import (
    ASKED,
    DUE,
    FACT,
    PACKAGE,
    SMCONV,
    VERSION_ONE,
    card,
    database,
    fact,
    package,
    samples,
)
from tests.formats.reading_aid import paths_of, read_content, sureness, survives

_SAMPLES = samples()
_ASKED_ON, _DUE_ON = day_at(ASKED), DUE // 86_400


def _sides(note: BundledNote) -> tuple[str, ...]:
    return tuple(value for _, value in note.fields)


def _progress(bundle: Bundle) -> list[Progress | None]:
    return [one.progress for one in bundle.cards]


@pytest.mark.parametrize(("name", "content"), _SAMPLES)
def test_samples_are_recognised_whatever_their_name(name: str, content: bytes) -> None:
    assert sureness(READER, content, "x.apkg") >= 90
    assert read_content(READER, content, name).notes


def test_exported_cards_keep_guids_tags_and_progress() -> None:
    bundle = read_content(READER, PACKAGE)
    note = bundle.notes[0]
    assert (bundle.name, note.guid, note.tags) == ("Set", FACT % 1, ("AWS::IAM",))
    assert paths_of(bundle.topics)[note.topic] == ("Set", "AWS", "IAM")
    expected = Progress(_DUE_ON - _ASKED_ON, _DUE_ON, lapses=2, streak=3)
    assert _progress(bundle) == [expected, None, None, None, None]


def test_media_come_out_of_the_archive_by_plain_names() -> None:
    bundle = read_content(READER, PACKAGE)
    assert _sides(bundle.notes[0])[:2] == ('a <img src="x.png">', "b [sound:y z.mp3]")
    assert [medium.name for medium in bundle.media] == ["x.png", "y z.mp3"]


def test_media_load_while_the_source_is_open(tmp_path: Path) -> None:
    path = tmp_path / "set.cards"
    path.write_bytes(PACKAGE)
    with Source(path) as source:
        bundle = READER.read(source, Unwatched())
        assert [medium.load() for medium in bundle.media] == [b"picture", b"sound"]


def test_brackets_become_holes_that_ask_in_their_order() -> None:
    bundle = read_content(READER, PACKAGE)
    note = bundle.notes[1]
    assert note.fields[0] == ("Text", "{{c1::IAM}} roles use a {{c2::trust policy::hint}}")
    assert [one.ordinal for one in bundle.cards if one.note == note.guid] == [1, 2]


def test_three_sides_are_a_kind_of_their_own() -> None:
    bundle = read_content(READER, PACKAGE)
    (kind,) = bundle.kinds
    note = bundle.notes[2]
    assert (kind.family, note.kind) == (Family.IMPORTED, kind.guid)
    assert _sides(note) == ("foreign", "say", "meaning", "note")
    assert ordinals_of(note.fields, kind) == (0, 1)
    asked = Note(1, note.guid, 1, note.fields, (), 0, 0)
    faces = [face_of(asked, kind, ordinal) for ordinal in (0, 1)]
    assert [face.question.html for face in faces] == ["foreign", "meaning"]
    assert faces[0].answer.html == "say<br>meaning<br>note"


def test_maps_ask_by_two_views() -> None:
    content = package(fact(1, loc="Drenthe", blank="x", marked="y"), card(1, "4.1"), card(1, "4.2"))
    bundle = read_content(READER, content)
    assert [one.ordinal for one in bundle.cards] == [0, 1]
    assert bundle.kinds[0].fields == ("Location", "Blank map", "Marked map")


def test_types_made_from_others_read_as_those() -> None:
    content = package(
        fact(1, f="a", b="b"), card(1, "2::mine.2"), fact(2, f="a [b] c", p_1="p"), card(2, "6.1")
    )
    first, second = read_content(READER, content).notes
    assert (first.kind, second.kind) == ("reversed", "basic")
    assert _sides(second)[:2] == ("a b c", "p")


def test_front_only_cards_are_kept() -> None:
    (note,) = read_content(READER, package(fact(1, f="a"), card(1, "1.1"))).notes
    assert _sides(note) == ("a", "", "")


def test_what_does_not_fit_together_is_told() -> None:
    content = package(card(9, "1.1"), fact(1, f="a", b='<img src="no.png">'), card(1, "1.1"))
    bundle = read_content(READER, content)
    assert len(bundle.notes) == 1
    assert {one.why for one in bundle.problems} == {
        "the text of this card is not in the file",
        "this picture or sound is not there",
    }


def test_a_database_has_progress_and_history() -> None:
    bundle = read_content(READER, database())
    assert bundle.is_collection
    known, missed, unseen = bundle.cards
    assert known.progress == Progress(_DUE_ON - _ASKED_ON, _DUE_ON, lapses=1, streak=3)
    assert missed.progress == Progress(1, _ASKED_ON, lapses=2)
    assert (unseen.progress, unseen.suspended) == (None, True)
    assert bundle.notes[0].tags == ("A::B",)


def test_answers_are_reviews_each_beginning_where_the_last_one_ended() -> None:
    first, second = read_content(READER, database()).reviews
    assert (first.rating, first.kind, first.took) == (Rating.MISSED, ReviewKind.ANSWER, 5_000)
    assert (second.rating, second.kind, second.took) == (Rating.KNEW, ReviewKind.RELEARN, 60_000)
    assert first.before is None
    assert second.before == first.after
    assert second.after == Progress(_DUE_ON - _ASKED_ON, _DUE_ON, lapses=1, streak=3)


def test_the_first_version_counts_days_from_its_start() -> None:
    bundle = read_content(READER, VERSION_ONE)
    start = day_at(1_247_706_000)
    first, second, third = bundle.notes
    assert _sides(first)[:2] == ("one<br>two", "b")
    assert (second.kind, first.guid != third.guid) == ("reversed", True)
    assert _progress(bundle) == [
        Progress(20, start + 30, lapses=1, streak=2),
        None,
        Progress(2, start + 3),
        None,
    ]
    assert paths_of(bundle.topics)[first.topic][1:] == ("Cities",)


def test_smconv_tells_intervals_and_dates() -> None:
    bundle = read_content(READER, SMCONV)
    due = day_number(date(2026, 6, 1))
    assert (bundle.name, _sides(bundle.notes[0])[:2]) == ("Spanish", ("ademán", "gesture"))
    assert _progress(bundle) == [Progress(20, due, streak=3)]


@pytest.mark.parametrize(("name", "content"), _SAMPLES)
def test_the_same_file_gives_the_same_notes(name: str, content: bytes) -> None:
    first, second = (read_content(READER, content, name) for _ in range(2))
    assert (first.notes, first.topics, first.cards) == (second.notes, second.topics, second.cards)
    assert len({note.guid for note in first.notes}) == len(first.notes)


def test_an_empty_archive_is_empty() -> None:
    with pytest.raises(FileEmpty):
        read_content(READER, package())


def test_damaged_xml_is_told() -> None:
    with pytest.raises(FileUnreadable):
        read_content(READER, VERSION_ONE.replace(b"</A>", b"</B>"))


@given(st.lists(st.tuples(st.text("ab "), st.text("cd", min_size=1)), max_size=9))
def test_each_bracket_is_a_hole_with_the_next_number(parts: list[tuple[str, str]]) -> None:
    written = with_holes("".join(f"{text}[{hole}]" for text, hole in parts))
    holes = (f"{{{{c{at}::{hole}}}}}" for at, (_, hole) in enumerate(parts, 1))
    assert written == "".join(text + hole for (text, _), hole in zip(parts, holes, strict=True))


@given(st.sampled_from(_SAMPLES), st.integers(0, 3_000), st.binary(max_size=12))
def test_damage_is_a_user_error(sample: tuple[str, bytes], at: int, put: bytes) -> None:
    survives(READER, sample[1][:at] + put + sample[1][at + len(put) :])


@given(st.text(max_size=60), st.text("0123456789.-", max_size=25), st.text(max_size=20))
def test_odd_values_are_read_or_refused_in_words(text: str, number: str, view: str) -> None:
    clean = "".join(sign for sign in text + view if sign.isprintable())
    content = package(
        fact(1, f=clean, text=clean),
        card(1, "1.1", clean, gr=number, l_rp=number, n_rp=number, lps=number, rt_rp_l=number),
        metadata=text,
    )
    survives(READER, content)


def test_a_name_that_leads_elsewhere_becomes_a_plain_one() -> None:
    held = io.BytesIO(package(fact(1, f='<img src="../x.png">', b="b"), card(1, "1.1")))
    with zipfile.ZipFile(held, "a") as archive:
        archive.writestr("../x.png", b"picture")
    bundle = read_content(READER, held.getvalue())
    assert [one.name for one in bundle.media] == ["x.png"]
    assert _sides(bundle.notes[0])[0] == '<img src="x.png">'
