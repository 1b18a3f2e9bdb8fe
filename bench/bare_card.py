"""The floor of showing a card: its text set into a bare QTextBrowser, and painted."""

from __future__ import annotations

import re

from PySide6.QtCore import QEvent, QObject, Qt, QTimer
from PySide6.QtGui import QFont
from PySide6.QtWidgets import QTextBrowser, QTextEdit, QWidget

CARD_SIZE = (720, 560)
QUESTION_PIXELS = 24
_BODY = re.compile(r"<body[^>]*>(.*)</body>", re.DOTALL)


class BareCard(QTextBrowser):
    """A text browser as large as a card; `is_painted` once what was set has been painted."""

    def __init__(self) -> None:
        """Build it, empty; as a window it leaves the focus where it is."""
        super().__init__()
        self.setWindowFlag(Qt.WindowType.WindowDoesNotAcceptFocus)
        self.setAttribute(Qt.WidgetAttribute.WA_ShowWithoutActivating)
        font = QFont("Inter")
        font.setPixelSize(QUESTION_PIXELS)
        self.setFont(font)
        self.resize(*CARD_SIZE)
        self.is_painted = False
        self._idle = QTimer(self, singleShot=True, interval=0)
        self._idle.timeout.connect(self._note_idle)
        self.viewport().installEventFilter(self)

    def set_card(self, html: str) -> None:
        """Set another card; it is painted when Qt next paints."""
        self.is_painted = False
        self._idle.stop()
        self.setHtml(html)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Note a painting of the text: it is over when no other event waits."""
        if event.type() == QEvent.Type.Paint and not self.is_painted:
            self._idle.start()
        return super().eventFilter(watched, event)

    def _note_idle(self) -> None:
        self.is_painted = True


def card_on_screen(window: QWidget) -> str:
    """Return the HTML of all texts of the card that a window shows."""
    texts = [text for text in window.findChildren(QTextEdit) if text.isVisible()]
    bodies = (_BODY.search(text.toHtml()) for text in texts)
    return "".join(body[1] for body in bodies if body)
