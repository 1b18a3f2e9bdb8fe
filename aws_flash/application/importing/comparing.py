"""Comparing a bundle with the collection: which of its notes are new, changed, clashing or here."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import replace
from typing import TypeVar

from aws_flash.application.comparing import contents_of
from aws_flash.domain.bundle import Bundle, BundledCard, BundledNote, BundledReview
from aws_flash.domain.imports import Wishes
from aws_flash.domain.merge_plan import MergePlan, merge_plan
from aws_flash.domain.plain_text import plain
from aws_flash.storage.tables import Tables

T = TypeVar("T", BundledCard, BundledReview)


def compared(tables: Tables, bundle: Bundle) -> MergePlan:
    """Return what an import of the bundle would do to each of its notes."""
    mine = contents_of(tables, (note.guid for note in bundle.notes))
    bases = {key: one.fingerprint for key, one in tables.deck_notes.get_all(mine).items()}
    return merge_plan(bundle.notes, mine, bases)


def wanted(tables: Tables, bundle: Bundle, wishes: Wishes) -> Bundle:
    """Return the bundle without what the user left out, each note known by the guid it has here."""
    notes = [note for note in bundle.notes if note.guid not in wishes.left_out]
    if wishes.by_first_field:
        return _under_guids_here(tables, replace(bundle, notes=tuple(notes)))
    return replace(bundle, notes=tuple(notes))


def _under_guids_here(tables: Tables, bundle: Bundle) -> Bundle:
    """Return the bundle with the guids of notes that have the same first field here."""
    known = tables.notes.ids_by_guid(note.guid for note in bundle.notes)
    here: dict[str, str] = {}
    for note in tables.notes.every():
        here.setdefault(_first_field(note.fields), note.guid)
    renamed = {
        note.guid: here[first]
        for note in bundle.notes
        if note.guid not in known and (first := _first_field(note.fields)) in here and first
    }
    return replace(
        bundle,
        notes=tuple(_with_guid(bundle.notes, renamed)),
        cards=tuple(_of_note(card, renamed) for card in bundle.cards),
        reviews=tuple(_of_note(review, renamed) for review in bundle.reviews),
    )


def _with_guid(notes: Iterable[BundledNote], renamed: dict[str, str]) -> Iterable[BundledNote]:
    """Yield the notes under their new guids, each guid once: the first note that has it."""
    taken: set[str] = set()
    for note in notes:
        guid = renamed.get(note.guid, note.guid)
        if guid not in taken:
            taken.add(guid)
            yield note if guid == note.guid else replace(note, guid=guid)


def _of_note(one: T, renamed: dict[str, str]) -> T:
    return replace(one, note=renamed[one.note]) if one.note in renamed else one


def _first_field(fields: tuple[tuple[str, str], ...]) -> str:
    return plain(fields[0][1]).strip().casefold() if fields else ""
