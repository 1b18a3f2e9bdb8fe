"""Progress from another program, as standings in our boxes."""

from __future__ import annotations

from bisect import bisect_right

from aws_flash.domain.bundle import Progress
from aws_flash.domain.card import BOXES, NEW, Standing
from aws_flash.domain.settings import Settings


def standing_of(progress: Progress | None, settings: Settings) -> Standing:
    """Return where a card stands that was learned elsewhere.

    The box is the file's own or else the highest whose rest does not exceed the card's interval, at
    least 1 (a reader gives a card that is being learned again box 1). The interval is kept as the
    card's rest, and its due day too.
    """
    if progress is None:
        return NEW
    rest = max(0, progress.rest)
    own = progress.box
    return Standing(
        box=box_of_rest(rest, settings) if own is None else min(max(own, 1), BOXES),
        rest=rest,
        due=progress.due,
        lapses=max(0, progress.lapses),
        streak=max(0, progress.streak),
    )


def box_of_rest(rest: int, settings: Settings) -> int:
    """Return the highest box that a card with this interval in days has earned, at least 1."""
    return max(1, bisect_right(settings.rests, rest))
