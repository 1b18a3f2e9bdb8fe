"""One version of a card's texts, with the words marked that the other has not."""

from __future__ import annotations

from html import escape
from typing import NamedTuple

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QVBoxLayout, QWidget

from aws_flash.domain.word_changes import Stretch
from aws_flash.ui.card.card_document import Content
from aws_flash.ui.card.card_text import CardText
from aws_flash.ui.card.pictures import Pictures
from aws_flash.ui.theme.fonts import FontRole
from aws_flash.ui.theme.theme import Theme
from aws_flash.ui.theme.tokens import ColorName
from aws_flash.ui.widgets.panel import Panel
from aws_flash.ui.widgets.plain_label import PlainLabel
from aws_flash.ui.widgets.wrapping import let_wrap

_NARROWEST = 300


class Marking(NamedTuple):
    """How changed words look: a colour, and what tells them apart without it."""

    color: ColorName
    style: str


_STANDS_OUT = "font-weight: 600; text-decoration: underline"
GONE = Marking("missed", "text-decoration: line-through")
NEW = Marking("knew", _STANDS_OUT)
OTHER = Marking("accent", _STANDS_OUT)
"""For two texts of which neither is wrong."""


class VersionPanel(Panel):
    """Shows labelled texts, one below the other."""

    def __init__(self, theme: Theme, pictures: Pictures) -> None:
        """Build the frame; texts come with `show_texts`."""
        super().__init__(theme)
        self._pictures = pictures
        self._marking = NEW
        self._texts: list[tuple[CardText, tuple[Stretch, ...]]] = []
        self._parts: list[QWidget] = []
        self._rows = QVBoxLayout()
        self._rows.setSpacing(12)
        self.column.addLayout(self._rows)
        self.column.addStretch(1)
        theme.changed.connect(self._dress)
        self._dress()

    def show_texts(self, texts: list[tuple[str, tuple[Stretch, ...]]], marking: Marking) -> None:
        """Show each label with its text, its changed stretches marked in that way."""
        for part in self._parts:
            self._rows.removeWidget(part)
            part.hide()
            part.deleteLater()
        self._parts, self._texts, self._marking = [], [], marking
        for label, stretches in texts:
            text = CardText(self._theme, self._pictures, FontRole.CARD_TEXT)
            text.setAccessibleName(f"{self.accessibleName()}: {label}")
            text.setFocusPolicy(Qt.FocusPolicy.ClickFocus)  # to copy from; Tab has better to do
            part = self._labelled(label, text)
            self._rows.addWidget(part)
            self._parts.append(part)
            self._texts.append((text, stretches))
        self._dress()

    def _labelled(self, label: str, text: CardText) -> QWidget:
        both = QWidget()
        let_wrap(both)
        column = QVBoxLayout(both)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(4)
        column.addWidget(PlainLabel(self._theme, label, FontRole.CAPTION, "muted"))
        column.addWidget(text)
        return both

    def _dress(self) -> None:
        """Write the texts in the colours in force."""
        self.setMinimumWidth(self._theme.px(_NARROWEST))
        color = self._theme.tokens.get(self._marking.color)
        for text, stretches in self._texts:
            html = "".join(self._html(one, color) for one in stretches) or self.tr("(nothing)")
            text.set_content(Content(html))

    def _html(self, stretch: Stretch, color: str) -> str:
        text = escape(stretch.text).replace("\n", "<br>")
        if not stretch.is_changed:
            return text
        return f'<span style="color: {color}; {self._marking.style}">{text}</span>'
