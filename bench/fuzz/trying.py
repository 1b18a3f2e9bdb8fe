"""One file tried as a user would: recognised, read, its media loaded, sometimes taken in."""

from __future__ import annotations

import itertools
import tempfile
from collections.abc import Callable
from datetime import UTC, datetime
from pathlib import Path

from aws_flash.application.clock import Clock
from aws_flash.application.importing.arrival import Arrival
from aws_flash.application.importing.arriving_topics import NO_TOPIC
from aws_flash.application.importing.importing import Importing
from aws_flash.application.operations import Operations
from aws_flash.domain.bundle import Bundle
from aws_flash.domain.errors import UserError
from aws_flash.domain.ids import IdSource
from aws_flash.domain.imports import Clash, Wishes
from aws_flash.domain.monitor import Cancelled, Unwatched
from aws_flash.formats.form import Reader
from aws_flash.formats.source import Source
from aws_flash.storage.collection import Collection
from aws_flash.storage.media_files import MediaFiles

_NOON = datetime(2026, 11, 24, 12, tzinfo=UTC)
_ALL = Wishes(clash=Clash.THEIRS, with_progress=True, with_marks=True)
_MOST_TAKEN_IN = 5_000  # more only takes longer


class UnsoundError(Exception):
    """A reader gave a bundle that says something which the rest of the program cannot rely on."""


def tried(reader: Reader, path: Path, *, takes_in: bool) -> str:
    """Read a file, and say in a word what came of it: "read", "refused", or "taken in".

    Whatever is no UserError, or an UnsoundError, is a finding and comes out of here.
    """
    with Source(path) as source:
        try:
            reader.recognise(source)
            bundle = reader.read(source, Unwatched())
            for medium in bundle.media:
                _loaded(medium.load)
        except (UserError, Cancelled):
            return "refused"
        check(bundle)
        if not takes_in or len(bundle.notes) > _MOST_TAKEN_IN:
            return "read"
        try:
            _take_in(Arrival(path, reader.id, reader.name, bundle, source))
        except UserError:
            return "not taken in"
    return "taken in"


def _loaded(load: Callable[[], bytes]) -> None:
    try:
        load()
    except UserError:
        return


def check(bundle: Bundle) -> None:
    """Raise UnsoundError where a bundle names what it does not hold, or holds no real text."""
    topics = {NO_TOPIC, *(topic.guid for topic in bundle.topics)}
    guids = [note.guid for note in bundle.notes]
    known = set(guids)
    _hold(len(known) == len(guids), "two notes of one guid")
    _hold(len(topics) == len(bundle.topics) + 1, "two topics of one guid")
    _hold(all(topic.parent in topics for topic in bundle.topics if topic.parent), "no such parent")
    _hold(all(note.topic in topics for note in bundle.notes), "a note in no topic")
    _hold(all(card.note in known for card in bundle.cards), "a card of no note")
    _hold(all(review.note in known for review in bundle.reviews), "a review of no note")
    for text in _texts(bundle):
        try:
            text.encode()
        except UnicodeEncodeError as error:
            raise UnsoundError(f"half a character in {text[:80]!a}") from error


def _texts(bundle: Bundle) -> itertools.chain[str]:
    return itertools.chain(
        (topic.name for topic in bundle.topics),
        (text for note in bundle.notes for field in note.fields for text in field),
        (tag for note in bundle.notes for tag in note.tags),
        (medium.name for medium in bundle.media),
        (text for one in bundle.problems for text in (one.where, one.why, *one.cells)),
        (kind.name + kind.css for kind in bundle.kinds),
    )


def _hold(truth: bool, fault: str) -> None:  # noqa: FBT001 - as an assertion has it
    if not truth:
        raise UnsoundError(fault)


def _take_in(arrival: Arrival) -> None:
    """Take a file into a new collection, look at it again, and take it back."""
    numbers = itertools.count(1)
    clock = Clock(lambda: round(_NOON.timestamp() * 1000), lambda: _NOON)
    ids = IdSource(clock.now, lambda bits: next(numbers) % (1 << bits))
    with tempfile.TemporaryDirectory() as folder:
        collection = Collection.open(Path(folder) / "collection.db", lambda _: None)
        try:
            operations = Operations(collection, clock.now)
            importing = Importing(operations, clock, ids, MediaFiles(Path(folder) / "media"))
            importing.preview(arrival, _ALL)
            done = importing.take_in(arrival, _ALL, Unwatched()).value
            if done is not None:
                plan = importing.preview(arrival, _ALL).plan
                _hold(not plan.added, "what was taken in is new again")
                importing.revert(done.id)
        finally:
            collection.close()
