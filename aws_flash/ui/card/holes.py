"""The gaps of a card's text, each on a pill of its own."""

from __future__ import annotations

from collections.abc import Iterator
from typing import NamedTuple, cast

from PySide6.QtCore import QRectF, Qt
from PySide6.QtGui import (
    QPainter,
    QTextBlock,
    QTextCharFormat,
    QTextCursor,
    QTextDocument,
    QTextLine,
)

from aws_flash.ui.theme.theme import Theme
from aws_flash.ui.widgets.shapes import paint_box

MARKER = "#010203"
"""The ground that the style sheet gives to gaps, so that they can be found; never painted."""

_RADIUS = 5.0
_ASIDE = 3.0
_MOST = 200


class Hole(NamedTuple):
    """Where a gap begins and ends in the document."""

    begin: int
    end: int


def find_holes(document: QTextDocument) -> list[Hole]:
    """Take the marker away and return where it was; neighbours are one gap.

    Quick only while the document is not laid out.
    """
    found: list[Hole] = []
    block = document.begin()
    while block.isValid():
        for hole in _marked(block):
            if found and found[-1].end == hole.begin:
                hole = Hole(found.pop().begin, hole.end)  # noqa: PLW2901 - grown by its neighbour
            found.append(hole)
        block = block.next()
    _unmark(document, found)
    return found[:_MOST]


def paint_holes(
    painter: QPainter, document: QTextDocument, holes: list[Hole], theme: Theme
) -> None:
    """Paint the pills, below the text; a gap over several lines has one on each."""
    ground = theme.color("accent_soft")
    for hole in holes:
        block = document.findBlock(hole.begin)
        corner = document.documentLayout().blockBoundingRect(block).topLeft()
        for line in _lines(block, hole):
            place = _place(line, hole, block.position())
            if place is not None:
                paint_box(painter, place.translated(corner), _RADIUS, ground)


def _marked(block: QTextBlock) -> list[Hole]:
    found: list[Hole] = []
    each = block.begin()
    while not each.atEnd():
        fragment = each.fragment()
        if fragment.charFormat().background().color().name() == MARKER:
            found.append(Hole(fragment.position(), fragment.position() + fragment.length()))
        each += 1
    return found


def _unmark(document: QTextDocument, holes: list[Hole]) -> None:
    clear = QTextCharFormat()
    clear.setBackground(Qt.GlobalColor.transparent)
    cursor = QTextCursor(document)
    cursor.beginEditBlock()  # one change for all
    for hole in holes:
        cursor.setPosition(hole.begin)
        cursor.setPosition(hole.end, QTextCursor.MoveMode.KeepAnchor)
        cursor.mergeCharFormat(clear)
    cursor.endEditBlock()


def _lines(block: QTextBlock, hole: Hole) -> Iterator[QTextLine]:
    """The lines of its paragraph that a gap lies on."""
    layout = block.layout()
    line = layout.lineForTextPosition(hole.begin - block.position())
    while line.isValid() and line.textStart() < hole.end - block.position():
        yield line
        line = layout.lineAt(line.lineNumber() + 1)


def _place(line: QTextLine, hole: Hole, start: int) -> QRectF | None:
    begin = max(hole.begin - start, line.textStart())
    end = min(hole.end - start, line.textStart() + line.textLength())
    if begin >= end:
        return None
    left, right = (_x(line, place) for place in (begin, end))
    last = line.naturalTextRect().right()  # a space at the end of a line is not painted
    left, right = max(min(left, right) - _ASIDE, 0), min(max(left, right), last) + _ASIDE
    return QRectF(left, line.y() - 1, right - left, line.height() + 2)


def _x(line: QTextLine, place: int) -> float:
    """Where a sign begins; PySide gives a pair, whatever its stubs say."""
    left, _ = cast("tuple[float, int]", line.cursorToX(place))
    return left
