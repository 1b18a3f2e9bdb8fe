"""A card's text as Qt lays it out: safe to load, in the theme's type, readable in either look."""

from __future__ import annotations

from typing import NamedTuple

from PySide6.QtCore import QObject, QUrl
from PySide6.QtGui import (
    QImage,
    QTextBlock,
    QTextBlockFormat,
    QTextCursor,
    QTextDocument,
    QTextOption,
)

from aws_flash.domain.qt_html import for_qt
from aws_flash.ui.card.card_images import CardImages
from aws_flash.ui.card.card_style import base_sheet, measure, paper
from aws_flash.ui.card.pictures import Pictures
from aws_flash.ui.card.readable import readable_html, readable_sheet
from aws_flash.ui.theme.fonts import FontRole
from aws_flash.ui.theme.theme import Theme

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
        self._sheet = ""
        self.setUndoRedoEnabled(False)
        self.setDocumentMargin(0)
        option = QTextOption()
        option.setWrapMode(QTextOption.WrapMode.WrapAtWordBoundaryOrAnywhere)
        self.setDefaultTextOption(option)

    @property
    def depends_on_room(self) -> bool:
        """Whether another width wants another `show_content`: there are images."""
        return self._images.depends_on_room

    def set_role(self, role: FontRole) -> None:
        """Use another size and weight from the next content on."""
        self._role = role

    def show_content(self, content: Content, room: int, ratio: float) -> None:
        """Lay out content for a width of `room` logical pixels on a screen of that pixel ratio."""
        theme, ground = self._theme, paper(self._theme)
        html = readable_html(for_qt(content.html, theme.scale), ground)
        html = self._images.number(html, room, ratio)
        sheet = base_sheet(theme, self._role)
        if content.css:
            sheet += readable_sheet(for_qt(content.css, theme.scale), ground)
        if sheet != self._sheet:
            self._sheet = sheet
            self.setDefaultStyleSheet(sheet)
        length = measure(theme, self._role)
        self.setDefaultFont(theme.font(self._role))
        self.setIndentWidth(length.indent)
        self.setLayoutEnabled(False)
        self.setHtml(html)
        self._space_lines(length.line)
        self.setLayoutEnabled(True)
        self.setTextWidth(room)

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

    def _cut_margin(self, last: QTextBlock) -> None:
        """What follows the text keeps its own distance."""
        if last.blockFormat().bottomMargin() > 0:
            flush = QTextBlockFormat()
            flush.setBottomMargin(0)
            QTextCursor(last).mergeBlockFormat(flush)
