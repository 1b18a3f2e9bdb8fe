"""Widgets one under the other, each at its own distance from the one before.

Placed at once and by hand: a card changes what it shows many times a minute, and each change of a
part would have Qt's layouts arrange all of them again, several times over (10 ms a card, measured).
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, field

from PySide6.QtCore import QMargins
from PySide6.QtWidgets import QWidget

from aws_flash.ui.theme.theme import Theme

Shown = Callable[[QWidget], bool]
"""Whether a part counts: as a rule those that are not hidden, else those that will show."""


def is_shown(widget: QWidget) -> bool:
    """Whether a part is not hidden, though what holds it may be."""
    return not widget.isHidden()


@dataclass(slots=True)
class _Part:
    widget: QWidget
    gap: int
    inner: Parts | None
    above: int = 0


@dataclass(slots=True, eq=False)
class Parts:
    """All parts have one parent and get its whole width; hidden ones take no room and no distance.

    `margins` and `least`, the smallest height between them, are in pixels; distances grow with the
    text. Where there is little height, `share` is how much is kept of distances and of margins
    above and below.
    """

    theme: Theme
    margins: QMargins = field(default_factory=QMargins)
    least: int = 0
    share: float = 1.0
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

    def keep_above(self, widget: QWidget, pixels: int) -> None:
        """Keep room above a part, besides its distance, for what its parent paints there."""
        for part in self._parts:
            if part.widget is widget:
                part.above = pixels

    def kept_above(self, widget: QWidget) -> int:
        """The room that `keep_above` keeps, in pixels."""
        return sum(part.above for part in self._parts if part.widget is widget)

    def set_share(self, share: float) -> None:
        """Keep that share of distances, in the parts of parts too."""
        self.share = share
        for part in self._parts:
            if part.inner is not None:
                part.inner.set_share(share)

    def top(self) -> int:
        """Where the first part begins."""
        return round(self.margins.top() * self.share)

    def needed(self, width: int, shown: Shown = is_shown) -> int:
        """The height of all that count, with their distances and margins, at that width."""
        around = self.top() + round(self.margins.bottom() * self.share)
        return max(self.least, self._placed(width, shown)[1]) + around

    def arrange(self, width: int) -> None:
        """Place the parts in their parent, which is that wide."""
        inner = self._inner(width)
        for part, top, height in self._placed(width, is_shown)[0]:
            part.widget.setGeometry(self.margins.left(), self.top() + top, inner, height)
            if part.inner is not None:
                part.inner.arrange(inner)

    def _placed(self, width: int, shown: Shown) -> tuple[list[tuple[_Part, int, int]], int]:
        """Each part that counts with its top and height, and the height of all."""
        inner = self._inner(width)
        placed: list[tuple[_Part, int, int]] = []
        bottom = 0
        for part in self._parts:
            if not shown(part.widget):
                continue
            gap = round(self.theme.px(part.gap) * self.share)
            top = bottom + part.above + (gap if placed else 0)
            bottom = top + _height(part, inner, shown)
            placed.append((part, top, bottom - top))
        return placed, bottom

    def _inner(self, width: int) -> int:
        return max(1, width - self.margins.left() - self.margins.right())


def _height(part: _Part, width: int, shown: Shown) -> int:
    if part.inner is not None:
        return part.inner.needed(width, shown)
    if part.widget.hasHeightForWidth():
        return part.widget.heightForWidth(width)
    return part.widget.sizeHint().height()
