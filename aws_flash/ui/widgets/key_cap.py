"""The little bordered key, as in "Start review [Space]"."""

from __future__ import annotations

from typing import NamedTuple

from PySide6.QtCore import QRectF, QSize, Qt
from PySide6.QtGui import QColor, QPainter, QPaintEvent
from PySide6.QtWidgets import QLabel, QSizePolicy, QWidget

from aws_flash.ui.theme.fonts import FontRole
from aws_flash.ui.theme.theme import Theme
from aws_flash.ui.widgets.shapes import paint_box
from aws_flash.ui.widgets.text_size import line_height, text_width


class KeyCapColors(NamedTuple):
    """How a key cap is coloured on the thing it stands on."""

    fill: QColor
    line: QColor
    text: QColor


def key_cap_size(theme: Theme, key: str) -> QSize:
    """The room a key cap takes; never narrower than a square-looking one."""
    font = theme.font(FontRole.KEY)
    width = text_width(font, key) + theme.px(12)
    return QSize(max(width, theme.px(19)), line_height(font) + theme.px(4))


def paint_key_cap(
    painter: QPainter, rect: QRectF, key: str, theme: Theme, colors: KeyCapColors
) -> None:
    """Draw a key cap into `rect`, which is as large as key_cap_size says."""
    paint_box(painter, rect, theme.px(5), colors.fill, colors.line)
    painter.setFont(theme.font(FontRole.KEY))
    painter.setPen(colors.text)
    painter.drawText(rect, Qt.AlignmentFlag.AlignCenter, key)


def quiet_key_colors(theme: Theme) -> KeyCapColors:
    """The colours of a key cap on a surface."""
    return KeyCapColors(theme.color("window"), theme.color("line"), theme.color("muted"))


class KeyCap(QLabel):
    """A key cap that stands alone, as in the table of keys."""

    def __init__(self, theme: Theme, key: str, parent: QWidget | None = None) -> None:
        super().__init__(key, parent)
        self._theme = theme
        self.setTextFormat(Qt.TextFormat.PlainText)
        self.setAccessibleName(key)
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)
        theme.changed.connect(self.updateGeometry)

    def sizeHint(self) -> QSize:
        """As large as the key's name needs."""
        return key_cap_size(self._theme, self.text())

    def minimumSizeHint(self) -> QSize:  # noqa: N802 - Qt's name
        """Never cut off."""
        return self.sizeHint()

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Draw the cap."""
        rect = QRectF(self.rect())
        colors = quiet_key_colors(self._theme)
        paint_key_cap(QPainter(self), rect, self.text(), self._theme, colors)
