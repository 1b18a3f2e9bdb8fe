"""A rating to give; the one that Space would give is marked, and says so on its key."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Signal
from PySide6.QtGui import QFocusEvent, QPainter, QPaintEvent
from PySide6.QtWidgets import QWidget

from aws_flash.ui.actions import ACTIONS
from aws_flash.ui.review.words import outcome_spoken, outcome_text, tr
from aws_flash.ui.theme.measures import PANEL_RADIUS
from aws_flash.ui.theme.theme import Theme
from aws_flash.ui.theme.tokens import ColorName
from aws_flash.ui.widgets.answer_button import AnswerButton
from aws_flash.ui.widgets.shapes import paint_ring

if TYPE_CHECKING:
    from aws_flash.domain.leitner import Outcome


class RatingButton(AnswerButton):
    """Names its action, where the card goes, and the key that gives it."""

    taken_up = Signal()

    def __init__(
        self, theme: Theme, action_id: str, color: ColorName, parent: QWidget | None = None
    ) -> None:
        """Name the action of the table; `show_outcome` says the rest."""
        self._action = ACTIONS[action_id]
        self._is_suggested = False
        super().__init__(theme, self._action.label, color, self._action.key, parent)

    def show_outcome(self, outcome: Outcome, today: int, *, title: str = "") -> None:
        """Say where the card goes, under another title than the action's if one is given."""
        self.setText(title or self._action.label)
        self.set_caption(outcome_text(outcome, today))
        self.setAccessibleName(f"{self.text()}, {outcome_spoken(outcome, today)}")

    def set_suggested(self, *, suggested: bool) -> None:
        """Mark it as what Space gives."""
        self._is_suggested = suggested
        self._key = tr("Space") if suggested else self._action.key
        self.setAccessibleDescription(tr("Space or Enter gives this answer") if suggested else "")
        self.updateGeometry()
        self.update()

    def focusInEvent(self, event: QFocusEvent) -> None:
        """Space is its own from now on, which `taken_up` tells."""
        super().focusInEvent(event)
        self.taken_up.emit()

    @property
    def is_suggested(self) -> bool:
        """Whether Space gives it."""
        return self._is_suggested

    def paintEvent(self, event: QPaintEvent) -> None:
        """As every answer button, with a ring where Space leads, quieter than that of the focus."""
        super().paintEvent(event)
        if self._is_suggested and not self.hasFocus():
            color = self._theme.color("outline")
            paint_ring(QPainter(self), self._area(), PANEL_RADIUS, color)
