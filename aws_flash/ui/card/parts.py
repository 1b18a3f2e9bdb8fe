"""Widgets one under the other, each at its own distance from the one before.

Placed at once and by hand: a card changes what it shows many times a minute, and each change of a
part would have Qt's layouts arrange all of them again, several times over (10 ms a card, measured).
"""

from __future__ import annotations

from dataclasses import dataclass, field

from PySide6.QtCore import QMargins
from PySide6.QtWidgets import QWidget

from aws_flash.ui.theme.theme import Theme


@dataclass(slots=True)
class _Part:
    widget: QWidget
    gap: int
    inner: Parts | None


@dataclass(slots=True, eq=False)
class Parts:
    """All parts have one parent and get its whole width; hidden ones take no room and no distance.

    `margins` and `least`, the smallest height, are in pixels; distances grow with the text.
    """

    theme: Theme
    margins: QMargins = field(default_factory=QMargins)
    least: int = 0
    _parts: list[_Part] = field(default_factory=list)

    def add(self, widget: QWidget, gap: int, inner: Parts | None = None) -> None:
        """Add a part, `gap` pixels (at 100 % text size) below; `inner` are its own parts."""
        self.insert(len(self._parts), widget, gap, inner)

    def insert(self, place: int, widget: QWidget, gap: int, inner: Parts | None = None) -> None:
        """Add a part before the one at that place."""
        self._parts.insert(place, _Part(widget, gap, inner))

    def set_gap(self, widget: QWidget, gap: int) -> None:
        """Keep a part at another distance."""
        for part in self._parts:
            if part.widget is widget:
                part.gap = gap

    def needed(self, width: int) -> int:
        """The height of all with their distances and margins, at that width."""
        around = self.margins.top() + self.margins.bottom()
        return max(self.least, self._placed(width)[1] + around)

    def arrange(self, width: int) -> None:
        """Place the parts in their parent, which is that wide."""
        inner = self._inner(width)
        for part, top, height in self._placed(width)[0]:
            part.widget.setGeometry(self.margins.left(), self.margins.top() + top, inner, height)
            if part.inner is not None:
                part.inner.arrange(inner)

    def _placed(self, width: int) -> tuple[list[tuple[_Part, int, int]], int]:
        """Each shown part with its top and height, and the height of all."""
        inner = self._inner(width)
        placed: list[tuple[_Part, int, int]] = []
        bottom = 0
        for part in self._parts:
            if part.widget.isHidden():
                continue
            top = bottom + (self.theme.px(part.gap) if placed else 0)
            bottom = top + _height(part, inner)
            placed.append((part, top, bottom - top))
        return placed, bottom

    def _inner(self, width: int) -> int:
        return max(1, width - self.margins.left() - self.margins.right())


def _height(part: _Part, width: int) -> int:
    if part.inner is not None:
        return part.inner.needed(width)
    if part.widget.hasHeightForWidth():
        return part.widget.heightForWidth(width)
    return part.widget.sizeHint().height()
