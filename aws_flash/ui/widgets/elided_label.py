"""One line of text that ends in "…" where it does not fit; the whole is in the tooltip."""

from __future__ import annotations

from PySide6.QtCore import QSize, Qt
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QSizePolicy, QWidget

from aws_flash.ui.theme.fonts import FontRole
from aws_flash.ui.theme.theme import Theme
from aws_flash.ui.theme.tokens import ColorName
from aws_flash.ui.widgets.plain_label import PlainLabel
from aws_flash.ui.widgets.plain_tip import plain_tip


class ElidedLabel(PlainLabel):
    """Shrinks to a few letters; screen readers still hear the whole text."""

    def __init__(
        self,
        theme: Theme,
        text: str = "",
        role: FontRole = FontRole.TEXT,
        color: ColorName = "ink",
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(theme, text, role, color, parent)
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Fixed)

    def minimumSizeHint(self) -> QSize:  # noqa: N802 - Qt's name
        """Room for about four letters."""
        return QSize(self.fontMetrics().averageCharWidth() * 4, super().minimumSizeHint().height())

    def shown_text(self) -> str:
        """What there is room for."""
        elide = Qt.TextElideMode.ElideRight
        return self.fontMetrics().elidedText(self.text(), elide, self.contentsRect().width())

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Draw what fits, and give the tooltip the rest."""
        shown = self.shown_text()
        tip = "" if shown == self.text() else plain_tip(self.text())
        if tip != self.toolTip():
            self.setToolTip(tip)
        painter = QPainter(self)
        painter.setPen(self.palette().color(self.foregroundRole()))
        painter.drawText(self.contentsRect(), int(self.alignment()), shown)
