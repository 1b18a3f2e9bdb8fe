"""The sidebar: pages on top, the topic tree, and what is seldom needed at its foot."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import TYPE_CHECKING

from PySide6.QtCore import QPoint, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QPainter
from PySide6.QtWidgets import QHBoxLayout, QSizePolicy, QVBoxLayout, QWidget

from aws_flash.ui.actions import ACTIONS, Action
from aws_flash.ui.icons import Icons
from aws_flash.ui.theme.fonts import FontRole
from aws_flash.ui.theme.theme import Theme
from aws_flash.ui.topics import words
from aws_flash.ui.topics.nav_group import NavGroup
from aws_flash.ui.topics.row_places import INSET
from aws_flash.ui.topics.tree import TopicTree
from aws_flash.ui.widgets.icon_button import IconButton
from aws_flash.ui.widgets.plain_label import PlainLabel
from aws_flash.ui.widgets.shapes import paint_box

if TYPE_CHECKING:
    from PySide6.QtGui import QPaintEvent
    from PySide6.QtWidgets import QMenu

WIDTH = 288
_MARGIN = 12
_LABEL_INDENT = 10
_SMALL_BUTTON = 24
_BUTTON_INSET = 5


class Sidebar(QWidget):
    """`page_requested` carries the id of an action; `tree` is the topic tree."""

    page_requested = Signal(str)

    def __init__(
        self,
        theme: Theme,
        icons: Icons,
        parent: QWidget | None = None,
        *,
        pages: Sequence[Action] = (ACTIONS["today"],),
        foot: Sequence[Action] = (ACTIONS["import"], ACTIONS["settings"]),
    ) -> None:
        """Show `pages` on top and `foot` below, none of them as the present one yet."""
        super().__init__(parent)
        self._theme = theme
        self._menu: Callable[[], QMenu] | None = None
        self.setAccessibleName(words.tr("Sidebar"))
        self._pages = NavGroup(theme, icons, pages, self)
        self._label = PlainLabel(theme, words.tr("TOPICS"), FontRole.LABEL, "muted", self)
        self._add = IconButton(theme, icons, "plus", words.tr("New topic"), self)
        self.tree = TopicTree(theme, icons, self)
        self._foot = NavGroup(theme, icons, foot, self)
        self._more = IconButton(theme, icons, "ellipsis", words.tr("More"), self)
        for button in (self._add, self._more):
            button.setFocusPolicy(Qt.FocusPolicy.TabFocus)  # a click leaves the keys where they are
        self._more.hide()
        for group in (self._pages, self._foot):
            group.pressed.connect(self.page_requested)
        self._add.clicked.connect(lambda: self.tree.add_requested.emit(None))
        self._more.clicked.connect(self._open_menu)
        self._arrange()
        theme.changed.connect(self._follow_theme)

    def set_menu(self, menu: Callable[[], QMenu]) -> None:
        """Show a ⋯ button at the foot; `menu` is asked for its menu at each press."""
        self._menu = menu
        self._more.show()

    def show_page(self, action_id: str) -> None:
        """Mark the row of the page that is shown."""
        self._pages.mark(action_id)
        self._foot.mark(action_id)

    def sizeHint(self) -> QSize:
        """As wide as drawn; larger text gets half of what it asks for, the page the rest."""
        width = round(WIDTH * (1 + self._theme.scale) / 2)
        return QSize(width, super().sizeHint().height())

    def paintEvent(self, _event: QPaintEvent) -> None:
        """A ground of its own; the line beside it is the splitter's."""
        # Not fillRect, which makes PySide know gradients: 2 ms.
        paint_box(QPainter(self), QRectF(self.rect()), 0.0, self._theme.color("sidebar"))

    def _arrange(self) -> None:
        column = QVBoxLayout(self)
        column.setContentsMargins(0, _MARGIN, 0, _MARGIN)
        column.setSpacing(0)
        column.addLayout(_inset(self._pages))
        column.addSpacing(10)
        column.addLayout(_inset(self._label, self._add))
        column.addWidget(self.tree, 1)
        column.addSpacing(8)
        foot = _inset(self._foot)
        foot.addLayout(_on_last_row(self._more))
        column.addLayout(foot)
        self._follow_theme()

    def _open_menu(self) -> None:
        if self._menu is None:
            return
        menu = self._menu()
        above = self._more.mapToGlobal(QPoint(0, 0)) - QPoint(0, menu.sizeHint().height() + 4)
        menu.popup(above)

    def _follow_theme(self) -> None:
        edge = self._theme.px(_SMALL_BUTTON)
        for button in (self._add, self._more):
            button.setFixedSize(edge, edge)
        self._label.setIndent(self._theme.px(_LABEL_INDENT))
        self.updateGeometry()


def _on_last_row(button: QWidget) -> QVBoxLayout:
    """Return a column with a button beside the last of some rows."""
    column = QVBoxLayout()
    column.setContentsMargins(0, 0, _BUTTON_INSET, _BUTTON_INSET)
    column.addStretch(1)
    column.addWidget(button)
    return column


def _inset(*children: QWidget) -> QHBoxLayout:
    """Return a line of children between the margins; the first takes the room."""
    line = QHBoxLayout()
    last = INSET if len(children) == 1 else INSET + _BUTTON_INSET
    line.setContentsMargins(INSET, 0, last, 0)
    line.setSpacing(4)
    for child in children:
        line.addWidget(child)
    children[0].setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Fixed)
    return line
