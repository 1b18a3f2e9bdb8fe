"""Lucide icons in the colours of the look in force, sharp on every screen."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtGui import QPixmap

from aws_flash.resources import resource
from aws_flash.ui.theme.theme import Theme
from aws_flash.ui.theme.tokens import ColorName

if TYPE_CHECKING:
    from PySide6.QtGui import QIcon

_DRAWN_FOR = b'="24"'


class Icons:
    """Hands out pictures, which are kept per name, colour and size, and Qt's icons for menus.

    A QIcon reads the theme each time it is painted, so nobody has to set it again.
    """

    def __init__(self, theme: Theme) -> None:
        self._theme = theme
        self._drawings: dict[str, bytes] = {}
        self._pixmaps: dict[tuple[str, str, int, int], QPixmap] = {}

    def icon(self, name: str, role: ColorName = "ink") -> QIcon:
        """The icon of a file in resources/icons (without ".svg"), in that colour."""
        from PySide6.QtGui import QIcon  # 2 ms to be made known: the first window has no menu

        from aws_flash.ui.theme.icon_engine import ThemedEngine

        return QIcon(ThemedEngine(self.pixmap, name, role))

    def pixmap(self, name: str, role: ColorName, size: int, ratio: float = 1.0) -> QPixmap:
        """A square picture, `size` in logical pixels, for a screen of that pixel ratio."""
        color = self._theme.tokens.get(role)
        key = (name, color, size, round(ratio * 100))
        if key not in self._pixmaps:
            self._pixmaps[key] = self._drawn(name, color, size, ratio)
        return self._pixmaps[key]

    def _drawn(self, name: str, color: str, size: int, ratio: float) -> QPixmap:
        if name not in self._drawings:
            self._drawings[name] = resource("icons", f"{name}.svg").read_bytes()
        edge = str(max(1, round(size * ratio))).encode()
        drawing = self._drawings[name].replace(b"currentColor", color.encode())
        for side in (b"width", b"height"):
            drawing = drawing.replace(side + _DRAWN_FOR, side + b'="' + edge + b'"', 1)
        # Qt reads SVG as any picture; the module QtSvg would take 2 ms more of a start.
        pixmap = QPixmap()
        pixmap.loadFromData(drawing, "svg")
        pixmap.setDevicePixelRatio(ratio)
        return pixmap
