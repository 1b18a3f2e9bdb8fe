"""Formulas within a text document: each is one sign, drawn on the base line of the text around it.

Qt knows two heights of things in a line: standing on the base line, or centred on the small
letters. A formula is laid out as the latter, with room enough both ways, and painted where the base
line then turns out to be.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from typing import NamedTuple

from PySide6.QtCore import QByteArray, QObject, QRect, QRectF, QSizeF, Qt
from PySide6.QtGui import (
    QColor,
    QFontMetricsF,
    QPainter,
    QPyTextObject,
    QTextBlockFormat,
    QTextCharFormat,
    QTextCursor,
    QTextDocument,
    QTextFormat,
    QTextLine,
)

from aws_flash.domain.formula import Formula
from aws_flash.ui.card.formula_drawing import INK, Drawing
from aws_flash.ui.card.readable import Paper, readable_text

PLACE = "\ufdea"
"""Stands in HTML where a formula goes: no letter, and none that a text should hold."""

TYPE = QTextFormat.ObjectTypes.UserObject.value + 1

_FORMULA = QTextFormat.Property.UserProperty.value + 1
_OBJECT = "\ufffc"
_LINE = "\u2028"
_SPACES = " \xa0"
_COLOR = re.compile(r'(?P<name> (?:fill|stroke)=")(?!none")(?P<value>[^"]*)')
_APART = 0.4  # of a letter, above and below one that stands alone
_SMALLEST = 0.5  # of its size; one that is too wide still is scrolled to
_SCALE = 1.1  # letters of the formulas' font are small beside the text's


class Placed(NamedTuple):
    """A formula of a document, and how it is drawn."""

    formula: Formula
    drawing: Drawing


class FormulaObject(QPyTextObject):
    """Lays out and paints the formulas of one document, on and with `paper`."""

    def __init__(self, parent: QObject) -> None:
        super().__init__(parent)
        self._placed: Sequence[Placed] = ()
        self._paper: Paper | None = None

    def place(self, document: QTextDocument, placed: Sequence[Placed], paper: Paper) -> None:
        """Put formulas where the document has PLACE, in order."""
        self._placed, self._paper = placed, paper
        for index, each in enumerate(placed):
            cursor = document.find(PLACE)
            if cursor.isNull():
                return
            shown = QTextCharFormat(cursor.charFormat())
            shown.setObjectType(TYPE)
            shown.setProperty(_FORMULA, index)
            shown.setVerticalAlignment(QTextCharFormat.VerticalAlignment.AlignMiddle)
            cursor.insertText(_OBJECT, shown)
            if each.formula.displayed:
                _set_apart(document, cursor.position() - 1)

    def write_out(self, document: QTextDocument) -> None:
        """Put the source of each formula in its place, in a document that was copied."""
        cursor = document.find(_OBJECT)
        while not cursor.isNull():
            if cursor.charFormat().objectType() == TYPE:
                cursor.insertText(self._of(cursor.charFormat()).formula.tex, QTextCharFormat())
            cursor = document.find(_OBJECT, cursor)

    def intrinsicSize(  # noqa: N802 - Qt's name
        self,
        doc: QTextDocument,
        _position: int,
        format: QTextFormat,  # noqa: A002 - Qt's name
    ) -> QSizeF:
        """As wide as it is drawn, and high enough for both parts beside the base line."""
        drawing = self._of(format).drawing
        size = self._size(doc, format)
        small = QFontMetricsF(format.toCharFormat().font()).xHeight() / 2
        above, below = drawing.ascent * size, drawing.descent * size
        return QSizeF(drawing.width * size, max(2 * above - small, 2 * below + small))

    def drawObject(  # noqa: N802 - Qt's name
        self,
        painter: QPainter,
        rect: QRectF | QRect,
        doc: QTextDocument,
        position: int,
        format: QTextFormat,  # noqa: A002 - Qt's name
    ) -> None:
        """Paint it in the colour of the text around it."""
        from PySide6.QtSvg import QSvgRenderer

        drawing, size = self._of(format).drawing, self._size(doc, format)
        line = _line(doc, position)
        base = QRectF(rect).center().y() - line.height() / 2 + line.ascent()
        height = (drawing.ascent + drawing.descent) * size
        place = QRectF(rect.left(), base - drawing.ascent * size, drawing.width * size, height)
        svg = self._inked(drawing.svg, format.toCharFormat())
        QSvgRenderer(QByteArray(svg.encode())).render(painter, place)

    def _of(self, format: QTextFormat) -> Placed:  # noqa: A002 - as above
        return self._placed[format.intProperty(_FORMULA)]

    def _size(self, document: QTextDocument, format: QTextFormat) -> float:  # noqa: A002
        """Pixels of an em; less where it would be wider than the text."""
        letters = format.toCharFormat().font().resolve(document.defaultFont()).pixelSize() * _SCALE
        room, width = document.textWidth(), self._of(format).drawing.width
        return max(min(letters, room / width), letters * _SMALLEST) if room > 0 else letters

    def _inked(self, svg: str, text: QTextCharFormat) -> str:
        paper = self._paper
        if paper is None:
            return svg
        has_own = text.hasProperty(QTextFormat.Property.ForegroundBrush.value)
        ink = text.foreground().color() if has_own else paper.ink

        def color(found: re.Match[str]) -> str:
            own = QColor.fromString(found["value"])
            is_own = found["value"] != INK and own.isValid()
            return found["name"] + (readable_text(own, paper) if is_own else ink).name()

        return _COLOR.sub(color, svg)


def _set_apart(document: QTextDocument, place: int) -> None:
    """Give the formula at a place a line of its own, in the middle."""
    cursor = QTextCursor(document)
    for side in (place + 1, place):  # what follows first, since that moves no formula
        cursor.setPosition(side)
        _end_line(cursor, before=side == place)
    apart = document.defaultFont().pixelSize() * _APART
    centred = QTextBlockFormat()
    centred.setAlignment(Qt.AlignmentFlag.AlignHCenter)
    centred.setTopMargin(apart)
    centred.setBottomMargin(apart)
    cursor.mergeBlockFormat(centred)


def _end_line(cursor: QTextCursor, *, before: bool) -> None:
    """Begin a block at a cursor, in place of spaces and of a line break that are there."""
    delete = cursor.deletePreviousChar if before else cursor.deleteChar
    for each in (_SPACES, _LINE, _SPACES):
        while _beside(cursor, before=before) in each:
            delete()
            if each == _LINE:
                break
    if not (cursor.atBlockStart() if before else cursor.atBlockEnd()):
        own, items = cursor.blockFormat(), cursor.currentList()
        if items is not None:  # the same item goes on, without a bullet of its own
            own.clearProperty(QTextFormat.Property.ObjectIndex.value)
            own.setIndent(own.indent() + items.format().indent())
        cursor.insertBlock(own)


def _beside(cursor: QTextCursor, *, before: bool) -> str:
    place = cursor.position() - 1 if before else cursor.position()
    return str(cursor.document().characterAt(place))


def _line(document: QTextDocument, position: int) -> QTextLine:
    block = document.findBlock(position)
    return block.layout().lineForTextPosition(position - block.position())
