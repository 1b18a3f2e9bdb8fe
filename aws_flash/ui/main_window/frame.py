"""The frame of the window: a sidebar, one page beside it, and what is remembered of both."""

from __future__ import annotations

from PySide6.QtCore import QByteArray, QEvent, QObject, Qt, QTimer, Signal
from PySide6.QtGui import QCloseEvent, QIcon, QShowEvent
from PySide6.QtWidgets import QHBoxLayout, QSplitter, QStackedWidget, QWidget

from aws_flash.resources import resource
from aws_flash.ui.main_window.desk import Desk
from aws_flash.ui.topics.sidebar import Sidebar
from aws_flash.ui.widgets.toasts import Toasts

DEFAULT_SIZE = (1200, 780)
LEAST_SIZE = (800, 560)


class Frame(QWidget):
    """Holds the sidebar and a stack of pages.

    `painted` fires once, after the first paint; `closed` when the user closes the window.
    """

    painted = Signal()
    closed = Signal()

    def __init__(self, desk: Desk, sidebar: Sidebar) -> None:
        """Build the frame around `sidebar`; pages are added when first shown."""
        super().__init__()
        self._desk = desk
        self._sidebar = sidebar
        self._was_painted = False
        self.toasts = Toasts(desk.theme, self)
        self.setWindowTitle("aws-flash")
        self.setWindowIcon(QIcon(str(resource("icons", "aws-flash.svg"))))
        self.setMinimumSize(*LEAST_SIZE)
        self._pages = QStackedWidget()
        self._splitter = QSplitter(Qt.Orientation.Horizontal)
        self._splitter.setChildrenCollapsible(False)
        self._splitter.setHandleWidth(1)
        self._splitter.addWidget(sidebar)
        self._splitter.addWidget(self._pages)
        self._splitter.setStretchFactor(1, 1)
        layout = QHBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.addWidget(self._splitter)
        self._recall()

    @property
    def page(self) -> QWidget | None:
        """The page on show, None before the first."""
        return self._pages.currentWidget()

    def show_page(self, page: QWidget) -> None:
        """Bring a page to the front; the focus goes to it."""
        if self._pages.indexOf(page) < 0:
            self._pages.addWidget(page)
        self._pages.setCurrentWidget(page)
        page.setFocus(Qt.FocusReason.OtherFocusReason)

    def show_sidebar(self) -> None:
        """Show the sidebar, at the width it was left at."""
        self._sidebar.show()

    def hide_sidebar(self) -> None:
        """Give the whole window to the page."""
        self._sidebar.hide()

    def come_to_front(self) -> None:
        """Show the window above others, also when it was minimised."""
        self.setWindowState(self.windowState() & ~Qt.WindowState.WindowMinimized)
        self.show()
        self.raise_()
        self.activateWindow()

    def showEvent(self, event: QShowEvent) -> None:
        """Wait for the system to ask for the first paint."""
        super().showEvent(event)
        if not self._was_painted:
            self.windowHandle().installEventFilter(self)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Say, once, that there is something to see: Qt paints before the next event."""
        if event.type() == QEvent.Type.Expose and not self._was_painted:
            self._was_painted = True
            QTimer.singleShot(0, self, self.painted.emit)
        return super().eventFilter(watched, event)

    def closeEvent(self, event: QCloseEvent) -> None:
        """Remember size and place, and say goodbye."""
        geometry = self.saveGeometry().toHex().toStdString()
        self._desk.preferences.keep(geometry=geometry)
        if not self._sidebar.isHidden():
            self._desk.preferences.keep(sidebar_width=self._splitter.sizes()[0])
        super().closeEvent(event)
        self.closed.emit()

    def _recall(self) -> None:
        kept = self._desk.preferences.kept
        geometry = QByteArray.fromHex(kept.geometry.encode())
        if not self.restoreGeometry(geometry):
            self.resize(*DEFAULT_SIZE)
        width = round(kept.sidebar_width)
        self._splitter.setSizes([width, max(self.width() - width, 1)])
