"""The frame of the window: a sidebar, one page beside it, and what is remembered of both."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QByteArray, QSize, Qt, QTimer, Signal
from PySide6.QtWidgets import QHBoxLayout, QSplitter, QStackedWidget, QWidget

from aws_flash.ui.main_window.desk import Desk
from aws_flash.ui.topics.sidebar import WIDTH, Sidebar

if TYPE_CHECKING:
    from PySide6.QtGui import QCloseEvent, QPaintEvent, QResizeEvent

    from aws_flash.ui.widgets.toasts import Toasts

DEFAULT_SIZE = (1200, 780)
LEAST_SIZE = (800, 560)
_MOST_OF_WINDOW = 0.36


class _Pages(QStackedWidget):
    """As narrow as the page on show allows, whatever those behind it need."""

    def minimumSizeHint(self) -> QSize:  # noqa: N802 - Qt's name
        page = self.currentWidget()
        return QSize(0, 0) if page is None else page.minimumSizeHint()


class Frame(QWidget):
    """Holds the sidebar and a stack of pages; larger text makes the sidebar wider.

    `painted` fires once, after the first paint; `closed` when the user closes the window;
    `toast_acted` as the toasts' own signal; `page_changed` when another page has come to the front.
    """

    painted = Signal()
    closed = Signal()
    toast_acted = Signal(object)
    page_changed = Signal()

    def __init__(self, desk: Desk, sidebar: Sidebar) -> None:
        """Build the frame around `sidebar`; pages are added when first shown."""
        super().__init__()
        self._desk = desk
        self._sidebar = sidebar
        self._was_painted = False
        self._width_of_sidebar = float(desk.preferences.kept.sidebar_width)
        self._toasts: Toasts | None = None
        self._retired: list[QWidget] = []
        self.setWindowTitle("aws-flash")
        self.setMinimumSize(*LEAST_SIZE)
        self._pages = _Pages()
        self._splitter = QSplitter(Qt.Orientation.Horizontal)
        self._splitter.setChildrenCollapsible(False)
        self._splitter.setHandleWidth(1)
        self._splitter.addWidget(sidebar)
        self._splitter.addWidget(self._pages)
        self._splitter.setStretchFactor(1, 1)
        self._splitter.splitterMoved.connect(self._take_width)
        layout = QHBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.addWidget(self._splitter)
        self.painted.connect(self._wear_icon)
        desk.theme.changed.connect(self._fit_sidebar)
        geometry = QByteArray.fromHex(desk.preferences.kept.geometry.encode())
        if not self.restoreGeometry(geometry):
            self.resize(*DEFAULT_SIZE)

    @property
    def toasts(self) -> Toasts:
        """What is said at the foot of the window; built when first asked for."""
        if self._toasts is None:
            from aws_flash.ui.widgets.toasts import Toasts

            self._toasts = Toasts(self._desk.theme, self)
            self._toasts.acted.connect(self.toast_acted)
            self._toasts.keep_free(self._foot_height)
            self.page_changed.connect(self._toasts.place)
        return self._toasts

    @property
    def page(self) -> QWidget | None:
        """The page on show, None before the first."""
        return self._pages.currentWidget()

    def add_page(self, page: QWidget) -> None:
        """Take in a page without showing it: from now on it can say where its focus belongs."""
        if self._pages.indexOf(page) < 0:
            self._pages.addWidget(page)

    def show_page(self, page: QWidget) -> None:
        """Bring a page to the front; the focus goes to it."""
        self.add_page(page)
        self._pages.setCurrentWidget(page)
        self.setFocusProxy(page)  # where the focus lands when what had it is gone
        page.setFocus(Qt.FocusReason.OtherFocusReason)
        self._drop_retired()
        self.page_changed.emit()

    def retire_page(self, page: QWidget) -> None:
        """Let go of a page that is built anew each time, as soon as another one shows."""
        self._retired.append(page)
        if page is not self.page:
            self._drop_retired()

    def show_sidebar(self) -> None:
        """Show the sidebar, at the width it was left at."""
        self._sidebar.show()
        self._fit_sidebar()

    def hide_sidebar(self) -> None:
        """Give the whole window to the page."""
        self._sidebar.hide()

    def come_to_front(self) -> None:
        """Show the window above others, also when it was minimised."""
        self.setWindowState(self.windowState() & ~Qt.WindowState.WindowMinimized)
        self.show()
        self.raise_()
        self.activateWindow()

    def paintEvent(self, event: QPaintEvent) -> None:
        """Say, once, that there is something to see: Qt paints all children in the same event."""
        super().paintEvent(event)
        if not self._was_painted:
            self._was_painted = True
            QTimer.singleShot(0, self, self.painted.emit)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Give the sidebar its share."""
        super().resizeEvent(event)
        self._fit_sidebar()

    def closeEvent(self, event: QCloseEvent) -> None:
        """Remember size and place, and say goodbye, unless a text on a sheet would be lost."""
        if not self._may_close():
            event.ignore()
            return
        geometry = self.saveGeometry().toHex().toStdString()
        self._desk.preferences.keep(geometry=geometry, sidebar_width=self._width_of_sidebar)
        super().closeEvent(event)
        self.closed.emit()

    def _foot_height(self) -> int:
        """Return how much of the page's lower edge toasts should leave free, as it says itself."""
        height: int = getattr(self.page, "foot_height", 0)
        return height

    def _drop_retired(self) -> None:
        for page in [one for one in self._retired if one is not self.page]:
            self._retired.remove(page)
            self._pages.removeWidget(page)
            page.hide()
            page.deleteLater()

    def _may_close(self) -> bool:
        from aws_flash.ui.widgets.sheet import Sheet

        return all(sheet.may_close() for sheet in self.findChildren(Sheet) if sheet.isVisible())

    def _wear_icon(self) -> None:
        """After the first paint, since Qt loads its reader of SVG for this."""
        from PySide6.QtGui import QIcon

        from aws_flash.resources import resource

        self.setWindowIcon(QIcon(str(resource("icons", "aws-flash.svg"))))

    def _take_width(self, width: int) -> None:
        """The user moved the line beside the sidebar; what counts is its width at 100 % text."""
        self._width_of_sidebar = width / self._growth()

    def _fit_sidebar(self) -> None:
        """Let the sidebar grow with the text as far as the window has room for it."""
        base = self._width_of_sidebar
        width = round(min(base * self._growth(), max(base, self.width() * _MOST_OF_WINDOW)))
        self._splitter.setSizes([width, max(self.width() - width, 1)])

    def _growth(self) -> float:
        return self._sidebar.sizeHint().width() / WIDTH
