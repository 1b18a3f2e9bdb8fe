"""Decks and files to bring in, made by hand."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path
from typing import Any

from aws_flash.application.importing.arrival import Arrival
from aws_flash.domain.bundle import Bundle, BundledCard, BundledNote, BundledTopic, Progress
from aws_flash.formats.native.writing import write_folder
from aws_flash.formats.source import Source

TOPICS = (
    BundledTopic("t-mine", None, "My notes", 1),
    BundledTopic("t-net", "t-mine", "Networks", 1),
    BundledTopic("t-keys", "t-mine", "Keys and locks", 2),
)


def note(
    guid: str, question: str, answer: str = "Yes.", topic: str = "t-net", **more: Any
) -> BundledNote:
    fields = (("Question", question), ("Answer", answer), ("Explanation", ""))
    return BundledNote(guid, topic, "basic", fields, **more)


def bundle(*notes: BundledNote, **more: Any) -> Bundle:
    return Bundle("my-notes", "My notes", "2026.1.0", "", TOPICS, notes, **more)


def learned(made: Bundle) -> Bundle:
    """The same with progress, as one's own collection has it."""
    cards = [BundledCard(one.guid, 0, progress=Progress(rest=9, due=20_800)) for one in made.notes]
    return replace(made, cards=tuple(cards), is_collection=True)


def write_deck(folder: Path, *notes: BundledNote) -> Path:
    """Write a deck as a folder, and return it."""
    used = {one.topic for one in notes}
    topics = tuple(topic for topic in TOPICS if topic.guid in used or topic.parent is None)
    write_folder(replace(bundle(*notes), topics=topics), folder)
    return folder


def arrival(made: Bundle, name: str = "notes.apkg", format_id: str = "apkg") -> Arrival:
    """A bundle as if it came from a file."""
    path = Path(name)
    return Arrival(path, format_id, "Anki package", made, Source(path))
