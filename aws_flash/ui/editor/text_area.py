"""A field for a few lines of text that grows with them."""

from __future__ import annotations

from math import ceil

from PySide6.QtCore import QMimeData, QSize, Qt, Signal
from PySide6.QtGui import QResizeEvent, QTextCursor
from PySide6.QtWidgets import QPlainTextEdit, QSizePolicy, QWidget

from aws_flash.ui.theme.fonts import FontRole
from aws_flash.ui.theme.theme import Theme
from aws_flash.ui.widgets.text_size import line_height

MOST_LETTERS = 50_000
"""Qt lays out a line in a time that grows with its square: minutes for a million letters."""

_MOST_LINES = 8
_PADDING = 7
_EDGES = 4
_PARAGRAPH, _LINE = "\u2029", "\u2028"


class TextArea(QPlainTextEdit):
    """Tab goes on to the next field; `edited` says that the text is another one."""

    edited = Signal()

    def __init__(
        self, theme: Theme, name: str, *, least_lines: int = 1, parent: QWidget | None = None
    ) -> None:
        """Take the accessible `name`; empty at first, never lower than `least_lines`."""
        super().__init__(parent)
        self._theme = theme
        self._role = FontRole.CARD_TEXT
        self._least_lines = least_lines
        self.setAccessibleName(name)
        self.setTabChangesFocus(True)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.document().setDocumentMargin(0)
        self.textChanged.connect(self._grow)
        self.textChanged.connect(self.edited)
        theme.changed.connect(self._dress)
        self._dress()

    def write_in(self, role: FontRole) -> None:
        """Use another size and family."""
        self._role = role
        self._dress()

    def text(self) -> str:
        """What stands there; unlike toPlainText it keeps spaces that do not break."""
        raw = self.document().toRawText()
        return raw.replace(_PARAGRAPH, "\n").replace(_LINE, "\n")

    def set_text(self, text: str) -> None:
        """Let another text stand there, with the cursor behind it."""
        self.setPlainText(text)
        self.moveCursor(QTextCursor.MoveOperation.End)

    def insertFromMimeData(self, source: QMimeData) -> None:  # noqa: N802 - Qt's name
        """Paste or drop plain text, as much of it as there is room for."""
        taken = self.document().characterCount() - len(self.textCursor().selectedText())
        self.insertPlainText(source.text()[: max(0, MOST_LETTERS - taken)])

    def sizeHint(self) -> QSize:
        """As high as its lines, up to eight of them."""
        lines = min(max(self._lines(), self._least_lines), _MOST_LINES)
        around = 2 * self._theme.px(_PADDING) + _EDGES
        return QSize(self._theme.px(320), lines * line_height(self.font()) + around)

    def minimumSizeHint(self) -> QSize:  # noqa: N802 - Qt's name
        """Narrow, if it must be."""
        return QSize(self._theme.px(160), self.sizeHint().height())

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Another width breaks lines elsewhere."""
        super().resizeEvent(event)
        if event.size().width() != event.oldSize().width():
            self._grow()

    def _lines(self) -> int:
        """Lines as they are broken now: QPlainTextEdit's document is measured in lines."""
        return ceil(self.document().size().height())

    def _grow(self) -> None:
        policy = Qt.ScrollBarPolicy
        fits = self._lines() <= _MOST_LINES
        self.setVerticalScrollBarPolicy(
            policy.ScrollBarAlwaysOff if fits else policy.ScrollBarAsNeeded
        )
        self.updateGeometry()

    def _dress(self) -> None:
        self.setFont(self._theme.font(self._role))
        self.updateGeometry()
