"""The line above the card: back, where it lies, how far the session is, and its tools."""

from __future__ import annotations

from functools import partial

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QWidget

from aws_flash.ui.actions import ACTIONS
from aws_flash.ui.icons import Icons
from aws_flash.ui.review.breadcrumb import Breadcrumb
from aws_flash.ui.review.more_menu import MoreMenu
from aws_flash.ui.review.words import position_text, tr
from aws_flash.ui.theme.fonts import FontRole
from aws_flash.ui.theme.theme import Theme
from aws_flash.ui.widgets.icon_button import IconButton
from aws_flash.ui.widgets.plain_label import PlainLabel


class TopBar(QWidget):
    """`pressed` carries the id of an action of the table."""

    pressed = Signal(str)

    def __init__(self, theme: Theme, icons: Icons, parent: QWidget | None = None) -> None:
        """Build the buttons; `show_place` and `show_flag` fill the rest."""
        super().__init__(parent)
        self._theme = theme
        self._icons = icons
        back = self._button("leave")
        self._path = Breadcrumb(theme)
        self._count = PlainLabel(theme, "", FontRole.TEXT, "muted")
        self._undo = self._button("take back")
        self._edit = self._button("edit")
        self._flag = self._button("flag")
        self._flag.setCheckable(True)
        self._more = IconButton(theme, icons, "ellipsis", tr("More"))
        self._more.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        self._menu = MoreMenu(icons, self._more)
        self._menu.chosen.connect(self.pressed)
        self._more.clicked.connect(self._open_menu)
        row = QHBoxLayout(self)
        row.setContentsMargins(17, 7, 17, 7)
        row.setSpacing(0)
        row.addWidget(back)
        row.addSpacing(1)
        row.addWidget(self._path, 1)
        row.addSpacing(16)
        row.addWidget(self._count)
        row.addSpacing(9)
        for button in (self._undo, self._edit, self._flag, self._more):
            row.addWidget(button)

    def show_place(self, names: tuple[str, ...], position: int, total: int) -> None:
        """Show the topic's path and "12 of 27"."""
        self._path.show_path(names)
        self._count.setText(position_text(position, total))
        self._count.setAccessibleName(
            tr("Card {place}").format(place=position_text(position, total))
        )
        self._show_card_tools(True)

    def show_nothing(self) -> None:
        """Only the way back: there is no card."""
        self._path.show_path(())
        self._show_card_tools(False)

    def show_flag(self, *, flagged: bool) -> None:
        """Show whether the card is flagged: by colour, by ground, and in words."""
        if flagged == self._flag.isChecked():
            return
        action = ACTIONS["flag"]
        name = tr("Flagged: take the flag away") if flagged else action.label
        self._flag.set_icon(action.icon, "accent" if flagged else "muted")
        self._flag.set_name(_with_key(name, action.key))
        self._flag.setChecked(flagged)

    def show_sound(self, *, has_sound: bool) -> None:
        """Offer to replay sound, or not."""
        self._menu.show_replay(offered=has_sound)

    def _show_card_tools(self, shown: bool) -> None:  # noqa: FBT001 - as Qt's setters are
        for widget in (self._count, self._undo, self._edit, self._flag, self._more):
            widget.setVisible(shown)

    def _button(self, action_id: str) -> IconButton:
        """A click leaves the focus on the card, so that Space keeps its meaning."""
        action = ACTIONS[action_id]
        button = IconButton(self._theme, self._icons, action.icon, "")
        button.set_name(_with_key(action.label, action.key))
        button.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        button.clicked.connect(partial(self._press, action_id))
        return button

    def _press(self, action_id: str) -> None:
        if action_id == "flag":  # it shows what is stored, not what was clicked
            self._flag.setChecked(not self._flag.isChecked())
        self.pressed.emit(action_id)

    def _open_menu(self) -> None:
        self._menu.open_below(self._more)


def _with_key(name: str, key: str) -> str:
    return f"{name} ({key})"
