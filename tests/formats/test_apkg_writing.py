"""What leaves as a package of Anki comes back as it was."""

from __future__ import annotations

import json
import sqlite3
import tempfile
from dataclasses import replace
from pathlib import Path
from typing import Any
from zipfile import ZipFile

import pytest
from hypothesis import given
from hypothesis import strategies as st

from aws_flash.domain.bundle import (
    Bundle,
    BundledCard,
    BundledNote,
    BundledReview,
    BundledTopic,
    Progress,
    held_medium,
)
from aws_flash.domain.kind import BUILT_IN, Kind
from aws_flash.domain.monitor import Unwatched
from aws_flash.domain.ordinals import ordinals_of
from aws_flash.domain.provenance import Provenance
from aws_flash.domain.provenance import Source as Page
from aws_flash.domain.review import Rating, ReviewKind
from aws_flash.formats.apkg.custom_data import kept
from aws_flash.formats.apkg.form import LEGACY_WRITER, READER, WRITER
from aws_flash.formats.apkg.origin import origin_field, origin_in
from aws_flash.formats.form import Writer
from aws_flash.formats.registry import writer_for
from aws_flash.formats.source import Source
from tests.formats.apkg_samples import SMALL, legacy
from tests.formats.apkg_strategies import KINDS, anki_bundles

BOTH = pytest.mark.parametrize("writer", [LEGACY_WRITER, WRITER], ids=lambda one: one.id)
FIELDS = (("Question", "What is <b>S3</b>?"), ("Answer", "a store"), ("Explanation", ""))
TOPIC = BundledTopic("Topic00001", None, "Storage", 1, "All about <i>storing</i>")
NOTE = BundledNote("Note000001", TOPIC.guid, "basic", FIELDS, ("aws", "s3"), modified=1_700_000_000)
ORIGIN_KEYS = ("sources", "checked_on", "exam", "volatility", "statements", "then", "silenced")
LONE = Bundle("", "Deck", "", "", (TOPIC,), (NOTE,))


def again(bundle: Bundle, writer: Writer) -> Bundle:
    """The same, written and read, its media in memory."""
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder, f"made{writer.suffix}")
        writer.write(bundle, path, Unwatched())
        assert [file.name for file in path.parent.iterdir()] == [path.name]
        return read(path)


def read(path: Path) -> Bundle:
    """What a file holds, its media in memory."""
    with Source(path) as source:
        assert READER.recognise(source) == 100
        found = READER.read(source, Unwatched())
        media = tuple(held_medium(medium.name, medium.load()) for medium in found.media)
        assert [medium.size for medium in found.media] == [medium.size for medium in media]
        return replace(found, media=media)


def told(bundle: Bundle) -> dict[str, Any]:
    """What must not change on the way, each part by its identity."""
    kinds = KINDS | {kind.guid: kind for kind in bundle.kinds}
    return {
        "notes": {note.guid: note_of(note, kinds[note.kind]) for note in bundle.notes},
        "cards": cards_of(bundle, kinds),
        "media": {medium.name: medium.load() for medium in bundle.media},
    }


def note_of(note: BundledNote, kind: Kind) -> tuple[object, ...]:
    shape = kind.guid if kind in BUILT_IN else (kind.name, kind.templates, kind.css, kind.by_hole)
    origin = note.provenance if kind in BUILT_IN else None
    return shape, note.fields, note.tags, origin


def cards_of(bundle: Bundle, kinds: dict[str, Kind]) -> dict[tuple[str, int], object]:
    topics = {note.guid: note.topic for note in bundle.notes}
    listed = {card.note for card in bundle.cards}
    bare = [
        BundledCard(note.guid, ordinal)
        for note in bundle.notes
        if note.guid not in listed
        for ordinal in ordinals_of(note.fields, kinds[note.kind])
    ]
    return {
        (card.note, card.ordinal): replace(card, topic=card.topic or topics[card.note])
        for card in (*bundle.cards, *bare)
    }


def topics_with_cards(bundle: Bundle) -> dict[str, BundledTopic]:
    """The topics that hang on cards, without their places: Anki orders by name."""
    by_guid = {topic.guid: replace(topic, position=0) for topic in bundle.topics}
    used = {note.topic for note in bundle.notes} | {card.topic for card in bundle.cards} - {None}
    waiting = [guid for guid in used if guid]
    found: dict[str, BundledTopic] = {}
    while waiting:
        topic = by_guid[waiting.pop()]
        found[topic.guid] = topic
        waiting += [topic.parent] if topic.parent else []
    return found


@BOTH
@given(bundle=anki_bundles())
def test_all_that_anki_can_hold_comes_back(writer: Writer, bundle: Bundle) -> None:
    found = again(bundle, writer)
    assert found.problems == ()
    assert told(found) == told(bundle)
    assert topics_with_cards(found) == topics_with_cards(bundle)
    changed = {note.guid: note.modified or note.created for note in bundle.notes}
    assert {note.guid: note.modified for note in found.notes} == changed


@given(bundle=anki_bundles())
def test_the_same_bundle_gives_the_same_bytes(bundle: Bundle) -> None:
    with tempfile.TemporaryDirectory() as folder:
        paths = [Path(folder, name) for name in ("a.apkg", "b.apkg", "c.apkg", "d.apkg")]
        for path, writer in zip(paths, [LEGACY_WRITER, WRITER] * 2, strict=True):
            writer.write(bundle, path, Unwatched())
        assert paths[0].read_bytes() == paths[2].read_bytes()
        assert paths[1].read_bytes() == paths[3].read_bytes()


@BOTH
def test_what_came_from_anki_goes_back_as_it_was(writer: Writer, tmp_path: Path) -> None:
    (tmp_path / "made.apkg").write_bytes(legacy(SMALL))
    came = read(tmp_path / "made.apkg")
    went = again(came, writer)
    assert {kind.guid for kind in went.kinds} == {kind.guid for kind in came.kinds}
    assert sorted(went.notes, key=lambda note: note.guid) == [
        replace(note, modified=note.modified or (note.created or 0) // 1000 * 1000)
        for note in sorted(came.notes, key=lambda note: note.guid)
    ]
    assert went.topics == came.topics
    assert set(went.cards) == set(came.cards)


@BOTH
def test_answers_come_back_as_they_were_given(writer: Writer) -> None:
    new, missed, known = None, Progress(1, 19_001, 0, 0, 1), Progress(3, 19_004, 0, 1, 2)
    day = 19_000 * 86_400_000 + 43_200_000
    rows = (
        (day, ReviewKind.ANSWER, Rating.MISSED, new, missed),
        (day + 60_000, ReviewKind.RELEARN, Rating.KNEW, missed, missed),
        (day + 86_400_000, ReviewKind.ANSWER, Rating.KNEW, missed, known),
        (day + 90_000_000, ReviewKind.EARLY, Rating.KNEW, known, known),
        (day + 90_000_001, ReviewKind.IMPORTED, None, known, known),
        (day + 90_000_002, ReviewKind.RESET, None, known, None),
    )
    reviews = tuple(
        BundledReview(NOTE.guid, 0, at, kind, rating, before, after, took=5)
        for at, kind, rating, before, after in rows
    )
    found = again(replace(LONE, reviews=reviews), writer).reviews
    assert [(one.at, one.kind, one.rating, one.took) for one in found] == [
        (at, ReviewKind.IMPORTED if kind is ReviewKind.RESET else kind, rating, 5)
        for at, kind, rating, _, _ in rows
    ]
    rests = [one.after.rest if one.after else None for one in found]
    assert rests == [1, 1, 3, 3, 3, None]


def test_two_answers_of_one_moment_both_come_along() -> None:
    one = BundledReview(NOTE.guid, 0, 1_000_000, ReviewKind.ANSWER, Rating.KNEW, None, None)
    gone = replace(one, undone=True)
    found = again(replace(LONE, reviews=(one, gone, one)), WRITER).reviews
    assert [review.at for review in found] == [1_000_000, 1_000_001]


@given(st.text(), st.lists(st.text("0123456789x ²", max_size=12), max_size=6))
def test_what_a_card_says_of_itself_counts_only_where_it_holds(text: str, parts: list[str]) -> None:
    found = Progress(3, 20_000, 1, 2)
    for said in (text, " ".join(parts), {"a": parts}, "4 3 20000 1 7"):
        data = json.dumps({"cd": json.dumps({"awsflash": said})})
        mended = Progress(3, 20_000, 1, 7, 4) if said == "4 3 20000 1 7" else found
        assert kept(data, found) == mended
        assert kept(text, found) == found


@BOTH
def test_names_that_would_be_taken_for_levels_stay_one_topic(writer: Writer) -> None:
    bundle = replace(LONE, topics=(replace(TOPIC, name="a::b:"),))
    assert [topic.name for topic in again(bundle, writer).topics] == ["a\ua789\ua789b\ua789"]
    assert writer.losses(bundle)


@BOTH
def test_topics_of_one_name_become_one(writer: Writer) -> None:
    twin = BundledTopic("Topic00002", None, "STORAGE", 2)
    other = replace(NOTE, guid="Note000002", topic=twin.guid)
    found = again(replace(LONE, topics=(TOPIC, twin), notes=(NOTE, other)), writer)
    assert [(topic.guid, topic.name) for topic in found.topics] == [(TOPIC.guid, TOPIC.name)]


def test_a_note_without_topic_has_a_deck_named_as_the_bundle() -> None:
    found = again(replace(LONE, topics=()), LEGACY_WRITER)
    assert [topic.name for topic in found.topics] == ["Deck"]


def test_a_card_set_aside_stays_behind_and_is_told() -> None:
    cards = tuple(BundledCard(NOTE.guid, n, aside=n == 1) for n in range(2))
    bundle = replace(LONE, notes=(replace(NOTE, kind="reversed"),), cards=cards)
    assert [card.ordinal for card in again(bundle, WRITER).cards] == [0]
    assert WRITER.losses(bundle) == ("Cards that their note no longer asks stay behind.",)


def test_a_source_is_text_in_anki_and_no_part_of_our_fields() -> None:
    source = Provenance(sources=(Page("Guide -->", "https://example.org/a", "2026-11"),))
    bundle = replace(LONE, notes=(replace(NOTE, provenance=source),))
    found = again(bundle, WRITER).notes[0]
    assert (found.fields, found.provenance) == (FIELDS, source)
    assert WRITER.losses(bundle) == ()
    shown = '<a href="https://example.org/a">Guide --&gt;</a> (2026-11)'
    assert origin_field(source).startswith(f"{shown}<!--")


@given(st.text(), st.dictionaries(st.sampled_from(ORIGIN_KEYS), st.text() | st.lists(st.text())))
def test_an_origin_that_somebody_changed_is_none_or_whole(
    text: str, said: dict[str, object]
) -> None:
    for inner in (text, json.dumps(said)):
        found = origin_in(f"<!--awsflash {inner}-->")
        assert found is None or origin_in(origin_field(found)) == found


def test_what_anki_learned_on_counts_more_than_our_box(tmp_path: Path) -> None:
    card = BundledCard(NOTE.guid, 0, progress=Progress(7, 20_000, 1, 2, 5))
    LEGACY_WRITER.write(replace(LONE, cards=(card,)), tmp_path / "a.apkg", Unwatched())
    with ZipFile(tmp_path / "a.apkg") as archive:
        archive.extract("collection.anki2", tmp_path)
    assert read(tmp_path / "collection.anki2").cards[0].progress == card.progress
    connection = sqlite3.connect(tmp_path / "collection.anki2")
    connection.execute("UPDATE cards SET ivl = 20, due = due + 20")
    connection.commit()
    connection.close()
    assert read(tmp_path / "collection.anki2").cards[0].progress == Progress(20, 20_020, 1)


def test_a_package_by_name_alone_is_one_that_every_anki_opens(tmp_path: Path) -> None:
    assert writer_for(tmp_path / "deck.apkg") is LEGACY_WRITER
    LEGACY_WRITER.write(LONE, tmp_path / "deck.apkg", Unwatched())
    with ZipFile(tmp_path / "deck.apkg") as archive:
        assert archive.namelist() == ["collection.anki2", "media"]
        assert json.loads(archive.read("media")) == {}
