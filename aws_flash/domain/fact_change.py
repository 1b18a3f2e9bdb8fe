"""A fact that a new edition of its deck changed, kept until the user has seen it."""

from __future__ import annotations

from dataclasses import dataclass, replace

from aws_flash.domain.merge import Content


@dataclass(frozen=True, slots=True)
class FactChange:
    """What a note said before a new edition, and what it says after.

    In a clash the user had edited the note: `before` is the user's text, which stays until the user
    chooses, and `after` the deck's. `at` and `seen_at` are UTC milliseconds; `seen_at` is None
    while the change waits to be seen, or the clash to be settled.
    """

    note_id: int
    at: int
    before: Content
    after: Content
    is_clash: bool = False
    seen_at: int | None = None


def following(earlier: FactChange | None, later: FactChange) -> FactChange | None:
    """Return what there is to see when one change follows another; None when nothing is.

    Of a change that was not seen yet the user only knows what stood before it.
    """
    if earlier is None or earlier.seen_at is not None or earlier.is_clash or later.is_clash:
        return later
    together = replace(later, before=earlier.before)
    return None if together.before.fact == together.after.fact else together
