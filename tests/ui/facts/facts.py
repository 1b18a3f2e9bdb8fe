"""Facts that age and facts that changed, to be shown, and what a page says of them."""

from __future__ import annotations

from datetime import date

from PySide6.QtWidgets import QAbstractButton, QApplication, QLabel, QWidget

from aws_flash.domain.provenance import Provenance, Source
from aws_flash.ui.card.card_text import CardText
from aws_flash.ui.card.passages import Passage
from aws_flash.ui.facts.values import AgedFact, ShownChange

TOLD = Provenance(
    sources=(Source("STS reference", "https://docs.example.org/sts"),),
    checked_on=date(2025, 9, 1),
)


def aged(number: int) -> list[AgedFact]:
    """So many facts; the first has the note id 1."""
    return [
        AgedFact(at, f"Question {at}?", f"Answer {at}", "STS calls", "14 months ago", TOLD)
        for at in range(1, number + 1)
    ]


CHANGE = ShownChange(
    note_id=7,
    path="STS calls",
    changed_on="24 Nov 2026",
    passages=(
        Passage("Question", "How long?", "How long?"),
        Passage("Answer", "Up to 1 hour", "Up to 12 hours"),
    ),
    provenance=TOLD,
    is_clash=False,
    is_seen=True,
    position=1,
    total=3,
)
CLASH = CHANGE._replace(is_clash=True)


def said(page: QWidget) -> list[str]:
    """All texts on screen."""
    found = [one for one in page.findChildren(QWidget) if one.isVisible()]
    return [text for one in found if (text := _text(one))]


def button(page: QWidget, text: str, which: int = 0) -> QAbstractButton:
    """One of the visible buttons that are called so."""
    buttons = page.findChildren(QAbstractButton)
    return [one for one in buttons if one.isVisible() and one.text() == text][which]


def focused() -> QWidget:
    found = QApplication.focusWidget()
    assert found is not None
    return found


def _text(widget: QWidget) -> str:
    if isinstance(widget, CardText):
        return widget.spoken()
    if isinstance(widget, (QLabel, QAbstractButton)):
        return widget.text()
    return ""
