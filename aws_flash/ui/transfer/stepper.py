"""One after the other: Previous, Next, and which one it is."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QObject, Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QWidget

from aws_flash.ui.icons import Icons
from aws_flash.ui.theme.fonts import FontRole
from aws_flash.ui.theme.theme import Theme
from aws_flash.ui.transfer.words import place_text, tr
from aws_flash.ui.widgets.announce import announce
from aws_flash.ui.widgets.flow_layout import FlowLayout
from aws_flash.ui.widgets.icon_button import IconButton
from aws_flash.ui.widgets.plain_label import PlainLabel
from aws_flash.ui.widgets.wrapping import let_wrap

_STEPS = {Qt.Key.Key_Left: -1, Qt.Key.Key_Right: 1}


class Stepper(QWidget):
    """`stepped` carries the place that the user wants to see, from 0; Left and Right step too."""

    stepped = Signal(int)

    def __init__(self, theme: Theme, icons: Icons, what: str) -> None:
        """Begin with nothing; `what` is one of those through which it goes, for the ear."""
        super().__init__()
        let_wrap(self)
        self._total = 0
        self._place = 0
        previous, following = tr("Previous {what}"), tr("Next {what}")
        self._back = IconButton(theme, icons, "chevron-left", previous.format(what=what))
        self._on = IconButton(theme, icons, "chevron-right", following.format(what=what))
        self._back.clicked.connect(lambda: self._step(-1))
        self._on.clicked.connect(lambda: self._step(1))
        self._words = PlainLabel(theme, "", FontRole.CAPTION, "muted")
        row = FlowLayout(self, 4)
        for button in (self._back, self._on):
            button.installEventFilter(self)
        for part in (self._back, self._on, self._words):
            row.addWidget(part)

    @property
    def place(self) -> int:
        """Which one is shown, from 0."""
        return self._place

    def begin(self, total: int) -> None:
        """Go to the first of so many, without a signal."""
        self._total, self._place = total, 0
        self._show()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Left and Right step on either button; Qt would go from one to the other."""
        if isinstance(event, QKeyEvent) and event.type() == QEvent.Type.KeyPress:
            step = _STEPS.get(Qt.Key(event.key()))
            if step is not None:
                self._step(step)
                return True
        return super().eventFilter(watched, event)

    def _step(self, step: int) -> None:
        if self._total:
            self._place = (self._place + step) % self._total
            self._show()
            announce(self, self._words.text())
            self.stepped.emit(self._place)

    def _show(self) -> None:
        self._words.setText(place_text(self._place + 1, self._total) if self._total else "")
        for button in (self._back, self._on):
            button.setVisible(self._total > 1)
        self._words.setVisible(self._total > 0)
