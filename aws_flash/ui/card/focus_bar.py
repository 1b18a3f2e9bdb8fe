"""Marks the text of a card that has the focus, by a bar in the margin beside it."""

from __future__ import annotations

from PySide6.QtCore import QPoint, QRect, QRectF
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QApplication, QWidget

from aws_flash.ui.card.card_text import CardText
from aws_flash.ui.card.option_row import OptionRow
from aws_flash.ui.card.verdict import Outcome
from aws_flash.ui.theme.theme import Theme
from aws_flash.ui.widgets.shapes import paint_box

_WIDTH = 3.0
_DISTANCE = 16.0


class FocusBar(QWidget):
    """A calmer sign than a ring around a long text, and as visible.

    Texts are direct children, or stand in one together with their icon. An option that has been
    explained is a text like others.
    """

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme = theme
        self._shown = QRect()
        app = QApplication.instance()
        if isinstance(app, QApplication):
            app.focusChanged.connect(self.follow)

    def paintEvent(self, _event: QPaintEvent) -> None:
        """The bar, if one of the texts has the focus."""
        bar = self._bar_of(QApplication.focusWidget())
        if not bar.isEmpty():
            paint_box(QPainter(self), bar, _WIDTH / 2, self._theme.color("outline"))

    def follow(self, *_widgets: object) -> None:
        """Paint the bar where it belongs now: the focus has moved, or the text that has it."""
        place = self._bar_of(QApplication.focusWidget()).toAlignedRect()
        if place != self._shown:
            self.update(self._shown)
            self.update(place)
            self._shown = place

    def _bar_of(self, widget: QWidget | None) -> QRectF:
        """Where the bar of a text is; nowhere for all else, and for one that is hidden."""
        if widget is None or not self.isAncestorOf(widget) or not widget.isVisibleTo(self):
            return QRectF()
        if isinstance(widget, CardText):
            with_icon = widget.parentWidget()
            whole = widget if with_icon is None or with_icon is self else with_icon
        elif isinstance(widget, OptionRow) and widget.outcome is not Outcome.OPEN:
            whole = widget
        else:
            return QRectF()
        top_left = whole.mapTo(self, QPoint(0, 0))
        return QRectF(top_left.x() - _DISTANCE, top_left.y(), _WIDTH, whole.height())
