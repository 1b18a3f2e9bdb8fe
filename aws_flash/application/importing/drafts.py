"""Drafts: notes made by guessing, which the user may put right before they are taken in."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace

from aws_flash.application.importing.arrival import Arrival
from aws_flash.domain import cloze
from aws_flash.domain.bundle import BundledNote
from aws_flash.domain.errors import Gone
from aws_flash.domain.kind import Family, Kind
from aws_flash.domain.plain_text import plain


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


def draft_texts(note: BundledNote, kind: Kind) -> tuple[str, str]:
    """Return what a note asks and what it answers, each on one line without markup."""
    fields = dict(note.fields)
    if kind.family is Family.CLOZE:
        text = fields.get("Text", "")
        numbers = cloze.ordinals(text)
        asked = cloze.question(text, numbers[0]) if numbers else text
        answers = [one for number in numbers for one in cloze.answers(text, number)]
        return _line(asked), " · ".join(map(_line, answers))
    shown = [html for _, html in note.fields if html]
    return _line(fields.get("Question", shown[0] if shown else "")), _line(
        fields.get("Answer", shown[1] if len(shown) > 1 else "")
    )


def _line(html: str) -> str:
    return " ".join(plain(html).split())
