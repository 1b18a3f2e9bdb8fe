"""The words of the review: where a rating moves the card, and when the card comes back."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication

from aws_flash.domain.days import date_of
from aws_flash.ui.text import day_text

if TYPE_CHECKING:
    from aws_flash.domain.leitner import Outcome

_CONTEXT = "review"


def tr(text: str) -> str:
    """Return a text in the user's language."""
    return QCoreApplication.translate(_CONTEXT, text)


def position_text(position: int, total: int) -> str:
    """Return the place in the session: "12 of 27"."""
    return tr("{position} of {total}").format(position=f"{position:,}", total=f"{total:,}")


def outcome_text(outcome: Outcome, today: int) -> str:
    """Return what a rating does: "box 2 → 3 · Fri 27 Nov", "stays in box 3 · again today"."""
    return _joined(_move(outcome, " → "), _return(outcome, today))


def outcome_spoken(outcome: Outcome, today: int) -> str:
    """Return the same without signs, for screen readers."""
    return ", ".join(part for part in (_move(outcome, _to()), _return(outcome, today)) if part)


def _move(outcome: Outcome, arrow: str) -> str:
    before, after = outcome.before.box, outcome.after.box
    if before == after:
        return tr("stays in box {box}").format(box=after)
    if before == 0:
        return tr("new{arrow}box {after}").format(arrow=arrow, after=after)
    return tr("box {before}{arrow}{after}").format(before=before, arrow=arrow, after=after)


def _to() -> str:
    return tr(" to ")


def _return(outcome: Outcome, today: int) -> str:
    if outcome.returns:
        return tr("again today")
    due = outcome.after.due
    return "" if due is None else day_text(date_of(due), date_of(today))


def _joined(*parts: str) -> str:
    return " · ".join(part for part in parts if part)
