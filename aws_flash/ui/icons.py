"""Lucide icons in the colours of the look in force, sharp on every screen."""

from __future__ import annotations

from PySide6.QtCore import QByteArray, QRect, QRectF, QSize, Qt
from PySide6.QtGui import QIcon, QIconEngine, QPainter, QPixmap

from aws_flash.resources import resource
from aws_flash.ui.theme.theme import Theme
from aws_flash.ui.theme.tokens import ColorName


class Icons:
    """Hands out icons that change colour with the theme by themselves.

    An icon reads the theme each time it is painted, so nobody has to set it again; drawn pictures
    are kept per name, colour and size.
    """

    def __init__(self, theme: Theme) -> None:
        self._theme = theme
        self._drawings: dict[str, bytes] = {}
        self._pixmaps: dict[tuple[str, str, int, int], QPixmap] = {}

    def icon(self, name: str, role: ColorName = "ink") -> QIcon:
        """The icon of a file in resources/icons (without ".svg"), in that colour."""
        return QIcon(_ThemedEngine(self, name, role))

    def pixmap(self, name: str, role: ColorName, size: int, ratio: float = 1.0) -> QPixmap:
        """A square picture, `size` in logical pixels, for a screen of that pixel ratio."""
        color = self._theme.tokens.get(role)
        key = (name, color, size, round(ratio * 100))
        if key not in self._pixmaps:
            self._pixmaps[key] = self._drawn(name, color, size, ratio)
        return self._pixmaps[key]

    def _drawn(self, name: str, color: str, size: int, ratio: float) -> QPixmap:
        # QtSvg takes 2 ms to load: here, so that a window without icons does not pay for it.
        from PySide6.QtSvg import QSvgRenderer

        if name not in self._drawings:
            self._drawings[name] = resource("icons", f"{name}.svg").read_bytes()
        drawing = self._drawings[name].replace(b"currentColor", color.encode())
        edge = max(1, round(size * ratio))
        pixmap = QPixmap(edge, edge)
        pixmap.fill(Qt.GlobalColor.transparent)
        painter = QPainter(pixmap)
        QSvgRenderer(QByteArray(drawing)).render(painter, QRectF(0, 0, edge, edge))
        painter.end()
        pixmap.setDevicePixelRatio(ratio)
        return pixmap


class _ThemedEngine(QIconEngine):
    """Looks the colour up when it paints; a disabled icon is drawn in muted ink."""

    def __init__(self, icons: Icons, name: str, role: ColorName) -> None:
        super().__init__()
        self._icons = icons
        self._name = name
        self._role: ColorName = role

    def clone(self) -> QIconEngine:
        return _ThemedEngine(self._icons, self._name, self._role)

    def paint(self, painter: QPainter, rect: QRect, mode: QIcon.Mode, state: QIcon.State) -> None:
        ratio = painter.device().devicePixelRatio()
        painter.drawPixmap(rect, self.scaledPixmap(rect.size(), mode, state, ratio))

    def pixmap(self, size: QSize, mode: QIcon.Mode, state: QIcon.State) -> QPixmap:
        return self.scaledPixmap(size, mode, state, 1.0)

    def scaledPixmap(  # noqa: N802 - Qt's name
        self, size: QSize, mode: QIcon.Mode, _state: QIcon.State, scale: float
    ) -> QPixmap:
        role: ColorName = "muted" if mode is QIcon.Mode.Disabled else self._role
        return self._icons.pixmap(self._name, role, min(size.width(), size.height()), scale)
