"""A calm panel over a dimmed page, in place of a dialog of the system."""

from __future__ import annotations

from collections.abc import Callable
from typing import cast

from PySide6.QtCore import QEvent, QObject, QRectF, Qt, QTimer, Signal
from PySide6.QtGui import QKeyEvent, QKeySequence, QMouseEvent, QPainter, QPaintEvent, QShortcut
from PySide6.QtWidgets import (
    QAbstractSlider,
    QApplication,
    QFrame,
    QScrollArea,
    QVBoxLayout,
    QWidget,
)

from aws_flash.ui.theme.fonts import FontRole
from aws_flash.ui.theme.measures import PANEL_RADIUS
from aws_flash.ui.theme.theme import Theme
from aws_flash.ui.widgets.announce import announce
from aws_flash.ui.widgets.flow_layout import FlowLayout
from aws_flash.ui.widgets.focus_return import return_focus
from aws_flash.ui.widgets.hairline import Hairline
from aws_flash.ui.widgets.plain_label import WrappedLabel
from aws_flash.ui.widgets.shapes import paint_box
from aws_flash.ui.widgets.spread_row import SpreadRow

_PADDING = 24
_MARGIN = 24
_SCROLLS = {
    Qt.Key.Key_Up: QAbstractSlider.SliderAction.SliderSingleStepSub,
    Qt.Key.Key_Down: QAbstractSlider.SliderAction.SliderSingleStepAdd,
    Qt.Key.Key_PageUp: QAbstractSlider.SliderAction.SliderPageStepSub,
    Qt.Key.Key_PageDown: QAbstractSlider.SliderAction.SliderPageStepAdd,
    Qt.Key.Key_Home: QAbstractSlider.SliderAction.SliderToMinimum,
    Qt.Key.Key_End: QAbstractSlider.SliderAction.SliderToMaximum,
}


def sheet_rect(
    wanted: tuple[int, int], window: tuple[int, int], margin: int
) -> tuple[int, int, int, int]:
    """Left, top, width, height: as wanted where there is room, in the middle, a little high."""
    width = min(wanted[0], window[0] - 2 * margin)
    height = min(wanted[1], window[1] - 2 * margin)
    return (window[0] - width) // 2, (window[1] - height) * 2 // 5, width, height


def _sheet_of(widget: QWidget | None) -> Sheet | None:
    """Return the sheet that a widget is or lies on, None where it is on none."""
    while widget is not None and not isinstance(widget, Sheet):
        widget = widget.parentWidget()
    return widget


class _Panel(QFrame):
    """The surface in the middle."""

    def __init__(self, theme: Theme, parent: QWidget) -> None:
        super().__init__(parent)
        self._theme = theme

    def paintEvent(self, _event: QPaintEvent) -> None:
        theme, area = self._theme, QRectF(self.rect())
        line = theme.color("line")
        paint_box(QPainter(self), area, PANEL_RADIUS, theme.color("surface"), line)


class Sheet(QWidget):
    """Add content to `column` and buttons with add_button, then call open.

    It covers the whole of `window`, keeps Tab inside, lets no shortcut of the page through, and
    gives the focus back when it closes. Its owner keeps it or deletes it on `closed`.
    """

    closed = Signal()

    def __init__(self, theme: Theme, window: QWidget, title: str, width: int = 520) -> None:
        super().__init__(window)
        self._theme = theme
        self._below = window
        self._wanted_width = width
        self._keys: list[QKeySequence] = []
        self._focus_before: QWidget | None = None
        self._watched = cast("QApplication", QApplication.instance())
        self.setAccessibleName(title)
        self.setFocusPolicy(Qt.FocusPolicy.ClickFocus)
        self._panel = _Panel(theme, self)
        self._title = WrappedLabel(theme, title, FontRole.SHEET_TITLE)
        self._note = WrappedLabel(theme, "", FontRole.TEXT, "muted")
        self._head = SpreadRow(self._title, self._note)
        self._content = QWidget()
        self.column = QVBoxLayout(self._content)
        self._rule = Hairline()
        self._foot = QWidget()
        self._buttons = FlowLayout(self._foot, 12, 1.0)
        self._arrange()
        self._content.installEventFilter(self)
        window.installEventFilter(self)
        theme.changed.connect(self._place)
        self.hide()

    def set_note(self, note: str) -> None:
        """Say a few muted words beside the title."""
        self._note.setText(note)
        self._note.setVisible(bool(note))

    def add_button(self, button: QWidget) -> None:
        """Add to the row at the foot, to the right of the others."""
        self._buttons.addWidget(button)
        self._foot.show()

    def add_key(self, key: str, slot: Callable[[], None]) -> None:
        """Call `slot` on that key, as "Ctrl+Return", while the sheet is open."""
        sequence = QKeySequence(key)
        self._keys.append(sequence)
        shortcut = QShortcut(sequence, self)
        shortcut.setContext(Qt.ShortcutContext.WidgetWithChildrenShortcut)
        shortcut.activated.connect(slot)

    def open(self, first: QWidget | None = None) -> None:
        """Show the sheet and give the focus to `first`, else to the first that can take it."""
        self._focus_before = QApplication.focusWidget()
        self._place()
        self.show()
        self.raise_()
        chain = self._focus_chain()
        (first or (chain[0] if chain else self)).setFocus(Qt.FocusReason.TabFocusReason)
        announce(self, self._title.text())
        self._watched.focusChanged.connect(self._keep_focus)

    def close_sheet(self) -> None:
        """Go away, give the focus back, and say so."""
        if not self.isVisible():
            return
        self._watched.focusChanged.disconnect(self._keep_focus)
        self.hide()
        return_focus(self._focus_before, self._below)
        self.closed.emit()

    def _keep_focus(self, _before: QWidget | None, now: QWidget | None) -> None:
        """Take the focus back from the page below, which may have shown something new."""
        if now is None or now.window() is not self.window() or _sheet_of(now) is not None:
            return
        self._focus_before = now
        chain = self._focus_chain()
        (chain[0] if chain else self).setFocus(Qt.FocusReason.OtherFocusReason)

    def may_close(self) -> bool:
        """Whether the window may close over it: a sheet that would lose something asks instead."""
        return True

    def focusNextPrevChild(self, forward: bool) -> bool:  # noqa: FBT001, N802 - Qt's
        """Go round inside the sheet."""
        chain = self._focus_chain()
        if not chain:
            return True
        now = QApplication.focusWidget()
        at = chain.index(now) if now in chain else -1
        step = 1 if forward else -1
        chain[(at + step) % len(chain)].setFocus(
            Qt.FocusReason.TabFocusReason if forward else Qt.FocusReason.BacktabFocusReason
        )
        return True

    def event(self, event: QEvent) -> bool:
        """Keep keys from the shortcuts of the page below."""
        if isinstance(event, QKeyEvent) and event.type() == QEvent.Type.ShortcutOverride:
            if QKeySequence(event.keyCombination()) not in self._keys:
                event.accept()
            return True
        return super().event(event)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Esc closes, some keys scroll; every other key ends here."""
        if event.key() == Qt.Key.Key_Escape:
            self.close_sheet()
        elif event.key() in _SCROLLS:
            self._scroll.verticalScrollBar().triggerAction(_SCROLLS[Qt.Key(event.key())])
        event.accept()

    def mousePressEvent(self, event: QMouseEvent) -> None:
        """A click beside the panel does nothing, and does not reach the page."""
        event.accept()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Follow the size of the window and of the content."""
        if event.type() == QEvent.Type.Resize and watched is self._below and self.isVisible():
            self._place()
        if event.type() == QEvent.Type.LayoutRequest and watched is self._content:
            # Later: this comes too while the window is being taken apart.
            QTimer.singleShot(0, self, self._place)
        return super().eventFilter(watched, event)

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Dim the page."""
        QPainter(self).fillRect(self.rect(), self._theme.color("dim"))

    def _arrange(self) -> None:
        self._note.hide()
        self._foot.hide()
        self._head.row.setContentsMargins(_PADDING, 20, _PADDING, 16)
        self._buttons.setContentsMargins(_PADDING, 16, _PADDING, 16)
        self.column.setContentsMargins(_PADDING, 4, _PADDING, _PADDING)
        self.column.setSpacing(16)
        scroll = self._scroll = QScrollArea()
        scroll.setWidget(self._content)
        scroll.setWidgetResizable(True)
        scroll.setFrameShape(QFrame.Shape.NoFrame)
        scroll.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        scroll.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        for see_through in (scroll.viewport(), self._content):
            see_through.setAutoFillBackground(False)
        rows = QVBoxLayout(self._panel)
        rows.setContentsMargins(0, 0, 0, 0)
        rows.setSpacing(0)
        rows.addWidget(self._head)
        rows.addWidget(scroll, 1)
        rows.addWidget(self._rule)
        rows.addWidget(self._foot)

    def _place(self) -> None:
        window = self._below
        self.setGeometry(window.rect())
        width = min(self._theme.px(self._wanted_width), window.width() - 2 * _MARGIN)
        parts = (self._head, self._content, self._foot)
        height = sum(_height_at(part, width) for part in parts if not part.isHidden())
        size = (window.width(), window.height())
        self._rule.setVisible(not self._foot.isHidden() and height > size[1] - 2 * _MARGIN)
        self._panel.setGeometry(*sheet_rect((width, height), size, _MARGIN))

    def _focus_chain(self) -> list[QWidget]:
        """What Tab can reach inside, in the order in which it was added.

        Not by nextInFocusChain: PySide lets the widget it returns die with the one it was asked.
        """
        return [widget for widget in self._panel.findChildren(QWidget) if _takes_tab(widget)]


def _height_at(widget: QWidget, width: int) -> int:
    """What the layout of a part wants at that width."""
    return max(widget.heightForWidth(width), widget.minimumSizeHint().height())


def _takes_tab(widget: QWidget) -> bool:
    by_tab = Qt.FocusPolicy.TabFocus.value & widget.focusPolicy().value
    proxied = widget.focusProxy() is not None
    return bool(by_tab) and not proxied and widget.isVisible() and widget.isEnabled()
