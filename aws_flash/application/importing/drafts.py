"""Drafts: notes made by guessing, which the user may put right before they are taken in."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace

from aws_flash.application.importing.arrival import Arrival
from aws_flash.domain.errors import Gone


def with_fields(arrival: Arrival, guid: str, fields: Mapping[str, str]) -> Arrival:
    """Return the arrival with other texts in some fields of a note; nothing is written.

    Raises:
        Gone: the file has no such note.
    """
    bundle = arrival.bundle
    if all(note.guid != guid for note in bundle.notes):
        raise Gone("card")
    notes = tuple(
        replace(note, fields=tuple({**dict(note.fields), **fields}.items()))
        if note.guid == guid
        else note
        for note in bundle.notes
    )
    cards = tuple(card for card in bundle.cards if card.note != guid)
    return arrival.with_bundle(replace(bundle, notes=notes, cards=cards))
