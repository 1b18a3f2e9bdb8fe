"""Children at both ends of one line, as a title and its note; in rows when they don't fit."""

from __future__ import annotations

from PySide6.QtWidgets import QWidget

from aws_flash.ui.widgets.flow_layout import Flow, FlowLayout
from aws_flash.ui.widgets.wrapping import let_wrap


def spread(found: Flow, width: int) -> Flow:
    """Push the last item to the right end if all items are in one row."""
    if len(found.places) < 2:
        return found
    *others, (left, top, wide, high) = found.places
    before_left, _, before_wide, _ = others[-1]
    if left < before_left + before_wide:
        return found
    return Flow([*others, (width - wide, top, wide, high)], found.height)


class SpreadLayout(FlowLayout):
    """A flow layout whose last item stands at the right end."""

    def _flow(self, width: int) -> Flow:
        return spread(super()._flow(width), width)


class SpreadRow(QWidget):
    """Holds what it is given, the last at the right end."""

    def __init__(self, *children: QWidget, gap: int = 12, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.row = SpreadLayout(self, gap)
        for child in children:
            self.row.addWidget(child)
        let_wrap(self)
