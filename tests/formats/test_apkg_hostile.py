"""Files of Anki made to do harm, or made badly: good notes are kept, faults are told."""

from __future__ import annotations

import json
import sqlite3
from contextlib import closing, suppress
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from aws_flash.domain.bundle import Bundle
from aws_flash.domain.errors import (
    FileUnreadable,
    FileUnsafe,
    FormatTooNew,
    FormatUnknown,
    UserError,
)
from aws_flash.domain.monitor import Unwatched
from aws_flash.domain.review import ReviewKind
from aws_flash.formats.apkg.form import READER
from aws_flash.formats.registry import reader_for
from aws_flash.formats.source import Source
from tests.formats import apkg_samples as anki
from tests.formats.apkg_samples import (
    BASIC,
    CARD,
    GAPS,
    NOTE,
    SMALL,
    AnkiCard,
    AnkiNote,
    AnkiReview,
    Content,
)

NOTES = len(SMALL.notes)


def read(folder: Path, content: bytes, name: str = "made.apkg") -> Bundle:
    path = folder / name
    path.write_bytes(content)
    with Source(path) as source:
        return reader_for(source).read(source, Unwatched())


def whys(bundle: Bundle) -> set[str]:
    return {problem.why for problem in bundle.problems}


def with_entry(name: str, content: bytes) -> bytes:
    return anki.zipped(("collection.anki2", anki.database(SMALL)), (name, content))


def with_media(*names: Any) -> bytes:
    listed = {str(number): name for number, name in enumerate(names)}
    files = ((str(number), b"held") for number in range(len(names)))
    return anki.zipped(
        ("collection.anki2", anki.database(SMALL)), ("media", json.dumps(listed).encode()), *files
    )


@pytest.mark.parametrize("listed", [b'{"0": ', b'["a"]', b"7", b"\xff\xfe", b"[" * 100_000])
def test_a_faulty_list_of_media_costs_only_the_media(tmp_path: Path, listed: bytes) -> None:
    bundle = read(tmp_path, with_entry("media", listed))
    assert (len(bundle.notes), bundle.media) == (NOTES, ())
    assert [problem.where for problem in bundle.problems] == ["media"]


def test_names_that_lead_elsewhere_are_left_out(tmp_path: Path) -> None:
    evil = ("../a.png", "/etc/b", "C:\\c.png", "d\x00.png", "NUL.png", "..", "x" * 300, 7, None)
    bundle = read(tmp_path, with_media("fine.png", *evil))
    assert [medium.name for medium in bundle.media] == ["fine.png"]
    assert len(bundle.problems) == len(evil)


def test_media_of_one_name_or_without_a_file_are_told(tmp_path: Path) -> None:
    twins = read(tmp_path, with_media("a.png", "a.png"))
    missing = read(tmp_path, with_entry("media", b'{"0": "a.png"}'))
    assert [len(bundle.media) for bundle in (twins, missing)] == [1, 0]
    assert [len(bundle.problems) for bundle in (twins, missing)] == [1, 1]


def test_a_medium_that_is_cut_short_says_so_when_it_is_wanted(tmp_path: Path) -> None:
    listed = anki.framed(anki.nested(1, anki.text(1, "a.png")))
    cut = anki.framed(bytes(range(256)) * 9)[:-5]
    collection = anki.framed(anki.database(SMALL, 18))
    path = tmp_path / "made.apkg"
    path.write_bytes(anki.zipped(("collection.anki21b", collection), ("media", listed), ("0", cut)))
    with Source(path) as source:
        bundle = READER.read(source, Unwatched())
        with pytest.raises(FileUnreadable):
            bundle.media[0].load()


def test_a_kind_without_templates_shows_its_fields(tmp_path: Path) -> None:
    bare = replace(BASIC, templates=())
    bundle = read(tmp_path, anki.legacy(replace(SMALL, kinds=(bare, *SMALL.kinds[1:]))))
    kind = next(kind for kind in bundle.kinds if kind.name == "Basic")
    assert kind.templates[0].question == "{{Front}}"
    assert (len(bundle.notes), len(whys(bundle))) == (NOTES, 1)


def test_notes_without_a_kind_keep_their_fields(tmp_path: Path) -> None:
    bundle = read(tmp_path, anki.newest(replace(SMALL, kinds=())))
    assert len(bundle.notes) == NOTES
    one = next(note for note in bundle.notes if note.guid == "one")
    assert one.fields == (("Field 1", "What is <b>S3</b>?"), ("Field 2", "a store"))


def test_fields_of_one_name_and_of_none_are_renamed(tmp_path: Path) -> None:
    odd = replace(BASIC, fields=("A", "A", " "))
    notes = (AnkiNote(NOTE, "one", BASIC.id, ("1", "2", "3")),)
    bundle = read(tmp_path, anki.legacy(Content((odd,), notes=notes)))
    assert bundle.notes[0].fields == (("A", "1"), ("A (2)", "2"), ("Field 3", "3"))


def test_more_and_fewer_fields_than_the_kind_lose_nothing(tmp_path: Path) -> None:
    notes = (
        AnkiNote(NOTE, "more", BASIC.id, ("a", "b", "c", "d")),
        AnkiNote(NOTE + 1, "fewer", BASIC.id, ("a",)),
    )
    bundle = read(tmp_path, anki.legacy(Content((BASIC,), notes=notes)))
    assert [dict(note.fields)["Back"] for note in bundle.notes] == ["b; c; d", ""]
    assert [problem.where for problem in bundle.problems] == [f"note {NOTE}"]


def test_notes_of_one_identity_are_all_kept(tmp_path: Path) -> None:
    notes = tuple(AnkiNote(NOTE + n, guid, BASIC.id, ("q", "a")) for n, guid in enumerate("aa "))
    first = read(tmp_path, anki.legacy(Content((BASIC,), notes=notes)))
    again = read(tmp_path, anki.legacy(Content((BASIC,), notes=notes)))
    assert len({note.guid for note in first.notes}) == len(notes)
    assert first == again


def test_very_many_tags_are_cut(tmp_path: Path) -> None:
    tags = " ".join(f"t{number}" for number in range(100_000))
    notes = (AnkiNote(NOTE, "one", BASIC.id, ("q", "a"), tags),)
    bundle = read(tmp_path, anki.legacy(Content((BASIC,), notes=notes)))
    assert len(bundle.notes[0].tags) == 1000
    assert len(bundle.problems) == 1


def test_cards_that_cannot_be_are_told(tmp_path: Path) -> None:
    cards = (
        AnkiCard(CARD, NOTE + 1),
        AnkiCard(CARD + 1, NOTE + 1),
        AnkiCard(CARD + 2, NOTE + 1, number=1),
        AnkiCard(CARD + 3, NOTE + 999),
        AnkiCard(CARD + 4, NOTE + 3, number=-1),
        AnkiCard(CARD + 5, NOTE + 3, number=2**62),
    )
    bundle = read(tmp_path, anki.legacy(replace(SMALL, cards=cards, reviews=())))
    assert [(card.note, card.ordinal) for card in bundle.cards] == [("one", 0)]
    assert [problem.where for problem in bundle.problems] == [
        f"card {card.id}" for card in cards[1:]
    ]


@pytest.mark.parametrize(
    "script", ["UPDATE col SET decks = '{cut';", "UPDATE col SET decks = x'ff';"]
)
def test_decks_that_cannot_be_read_are_told(tmp_path: Path, script: str) -> None:
    bundle = read(tmp_path, anki.legacy(SMALL, script))
    assert len(bundle.notes) == NOTES
    assert "the list of decks cannot be read, so all cards come together" in whys(bundle)


def test_cards_of_an_unknown_deck_find_a_topic(tmp_path: Path) -> None:
    cards = (AnkiCard(CARD, NOTE + 1, deck=77), AnkiCard(CARD + 1, NOTE + 2, deck=2, home=88))
    bundle = read(tmp_path, anki.newest(replace(SMALL, cards=cards, reviews=())))
    assert {note.topic for note in bundle.notes} <= {topic.guid for topic in bundle.topics}
    assert "Other cards" in {topic.name for topic in bundle.topics}


@given(
    numbers=st.lists(st.integers(-(2**63), 2**63 - 1), min_size=7, max_size=7),
    settings=st.fixed_dictionaries(
        {}, optional={key: st.integers() | st.text() for key in ("creationOffset", "rollover")}
    ),
)
@settings(max_examples=40)
def test_progress_without_bounds_is_brought_within_them(
    tmp_path_factory: pytest.TempPathFactory, numbers: list[int], settings: dict[str, Any]
) -> None:
    due, interval, lapses, home_due, ease, rested, took = numbers
    card = AnkiCard(CARD, NOTE + 1, 2, 0, 2, 2, due, interval, lapses, home_due, home=3)
    review = AnkiReview(1, CARD, ease, interval, rested, took)
    content = replace(SMALL, cards=(card,), reviews=(review,), settings=settings)
    bundle = read(tmp_path_factory.mktemp("numbers"), anki.newest(content))
    progress = [bundle.cards[0].progress, bundle.reviews[0].before, bundle.reviews[0].after]
    for one in progress:
        assert one is None or (0 <= one.rest <= 36_500 and 0 <= one.due < 130_000)
    assert 0 <= bundle.reviews[0].took <= 60_000


def test_answers_of_cards_that_are_gone_are_counted(tmp_path: Path) -> None:
    reviews = tuple(AnkiReview(number, CARD + 99, 3, 1) for number in range(1, 700))
    bundle = read(tmp_path, anki.legacy(replace(SMALL, reviews=reviews)))
    assert bundle.reviews == ()
    assert bundle.problems[-1].where == "199 more"


def test_what_was_set_by_hand_is_no_answer(tmp_path: Path) -> None:
    reviews = (
        AnkiReview(1_000_000, CARD + 1, ease=3, interval=5),
        AnkiReview(2_000_000, CARD + 1, ease=0, interval=40, type=4),
        AnkiReview(3_000_000, CARD + 1, ease=0, interval=0, type=4),
        AnkiReview(4_000_000, CARD + 1, ease=0, interval=0, type=4, factor=0),
    )
    answer, moved, today, reset = read(
        tmp_path, anki.legacy(replace(SMALL, reviews=reviews))
    ).reviews
    assert [row.kind for row in (answer, moved)] == [ReviewKind.ANSWER, ReviewKind.IMPORTED]
    assert (moved.rating, moved.after and moved.after.rest) == (None, 40)
    assert (today.after and today.after.rest) == 0
    assert (reset.before, reset.after) == (today.after, None)


def test_repeats_on_the_day_of_a_miss_are_no_answers_of_their_own(tmp_path: Path) -> None:
    minute, day = 60_000, 86_400_000
    rows = ((10 * day, 1, 1), (10 * day + minute, 3, 2), (12 * day, 3, 2), (13 * day, 2, 3))
    reviews = tuple(AnkiReview(at, CARD + 1, ease, 1, type=kind) for at, ease, kind in rows)
    bundle = read(tmp_path, anki.legacy(replace(SMALL, reviews=reviews)))
    assert [row.kind.value for row in bundle.reviews] == ["answer", "relearn", "answer", "early"]
    assert [row.after and row.after.streak for row in bundle.reviews] == [0, 1, 2, 3]
    assert [row.after and row.after.lapses for row in bundle.reviews] == [1, 1, 1, 1]


def test_a_later_schema_is_told_from_damage(tmp_path: Path) -> None:
    for version in (19, 99, 2**40):
        late = anki.zipped(("collection.anki2", anki.database(SMALL, version)))
        with pytest.raises(FormatTooNew):
            read(tmp_path, late)
    with pytest.raises(FormatTooNew):
        read(tmp_path, anki.newest(meta=b"\x08\x04"))


def test_only_the_note_that_asks_to_update_is_no_collection(tmp_path: Path) -> None:
    for meta in (b"\x08\x02", b"\x08\x03"):
        with pytest.raises(FileUnreadable, match="missing"):
            read(tmp_path, with_entry("meta", meta))


def test_files_of_before_2012_are_told_what_to_do(tmp_path: Path) -> None:
    path = tmp_path / "old.anki"
    with closing(sqlite3.connect(path)) as connection:
        for table in ("facts", "cards", "models", "decks"):
            connection.execute(f"CREATE TABLE {table} (id)")
    with pytest.raises(FileUnreadable, match=r"Anki 2\.0"):
        read(tmp_path, path.read_bytes(), "old.anki")


@pytest.mark.parametrize(
    "script",
    [
        "DELETE FROM col",
        "DROP TABLE notes",
        "DROP TABLE notes; CREATE VIEW notes AS SELECT * FROM cards",
        "PRAGMA writable_schema=1; UPDATE sqlite_schema SET sql='CREATE' WHERE name='notes'",
        "UPDATE col SET ver = 3",
    ],
)
def test_a_collection_that_is_none_is_refused(tmp_path: Path, script: str) -> None:
    with pytest.raises(FileUnreadable):
        read(tmp_path, anki.legacy(script=script))


@pytest.mark.parametrize(
    "script",
    [
        "CREATE TRIGGER t AFTER INSERT ON notes BEGIN DELETE FROM notes; END",
        "DROP TABLE revlog",
        "PRAGMA journal_mode=WAL",
        "UPDATE col SET conf = '[[', decks = 7",
        "UPDATE notes SET tags = NULL WHERE 0; UPDATE cards SET due = 'soon', data = x'ff'",
    ],
)
def test_a_collection_that_is_odd_is_read(tmp_path: Path, script: str) -> None:
    assert len(read(tmp_path, anki.legacy(script=script)).notes) == NOTES


def test_text_in_place_of_a_collection_is_refused(tmp_path: Path) -> None:
    with pytest.raises(FileUnreadable):
        read(tmp_path, anki.zipped(("collection.anki2", b"text" * 1000)))
    with pytest.raises(FormatUnknown):
        read(tmp_path, b"just text\n")


def test_what_unpacks_without_end_is_refused(tmp_path: Path) -> None:
    bomb = anki.framed(bytes(100 * 2**20))
    with pytest.raises(FileUnsafe):
        read(tmp_path, anki.zipped(("collection.anki21b", bomb)))


def test_what_is_cut_short_is_refused(tmp_path: Path) -> None:
    collection = anki.framed(anki.database(SMALL, 18))
    for cut in (0, 3, len(collection) // 2, len(collection) - 1):
        with pytest.raises(FileUnreadable):
            read(tmp_path, anki.zipped(("collection.anki21b", collection[:cut])))
    for whole in (anki.legacy(), anki.newest()):
        with pytest.raises(FileUnreadable):
            read(tmp_path, whole[: len(whole) // 2])


def test_two_holes_of_one_number_are_one_card(tmp_path: Path) -> None:
    notes = (AnkiNote(NOTE, "one", GAPS.id, ("{{c499::a}} {{c499::b}}",)),)
    cards = (AnkiCard(CARD, NOTE, number=498),)
    bundle = read(tmp_path, anki.newest(Content((GAPS,), notes=notes, cards=cards)))
    assert [card.ordinal for card in bundle.cards] == [499]


@settings(max_examples=150)
@given(st.sampled_from(anki.samples()), st.data())
def test_damaged_files_raise_nothing_else(
    tmp_path_factory: pytest.TempPathFactory, sample: tuple[str, bytes], data: st.DataObject
) -> None:
    name, content = sample
    raw = bytearray(content)
    for _ in range(data.draw(st.integers(1, 10))):
        raw[data.draw(st.integers(0, len(raw) - 1))] = data.draw(st.integers(0, 255))
    path = tmp_path_factory.mktemp("damaged") / name
    path.write_bytes(raw)
    with Source(path) as source, suppress(UserError):
        for medium in READER.read(source, Unwatched()).media:
            medium.load()


def test_what_is_no_guid_gives_one_that_can_be_looked_up(tmp_path: Path) -> None:
    guids = ("a\0b", "a\0c", "x" * 20_000, "twin", f"twin:{NOTE + 4}", "twin")
    notes = tuple(AnkiNote(NOTE + n, guid, BASIC.id, ("q", "a")) for n, guid in enumerate(guids))
    content = anki.legacy(Content(kinds=(BASIC,), notes=notes))
    first, again = (read(tmp_path, content) for _ in range(2))
    read_guids = [note.guid for note in first.notes]
    assert len(set(read_guids)) == len(guids)
    assert all(guid.isprintable() and len(guid) < 100 for guid in read_guids)
    assert read_guids == [note.guid for note in again.notes]
