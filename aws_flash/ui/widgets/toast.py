"""The line at the bottom of the window that says what happened, with its button."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QEvent, QObject, QPropertyAnimation, QRectF, Signal
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QFrame, QGraphicsOpacityEffect, QHBoxLayout, QWidget

from aws_flash.ui.theme.fonts import FontRole
from aws_flash.ui.theme.theme import LONGEST_MOTION, Theme
from aws_flash.ui.widgets.plain_label import WrappedLabel
from aws_flash.ui.widgets.shapes import paint_box
from aws_flash.ui.widgets.text_button import ButtonLook, TextButton

_BOTTOM = 24
_SIDE = 24
_RADIUS = 10
_BESIDE_BUTTON = (16, 6, 6, 6)
_ALONE = (16, 10, 16, 10)
_ACTION = ButtonLook(
    text="accent_on_inverse",
    fill=None,
    lit=None,
    line=None,
    font=FontRole.SMALL_BUTTON,
    padding=(10, 7),
    ring="accent_on_inverse",
)


def toast_rect(
    wanted: tuple[int, int], window: tuple[int, int], foot: int = 0
) -> tuple[int, int, int, int]:
    """Left, top, width, height of a toast of that size, low in the middle above a page's foot."""
    top = window[1] - foot - wanted[1] - _BOTTOM
    return (window[0] - wanted[0]) // 2, max(top, _BOTTOM), wanted[0], wanted[1]


class Toast(QFrame):
    """Used by Toasts only; `freed` says that neither mouse nor focus is on it any more."""

    acted = Signal()
    freed = Signal()

    def __init__(self, theme: Theme, window: QWidget) -> None:
        super().__init__(window)
        self._theme = theme
        self._below = window
        self._foot: Callable[[], int] = lambda: 0
        self._words = WrappedLabel(theme, "", FontRole.TEXT, "on_inverse")
        self._action = TextButton(theme, "", _ACTION)
        self._action.clicked.connect(self.acted)
        self._action.installEventFilter(self)
        row = self._row = QHBoxLayout(self)
        row.setSpacing(12)
        row.addWidget(self._words, 1)
        row.addWidget(self._action)
        self._opacity = QGraphicsOpacityEffect(self)
        self.setGraphicsEffect(self._opacity)
        self._fade = QPropertyAnimation(self._opacity, b"opacity", self)
        self._fade.finished.connect(self._rest)
        self.hide()

    @property
    def text(self) -> str:
        """What is said."""
        return self._words.text()

    @property
    def action(self) -> TextButton:
        """The button; hidden when there is nothing to press."""
        return self._action

    def is_held(self) -> bool:
        """Whether the mouse or the focus is on it, so that it must stay."""
        return self.underMouse() or self._action.hasFocus()

    def appear(self, text: str, action: str) -> None:
        """Come up with other words."""
        self._words.setText(text)
        self._action.setText(action)
        self._action.setVisible(bool(action))
        self._row.setContentsMargins(*(_BESIDE_BUTTON if action else _ALONE))
        self.setAccessibleName(text)
        self.place()
        self.raise_()
        self.show()
        self._run(1.0)

    def disappear(self) -> None:
        """Fade away."""
        self._run(0.0)

    def keep_free(self, foot: Callable[[], int]) -> None:
        """Stand above the foot of the page, as many pixels high as `foot` says when asked."""
        self._foot = foot
        self.place()

    def place(self) -> None:
        """Stand in the middle, low, however large the window is."""
        window = self._below
        room = window.width() - 2 * _SIDE
        width = min(self._row.sizeHint().width(), room)
        height = self._row.totalHeightForWidth(width)
        wanted = (width, max(height, self._row.minimumSize().height()))
        size = (window.width(), window.height())
        self.setGeometry(*toast_rect(wanted, size, self._foot()))

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Notice when the button loses the focus."""
        if event.type() == QEvent.Type.FocusOut:
            self.freed.emit()
        return super().eventFilter(watched, event)

    def leaveEvent(self, event: QEvent) -> None:
        """Notice when the mouse goes."""
        super().leaveEvent(event)
        self.freed.emit()

    def paintEvent(self, _event: QPaintEvent) -> None:
        """A dark slip on a light page, a light one on a dark page."""
        area = QRectF(self.rect())
        paint_box(QPainter(self), area, _RADIUS, self._theme.color("inverse"))

    def _run(self, opacity: float) -> None:
        self._fade.stop()
        duration = self._theme.duration(LONGEST_MOTION)
        if duration == 0:
            self._opacity.setOpacity(opacity)
            self._rest()
            return
        self._opacity.setEnabled(True)
        self._fade.setDuration(duration)
        self._fade.setStartValue(self._opacity.opacity() if opacity == 0.0 else 0.0)
        self._fade.setEndValue(opacity)
        self._fade.start()

    def _rest(self) -> None:
        # An effect left on would paint the toast into a picture first, at every change.
        self._opacity.setEnabled(False)
        if self._opacity.opacity() == 0.0:
            self.hide()
