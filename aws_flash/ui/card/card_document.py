"""A card's text as Qt lays it out: safe to load, in the theme's type, readable in either look."""

from __future__ import annotations

import re
from collections.abc import Iterator
from contextlib import contextmanager
from typing import NamedTuple

from PySide6.QtCore import QObject, QUrl
from PySide6.QtGui import (
    QImage,
    QTextBlock,
    QTextBlockFormat,
    QTextCursor,
    QTextDocument,
    QTextDocumentFragment,
    QTextOption,
)

from aws_flash.domain.formula import Formula, may_hold_formulas, pieces
from aws_flash.ui.card.card_images import CardImages
from aws_flash.ui.card.card_style import base_sheet, gap_sheet, measure, paper
from aws_flash.ui.card.formula_object import PLACE, TYPE, FormulaObject, Placed
from aws_flash.ui.card.holes import Hole, find_holes
from aws_flash.ui.card.pictures import Pictures
from aws_flash.ui.card.qt_html import for_qt
from aws_flash.ui.card.qt_lengths import sheet_for_qt
from aws_flash.ui.card.readable import readable_html, readable_sheet
from aws_flash.ui.theme.fonts import FontRole, pixel_size
from aws_flash.ui.theme.theme import Theme

_PICTURE = re.compile("\ufffc")
_AT_LEAST = QTextBlockFormat.LineHeightTypes.MinimumHeight.value


class Content(NamedTuple):
    """Cleaned HTML, and the cleaned style sheet it came with."""

    html: str = ""
    css: str = ""


class CardDocument(QTextDocument):
    """Shows Content; whatever the HTML asks for, only pictures of the media folder are loaded."""

    def __init__(
        self, theme: Theme, pictures: Pictures, role: FontRole, parent: QObject | None = None
    ) -> None:
        super().__init__(parent)
        self._theme = theme
        self._role = role
        self._images = CardImages(theme, pictures)
        self._source = pictures.formulas
        self._formulas: FormulaObject | None = None
        self._placed: list[Placed] = []
        self._waits = False
        self._sheet = ""
        self._holes: list[Hole] = []
        self.setUndoRedoEnabled(False)
        self.setDocumentMargin(0)
        option = QTextOption()
        option.setWrapMode(QTextOption.WrapMode.WrapAtWordBoundaryOrAnywhere)
        self.setDefaultTextOption(option)

    @property
    def depends_on_room(self) -> bool:
        """Whether another width wants another `show_content`: there are images."""
        return self._images.depends_on_room

    @property
    def holes(self) -> list[Hole]:
        """Where the gaps of the content are."""
        return self._holes

    @property
    def waits_for_formulas(self) -> bool:
        """Whether some show their source for now, until they are drawn."""
        return self._waits

    def spoken(self) -> str:
        """The text as it is read out, with the words of its pictures and formulas."""
        words = iter(self._images.words())
        whole = QTextDocumentFragment(self)
        return _PICTURE.sub(lambda _: f" {next(words, '')} ", self.written_out(whole).toPlainText())

    def written_out(self, part: QTextDocumentFragment) -> QTextDocumentFragment:
        """A part of the text with the source of its formulas in their places."""
        if self._formulas is None or not self._placed:
            return part
        copy = QTextDocument()
        QTextCursor(copy).insertFragment(part)
        self._formulas.write_out(copy)
        return QTextDocumentFragment(copy)

    def set_role(self, role: FontRole) -> None:
        """Use another size and weight from the next content on."""
        self._role = role

    def show_content(self, content: Content, room: int, ratio: float) -> None:
        """Lay out content for a width of `room` logical pixels on a screen of that pixel ratio."""
        theme, ground = self._theme, paper(self._theme)
        letters = pixel_size(self._role, 1.0)
        html = for_qt(self._with_places(content.html), theme.scale, letters)
        html = readable_html(html, ground)
        html = self._images.number(html, room, ratio)
        sheet = base_sheet(theme, self._role)
        if content.css:
            sheet += readable_sheet(sheet_for_qt(content.css, theme.scale, letters), ground)
        sheet += gap_sheet(theme)
        self.setLayoutEnabled(False)
        self._dress(sheet)
        self.setHtml(html)
        self._place_formulas()
        self._space_lines(measure(theme, self._role).line)
        if self.depends_on_room:
            self._set_pictures_apart(round(letters * theme.scale / 2))
        self._holes = find_holes(self) if "cloze" in content.html else []
        self.setTextWidth(room)  # before the layout is back, or it would be made twice
        self.setLayoutEnabled(True)

    def _with_places(self, html: str) -> str:
        """HTML with a sign in the place of each formula that is drawn by now."""
        self._placed, self._waits = [], False
        if not may_hold_formulas(html) or PLACE in html:
            return html
        parts = list(pieces(html))
        self._waits = self._source.ask([part for part in parts if isinstance(part, Formula)])
        return "".join(part if isinstance(part, str) else self._place(part) for part in parts)

    def _place(self, formula: Formula) -> str:
        drawing = self._source.drawing(formula)
        if drawing is None:
            return formula.written
        self._placed.append(Placed(formula, drawing))
        return PLACE

    def _place_formulas(self) -> None:
        if not self._placed:
            return
        if self._formulas is None:
            self._formulas = FormulaObject(self)
            self.documentLayout().registerHandler(TYPE, self._formulas)
        self._formulas.place(self, self._placed, paper(self._theme))

    def _dress(self, sheet: str) -> None:
        """Fonts and style sheet, if they are others than before."""
        if sheet != self._sheet:
            self._sheet = sheet
            self.setDefaultStyleSheet(sheet)
            self.setDefaultFont(self._theme.font(self._role))
            self.setIndentWidth(measure(self._theme, self._role).indent)

    @contextmanager
    def at_width(self, width: float) -> Iterator[None]:
        """Measure at another width; -1 is as wide as it wants."""
        before = self.textWidth()
        if width == before:
            yield
        else:
            self.setTextWidth(width)
            if self.textWidth() != width:  # what shows it had a resize to see to, and did so first
                self.setTextWidth(width)
            yield
            self.setTextWidth(before)

    def is_wider_than(self, width: int) -> bool:
        """Whether something in it cannot be broken to that width, such as a table."""
        return self.size().width() > width + 1

    def loadResource(self, _kind: int, name: QUrl | str) -> QImage:  # noqa: N802 - Qt's name
        """An image for every request, since Qt looks into the file system when it gets none."""
        return self._images.image(QUrl(name))

    def _space_lines(self, height: float) -> None:
        spaced = QTextBlockFormat()
        spaced.setLineHeight(height, _AT_LEAST)
        cursor = QTextCursor(self)
        cursor.select(QTextCursor.SelectionType.Document)
        cursor.mergeBlockFormat(spaced)
        self._cut_margin(self.lastBlock())

    def _set_pictures_apart(self, gap: int) -> None:
        """A picture in a line of its own would touch the letters above: it has no leading."""
        apart = QTextBlockFormat()
        apart.setTopMargin(gap)
        block = self.firstBlock().next()
        while block.isValid():
            if _PICTURE.fullmatch(block.text()) and block.blockFormat().topMargin() < gap:
                QTextCursor(block).mergeBlockFormat(apart)
            block = block.next()

    def _cut_margin(self, last: QTextBlock) -> None:
        """What follows the text keeps its own distance."""
        if last.blockFormat().bottomMargin() > 0:
            flush = QTextBlockFormat()
            flush.setBottomMargin(0)
            QTextCursor(last).mergeBlockFormat(flush)
