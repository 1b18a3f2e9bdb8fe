"""What the pages of facts that age show: plain values, made by the flow."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

if TYPE_CHECKING:
    from aws_flash.domain.provenance import Provenance
    from aws_flash.ui.card.passages import Passage


class AgedFact(NamedTuple):
    """A card to recheck: its texts without markup, and how long ago it was checked."""

    note_id: int
    question: str
    answer: str
    path: str
    age: str
    provenance: Provenance


class ShownChange(NamedTuple):
    """A fact that changed. `is_clash`: the user had edited the card, and has to choose.

    `changed_on` is a date in words, `position` counts from 1.
    """

    note_id: int
    path: str
    changed_on: str
    passages: tuple[Passage, ...]
    provenance: Provenance | None
    is_clash: bool
    is_seen: bool
    position: int
    total: int
