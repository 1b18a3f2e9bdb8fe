"""Comparing: what a bundle would do to the notes of a collection."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import replace

from aws_flash.application.topic_delivery import topics_to_add
from aws_flash.domain.bundle import Bundle
from aws_flash.domain.merge import GONE, Content, DeckUpdate, compare
from aws_flash.domain.merge_plan import content_of
from aws_flash.domain.note import Note
from aws_flash.storage.tables import Tables


def compared(tables: Tables, bundle: Bundle) -> DeckUpdate:
    """Return what the bundle would do to the collection.

    A new note of a topic that the user deleted does not come in. From a bundle with faults nothing
    counts as dropped: what is missing may only be unreadable.
    """
    theirs = {note.guid: content_of(note) for note in bundle.notes}
    delivered = tables.deck_notes.of_deck(bundle.guid)
    bases = {guid: note.fingerprint for guid, note in delivered.items()}
    mine = contents_of(tables, {*theirs, *bases})
    unknown = theirs.keys() - mine.keys() - bases.keys()
    bases.update(dict.fromkeys(tables.notes.deleted_guids(unknown), GONE))
    facts = {guid: note.fact for guid, note in delivered.items()}
    update = compare(bases, mine, theirs, facts)
    known, fresh = topics_to_add(tables, bundle)
    homes = {*known, *(topic.guid for topic in fresh)}
    topic_of = {note.guid: note.topic for note in bundle.notes}
    added = tuple(guid for guid in update.added if topic_of[guid] in homes)
    dropped = () if bundle.problems else _still_asked(tables, update.dropped)
    return replace(update, added=added, dropped=dropped)


def notes_of(tables: Tables, guids: Iterable[str]) -> dict[str, Note]:
    """Return the notes that have one of the guids, by guid."""
    ids = tables.notes.ids_by_guid(guids)
    return {note.guid: note for note in tables.notes.get_all(ids.values()).values()}


def contents_of(tables: Tables, guids: Iterable[str]) -> dict[str, Content]:
    """Return what notes of the collection say, by guid; a guid without a note is left out."""
    kinds = tables.kinds.known()
    return {
        guid: Content(kinds[note.kind_id].guid, note.fields, note.provenance)
        for guid, note in notes_of(tables, guids).items()
    }


def _still_asked(tables: Tables, guids: Sequence[str]) -> tuple[str, ...]:
    """Return those of the notes that have a card which is not set aside yet."""
    ids = tables.notes.ids_by_guid(guids)
    asked = {card.note_id for card in tables.cards.of_notes(ids.values()) if not card.aside}
    return tuple(guid for guid in guids if ids[guid] in asked)
