"""A calm panel while long work is under way: what, how far, how long still, and Cancel."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING

from PySide6.QtCore import QElapsedTimer, Qt, QTimer, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QWidget

from aws_flash.ui.theme.fonts import FontRole
from aws_flash.ui.theme.theme import Theme
from aws_flash.ui.transfer.words import count_text, left_text, seconds_left, tr
from aws_flash.ui.widgets.buttons import PlainButton
from aws_flash.ui.widgets.plain_label import WrappedLabel
from aws_flash.ui.widgets.progress_line import ProgressLine
from aws_flash.ui.widgets.sheet import Sheet

if TYPE_CHECKING:
    from aws_flash.application.meter import Reading

LOOK_AGAIN = 100
_WIDTH = 440


class ProgressSheet(Sheet):
    """Reads how far the work is ten times a second; `called_off` says that it shall end.

    Esc calls off too, and so does closing the window. Its owner closes it when the work has ended.
    """

    called_off = Signal()

    def __init__(
        self, theme: Theme, window: QWidget, title: str, read: Callable[[], Reading]
    ) -> None:
        """Show the work called `title`, of which `read` tells how far it is."""
        super().__init__(theme, window, title, _WIDTH)
        self._read = read
        self._phase = WrappedLabel(theme, "", FontRole.TEXT)
        self._count = WrappedLabel(theme, " ", FontRole.CAPTION, "muted")
        self._line = ProgressLine(theme, title)
        self._cancel = PlainButton(theme, tr("Cancel"), "Esc")
        self._cancel.clicked.connect(self._call_off)
        self._since = QElapsedTimer()
        self._since.start()
        for part in (self._phase, self._line, self._count):
            self.column.addWidget(part)
        self.column.setSpacing(10)
        self.add_button(self._cancel)
        self._timer = QTimer(self, interval=LOOK_AGAIN)
        self._timer.timeout.connect(self.look)
        self._timer.start()
        self.look()

    def look(self) -> None:
        """Show how far it is."""
        reading = self._read()
        if reading.phase and tr(reading.phase) != self._phase.text():
            self._phase.setText(tr(reading.phase))
            self._since.restart()
        elapsed = self._since.elapsed() / 1000
        left = left_text(seconds_left(reading.done, reading.total, elapsed))
        parts = [part for part in (count_text(reading.done, reading.total), left) if part]
        self._count.setText(" · ".join(parts) or " ")
        self._line.set_progress(reading.done, reading.total)

    def may_close(self) -> bool:
        """Let the window close: what is under way is called off, and leaves nothing half done."""
        self._call_off()
        return True

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Esc calls off; the sheet closes once that is done."""
        if event.key() == Qt.Key.Key_Escape:
            self._call_off()
            event.accept()
        else:
            super().keyPressEvent(event)

    def _call_off(self) -> None:
        if self._cancel.isEnabled():
            self._cancel.setEnabled(False)
            self._timer.stop()
            self._phase.setText(tr("Taking back what was begun…"))
            self._count.setText(" ")
            self.setFocus(Qt.FocusReason.OtherFocusReason)
            self.called_off.emit()
