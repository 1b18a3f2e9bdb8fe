"""One field of a card to be edited: its label, its text, and how it will look with its markup."""

from __future__ import annotations

from PySide6.QtCore import QTimer, Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from aws_flash.domain.html.sanitise import clean
from aws_flash.ui.card.card_document import Content
from aws_flash.ui.card.card_text import CardText
from aws_flash.ui.card.pictures import Pictures
from aws_flash.ui.editor.field_text import LINES, writing_of
from aws_flash.ui.editor.fields import FieldShown
from aws_flash.ui.editor.text_area import MOST_LETTERS, TextArea
from aws_flash.ui.editor.words import tr
from aws_flash.ui.theme.fonts import FontRole
from aws_flash.ui.theme.theme import Theme
from aws_flash.ui.widgets.plain_label import WrappedLabel
from aws_flash.ui.widgets.spread_row import SpreadRow

_GLIMPSE = 1_000
_PAUSE = 100  # milliseconds without a key, after which the preview follows


class FieldEditor(QWidget):
    """`edited` says that the text is another one; what was not touched is stored as it was.

    `head` is the row of the label, to which something may be added on the right.
    """

    edited = Signal()

    def __init__(
        self,
        theme: Theme,
        pictures: Pictures,
        field: FieldShown,
        html: str,
        parent: QWidget | None = None,
    ) -> None:
        """Edit the `html` of a field."""
        super().__init__(parent)
        self._html = html
        self._writing = LINES if field.is_lines else writing_of(html)
        self._area = TextArea(theme, field.label, least_lines=field.least_lines)
        text = self._writing.shown(html)
        is_too_long = len(text) > MOST_LETTERS
        self._area.set_text(text[:_GLIMPSE] if is_too_long else text)
        self._area.setReadOnly(is_too_long)
        self._before = self._area.text()
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(6)
        self.head = SpreadRow(WrappedLabel(theme, field.label, FontRole.TEXT_STRONG))
        column.addWidget(self.head)
        column.addWidget(self._area)
        if field.hint:
            column.addWidget(WrappedLabel(theme, field.hint, FontRole.CAPTION, "muted"))
        self._area.edited.connect(self.edited)
        if is_too_long:
            words = tr("This text is too long to be edited here, and stays as it is. It begins so.")
            column.addWidget(WrappedLabel(theme, words, FontRole.CAPTION, "muted"))
        elif self._writing.is_markup:
            self._show_markup(theme, pictures, column)

    def show_quietly(self, placeholder: str) -> None:
        """Leave the label to screen readers; say in the empty field what belongs there."""
        self.head.hide()
        self._area.setPlaceholderText(placeholder)

    @property
    def area(self) -> TextArea:
        """Where the text is written."""
        return self._area

    def is_changed(self) -> bool:
        """Whether the text is another one than at first."""
        return self._area.text() != self._before

    def html(self) -> str:
        """The field as it is to be stored."""
        return self._writing.stored(self._area.text()) if self.is_changed() else self._html

    def _show_markup(self, theme: Theme, pictures: Pictures, column: QVBoxLayout) -> None:
        """The text is the HTML itself, so it is shown below as the card will show it."""
        self._area.write_in(FontRole.CODE)
        words = tr("With formatting, as <b>bold</b> or <code>code</code>. It will look like this:")
        self._preview = CardText(theme, pictures, FontRole.CARD_TEXT)
        self._preview.setAccessibleName(tr("How it will look"))
        column.addWidget(WrappedLabel(theme, words, FontRole.CAPTION, "muted"))
        column.addWidget(self._preview)
        self._pause = QTimer(self, singleShot=True, interval=_PAUSE)
        self._pause.timeout.connect(self._look)
        self._area.edited.connect(self._pause.start)
        self._look()

    def _look(self) -> None:
        self._preview.set_content(Content(clean(self._area.text())))
