"""A note: the content that cards are asked from."""

from __future__ import annotations

from dataclasses import dataclass

from aws_flash.domain.provenance import Provenance


@dataclass(frozen=True, slots=True)
class Note:
    """Content of one or more cards.

    `fields` pairs each field's name with its HTML, stored as received and never trusted. `guid` is
    the identity that survives export, import and editing. Times are UTC milliseconds.
    """

    id: int
    guid: str
    kind_id: int
    fields: tuple[tuple[str, str], ...]
    tags: tuple[str, ...]
    created: int
    modified: int
    provenance: Provenance | None = None

    def __post_init__(self) -> None:
        """Refuse a note without identity."""
        if not self.guid:
            msg = "a note needs a guid"
            raise ValueError(msg)

    def field(self, name: str) -> str:
        """Return a field's HTML, empty when the note has no such field."""
        return dict(self.fields).get(name, "")
