"""The small parts that read Anki's files: messages, frames, days, names of kinds."""

from __future__ import annotations

import os
import time
from collections.abc import Iterator
from contextlib import suppress
from datetime import UTC, datetime

import pytest
from hypothesis import given
from hypothesis import strategies as st

from aws_flash.formats.apkg.bounds import ROWS
from aws_flash.formats.apkg.days import AnkiDays
from aws_flash.formats.apkg.decks import Deck, tree_of
from aws_flash.formats.apkg.frames import FrameBomb, FrameFault, unpacked
from aws_flash.formats.apkg.json_text import object_in, text_of, whole_of
from aws_flash.formats.apkg.wire import MAX_PARTS, Message, WireFault
from aws_flash.formats.local_days import LAST_DAY
from tests.formats import apkg_samples as anki

numbers = st.integers(0, 2**64 - 1)


@pytest.fixture
def in_utc(monkeypatch: pytest.MonkeyPatch) -> Iterator[None]:
    monkeypatch.setitem(os.environ, "TZ", "UTC")
    time.tzset()
    yield
    monkeypatch.undo()
    time.tzset()


@given(numbers, st.binary(max_size=300), st.text(st.characters(codec="utf-8"), max_size=50))
def test_what_was_written_is_read(value: int, raw: bytes, words: str) -> None:
    wire = (
        anki.number(1, value) + anki.nested(2, raw) + anki.nested(2, b"x") + anki.text(255, words)
    )
    message = Message(wire)
    assert (message.whole(1), message.each(2), message.text(255)) == (value, [raw, b"x"], words)
    assert 3 not in message


def test_absent_fields_are_empty_and_the_last_of_one_number_counts() -> None:
    message = Message(anki.text(4, "first") + anki.text(4, "last") + b"\x0d1234" + b"\x1112345678")
    assert (message.text(4), message.text(5), message.whole(6)) == ("last", "", 0)


@given(st.binary(max_size=200))
def test_random_bytes_are_taken_apart_or_refused(raw: bytes) -> None:
    with suppress(WireFault):
        Message(raw)


@pytest.mark.parametrize(
    "raw", [b"\x08", b"\x12\x05ab", b"\x0b", b"\x08" + b"\xff" * 11, b"\x08\x01" * (MAX_PARTS + 1)]
)
def test_messages_without_end_are_refused(raw: bytes) -> None:
    with pytest.raises(WireFault):
        Message(raw)


@given(st.lists(st.binary(max_size=500), min_size=1, max_size=4), st.integers(1, 50))
def test_frames_are_unpacked_however_they_are_cut(held: list[bytes], size: int) -> None:
    packed = b"".join(map(anki.framed, held))
    chunks = (packed[at : at + size] for at in range(0, len(packed), size))
    assert b"".join(unpacked(chunks, 5000)) == b"".join(held)


@pytest.mark.parametrize("cut", [0, 3, 20])
def test_frames_cut_short_are_refused(cut: int) -> None:
    with pytest.raises(FrameFault):
        b"".join(unpacked(iter([anki.framed(bytes(range(200)))[:cut]]), 1000))


def test_frames_that_grow_without_end_are_refused() -> None:
    packed = anki.framed(bytes(40 * 2**20))
    for limit in (1000, 2**40):
        with pytest.raises(FrameBomb):
            for _ in unpacked(iter([packed]), limit):
                pass


@pytest.mark.parametrize("frame", [anki.framed(b""), b"\x50\x2a\x4d\x18\1\0\0\0x"])
def test_frames_of_nothing_without_end_are_refused(frame: bytes) -> None:
    packed = frame * 2_000 + anki.framed(b"held")
    with pytest.raises(FrameBomb):
        b"".join(unpacked(iter([packed]), 1000))


def test_day_0_is_the_calendar_day_where_the_collection_was_made() -> None:
    late = int(datetime(2020, 9, 13, 22, 0, tzinfo=UTC).timestamp())
    here, east, west = (AnkiDays.of(late, offset, None).first for offset in (0, -540, 300))
    assert (east - here, west - here) == (1, 0)


@pytest.mark.usefixtures("in_utc")
def test_days_begin_at_the_hour_of_the_collection() -> None:
    early = int(datetime(2020, 9, 13, 5, 0, tzinfo=UTC).timestamp())
    usual, late = AnkiDays.of(0, 0, None), AnkiDays.of(0, 0, 6)
    assert usual.at(early) - late.at(early) == 1
    assert usual.due(early) == usual.at(early)


@given(st.integers(), st.none() | st.integers(), st.none() | st.integers(), st.integers())
def test_any_number_is_a_day(
    created: int, west: int | None, rollover: int | None, due: int
) -> None:
    days = AnkiDays.of(created, west, rollover)
    assert 0 <= days.due(due) <= LAST_DAY
    assert 0 <= days.at(due) <= LAST_DAY


@pytest.mark.parametrize("text", ["", "[1]", "{", "[" * 100_000, "9" * 5000, "NaN", '{"a":'])
def test_what_is_no_object_is_an_empty_one(text: str) -> None:
    assert object_in(text) == {}


def test_values_of_any_type_are_made_to_fit() -> None:
    odd: list[object] = [None, True, "12", "x", 1.9, float("inf"), float("nan"), 2**80, [], {}]
    assert [whole_of(value) for value in odd] == [0, 1, 12, 0, 1, 0, 0, 0, 0, 0]
    assert [text_of(value) for value in ("a", "\ud800b", 7, None)] == ["a", "\ufffdb", "", ""]


def test_a_small_file_may_hold_few_rows_and_a_large_one_many() -> None:
    for bound in ROWS.values():
        assert bound.of(0) < bound.of(1_000_000) < bound.of(2**40) == bound.most


def test_decks_that_share_an_id_are_topics_of_their_own() -> None:
    decks = [Deck(7, ("AWS", "Security"), ""), Deck(7, ("Default",), ""), Deck(7, ("AWS",), "")]
    guids = [topic.guid for topic in tree_of(decks, {7}).topics]
    assert len({*guids}) == len(guids) == 3
