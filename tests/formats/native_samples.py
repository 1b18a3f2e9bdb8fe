"""Decks in the native form, made here: one with every sort of note, one as it was answered."""

from __future__ import annotations

import tempfile
from pathlib import Path

from aws_flash.domain.bundle import (
    Bundle,
    BundledCard,
    BundledNote,
    BundledReview,
    BundledTopic,
    Progress,
    held_medium,
)
from aws_flash.domain.choice import Option, option_fields
from aws_flash.domain.kind import CardTemplate, Family, Kind
from aws_flash.domain.monitor import Unwatched
from aws_flash.domain.picture import Part, Picture, parts_markup, picture_markup
from aws_flash.domain.provenance import Provenance, Source
from aws_flash.domain.review import Rating, ReviewKind
from aws_flash.formats.native.form import WRITER

_TOPICS = (
    BundledTopic("TopicAws00", None, "AWS", 1, "All of <i>it</i>"),
    BundledTopic("TopicIam00", "TopicAws00", "IAM", 1),
)
CUSTOM = Kind(
    id=0,
    guid="other:1",
    name="Capitals",
    family=Family.IMPORTED,
    fields=("Country", "Capital"),
    templates=(CardTemplate("There", "{{Country}}", "{{FrontSide}}<hr>{{Capital}}"),),
    css=".card { color: red }",
)
_ORIGIN = Provenance((Source("Users", "https://example.org/users", "2026-11-01"),))
_RESTING = Progress(rest=14, due=20_700, lapses=1, streak=3, box=4)


def _note(number: int, kind: str, *fields: tuple[str, str]) -> BundledNote:
    return BundledNote(f"Note{number:06}", "TopicIam00", kind, fields)


def _notes() -> tuple[BundledNote, ...]:
    shown = Picture("eye.png", "an eye")
    parts = parts_markup([Part(1, "pupil", 0.1, 0.2, 0.3, 0.4)])
    options = option_fields(
        [Option("one", "why", right=True), Option("two", "not", pinned=True), Option("three")]
    )
    return (
        _note(1, "basic", ("Question", "Who?"), ("Answer", "<b>A role</b>"), ("Explanation", "")),
        _note(2, "cloze", ("Text", "{{c1::IAM}} is {{c2::global}}"), ("Explanation", "ü 日本")),
        _note(3, "choice", ("Question", "Which?"), *options, ("Explanation", "")),
        _note(4, "picture", ("Picture", picture_markup(shown)), ("Parts", parts)),
        _note(5, CUSTOM.guid, ("Country", "France"), ("Capital", "Paris")),
        BundledNote("Note000006", "TopicAws00", "typed", (("Question", "?"),), ("x",), _ORIGIN),
    )


def deck() -> Bundle:
    """Return a deck with every sort of note and a medium."""
    return Bundle(
        guid="DeckAws000",
        name="AWS",
        edition="1",
        description="Made for tests",
        topics=_TOPICS,
        notes=_notes(),
        kinds=(CUSTOM,),
        media=(held_medium("eye.png", b"\x89PNG"),),
        licence="CC-BY-4.0",
    )


def collection() -> Bundle:
    """Return a deck with boxes and answers."""
    notes = _notes()[:2]
    return Bundle(
        guid="DeckAws001",
        name="Mine",
        edition="1",
        description="",
        topics=_TOPICS,
        notes=notes,
        cards=(BundledCard(notes[0].guid, 0, progress=_RESTING, flag=2),),
        reviews=(
            BundledReview(
                notes[0].guid,
                0,
                1_700_000_000_000,
                ReviewKind.ANSWER,
                Rating.KNEW,
                None,
                _RESTING,
                1200,
                20_686,
            ),
        ),
    )


def samples() -> list[tuple[str, bytes]]:
    """Return files by the names they might have."""
    return [("deck.awsflash", packed(deck())), ("mine.awsflash", packed(collection()))]


def packed(bundle: Bundle) -> bytes:
    """Return a bundle as one file."""
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder) / "made.awsflash"
        WRITER.write(bundle, path, Unwatched())
        return path.read_bytes()
