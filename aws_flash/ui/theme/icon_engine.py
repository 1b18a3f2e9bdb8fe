"""How Qt's own icons, as menus show them, follow the theme."""

from __future__ import annotations

from collections.abc import Callable
from typing import TypeAlias

from PySide6.QtCore import QRect, QSize
from PySide6.QtGui import QIcon, QIconEngine, QPainter, QPixmap

from aws_flash.ui.theme.tokens import ColorName

Drawing: TypeAlias = Callable[[str, ColorName, int, float], QPixmap]
"""Gives the square picture of a name, in a colour, of a size in logical pixels, for a ratio."""


class ThemedEngine(QIconEngine):
    """Looks the colour up when it paints; a disabled icon is drawn in muted ink."""

    def __init__(self, drawing: Drawing, name: str, role: ColorName) -> None:
        super().__init__()
        self._drawing = drawing
        self._name = name
        self._role: ColorName = role

    def clone(self) -> QIconEngine:
        """The same once more, for a copy of the icon."""
        return ThemedEngine(self._drawing, self._name, self._role)

    def paint(self, painter: QPainter, rect: QRect, mode: QIcon.Mode, state: QIcon.State) -> None:
        """Draw it as large as `rect`."""
        ratio = painter.device().devicePixelRatio()
        painter.drawPixmap(rect, self.scaledPixmap(rect.size(), mode, state, ratio))

    def pixmap(self, size: QSize, mode: QIcon.Mode, state: QIcon.State) -> QPixmap:
        """Draw it for a screen of pixel ratio 1."""
        return self.scaledPixmap(size, mode, state, 1.0)

    def scaledPixmap(  # noqa: N802 - Qt's name
        self, size: QSize, mode: QIcon.Mode, _state: QIcon.State, scale: float
    ) -> QPixmap:
        """Draw it for a screen of pixel ratio `scale`."""
        role: ColorName = "muted" if mode is QIcon.Mode.Disabled else self._role
        return self._drawing(self._name, role, min(size.width(), size.height()), scale)
