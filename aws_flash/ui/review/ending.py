"""The end of a session: how it went, what comes tomorrow, and the way back."""

from __future__ import annotations

from functools import partial

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from aws_flash.ui.actions import ACTIONS
from aws_flash.ui.review.ending_words import EndingText, Tile
from aws_flash.ui.review.words import tr
from aws_flash.ui.theme.fonts import FontRole
from aws_flash.ui.theme.theme import Theme
from aws_flash.ui.widgets.announce import announce
from aws_flash.ui.widgets.buttons import PrimaryButton, QuietButton
from aws_flash.ui.widgets.columns import Columns
from aws_flash.ui.widgets.flow_layout import FlowLayout
from aws_flash.ui.widgets.panel import Panel
from aws_flash.ui.widgets.plain_label import PlainLabel, WrappedLabel
from aws_flash.ui.widgets.scroll_page import ScrollPage
from aws_flash.ui.widgets.wrapping import let_wrap

_WIDEST = 720
_MOST_TILES = 3
_MOST_LINES = 3


class Ending(ScrollPage):
    """`wanted` carries the id of an action of the table: "leave" or "take back"."""

    wanted = Signal(str)

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        """Build the page, empty."""
        super().__init__(parent, widest=_WIDEST)
        self._theme = theme
        self._title = WrappedLabel(theme, "", FontRole.PAGE_TITLE)
        self._tiles = [_TileView(theme) for _ in range(_MOST_TILES)]
        self._lines = [WrappedLabel(theme, "", FontRole.TEXT, "muted") for _ in range(_MOST_LINES)]
        self._back = PrimaryButton(theme, ACTIONS["leave"].label, ACTIONS["show"].key)
        self._back.clicked.connect(partial(self.wanted.emit, "leave"))
        self._undo = QuietButton(theme, tr("Undo the last answer"), ACTIONS["take back"].key)
        self._undo.clicked.connect(partial(self.wanted.emit, "take back"))
        self._lay_out()

    def show_text(self, text: EndingText) -> None:
        """Say what the session was."""
        self._title.setText(text.title)
        for place, view in enumerate(self._tiles):
            view.show_tile(text.tiles[place] if place < len(text.tiles) else None)
        for place, label in enumerate(self._lines):
            label.setText(text.lines[place] if place < len(text.lines) else "")
            label.setVisible(bool(label.text()))
        self._undo.setVisible(text.can_undo)
        words = (f"{tile.label}: {tile.figure}" for tile in text.tiles)
        announce(self, ". ".join([text.title, *words, *text.lines]))

    def take_focus(self) -> None:
        """Let Space and Enter go back."""
        self._back.setFocus(Qt.FocusReason.OtherFocusReason)

    def scroll_by(self, pages: float) -> None:
        """Scroll by a part of what is seen."""
        bar = self.verticalScrollBar()
        bar.setValue(bar.value() + round(pages * bar.pageStep()))

    def _lay_out(self) -> None:
        tiles = Columns(gap=12, row_gap=12)
        for tile in self._tiles:
            tiles.add(tile)
        buttons = QWidget()
        let_wrap(buttons)
        row = FlowLayout(buttons, 12)
        row.addWidget(self._back)
        row.addWidget(self._undo)
        self.column.addStretch(2)
        self.column.addWidget(self._title)
        self.column.addWidget(tiles)
        for line in self._lines:
            self.column.addWidget(line)
        self.column.addSpacing(8)
        self.column.addWidget(buttons)
        self.column.addStretch(3)


class _TileView(Panel):
    """A figure with its label above and a few words below."""

    def __init__(self, theme: Theme) -> None:
        super().__init__(theme)
        self._label = WrappedLabel(theme, "", FontRole.SMALL, "muted")
        self._figure = PlainLabel(theme, "", FontRole.FIGURE)
        self._caption = WrappedLabel(theme, "", FontRole.CAPTION, "muted")
        column = QVBoxLayout()
        column.setSpacing(2)
        for label in (self._label, self._figure, self._caption):
            column.addWidget(label)
        column.addStretch(1)
        self.column.addLayout(column)

    def show_tile(self, tile: Tile | None) -> None:
        """Show a tile; None hides it."""
        self.setVisible(tile is not None)
        if tile is not None:
            self._label.setText(tile.label)
            self._figure.setText(tile.figure)
            self._caption.setText(tile.caption)
            self.setAccessibleName(f"{tile.label}: {tile.figure}, {tile.caption}")
