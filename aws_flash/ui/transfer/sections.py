"""The parts of a preview, one of them shown: cards, what changed, what was left out."""

from __future__ import annotations

from collections.abc import Mapping

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QApplication, QVBoxLayout, QWidget

from aws_flash.ui.theme.theme import Theme
from aws_flash.ui.transfer.words import tr
from aws_flash.ui.widgets.segmented import Segmented
from aws_flash.ui.widgets.wrapping import let_wrap


class Sections(QWidget):
    """`shown` carries the key of the part that came to the front."""

    shown = Signal(str)

    def __init__(self, theme: Theme, parts: Mapping[str, QWidget]) -> None:
        """Hold the parts by key; none shows before `offer`."""
        super().__init__()
        let_wrap(self)
        self._theme = theme
        self._parts = dict(parts)
        self._switch: Segmented | None = None
        self._titles: dict[str, str] = {}
        self._current = ""
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.setSpacing(12)
        for part in parts.values():
            self._column.addWidget(part)
            part.hide()
        self._column.addStretch(1)

    @property
    def current(self) -> str:
        """The key of the part that shows, "" for none."""
        return self._current

    def offer(self, titles: Mapping[str, str]) -> None:
        """Offer some of the parts by their titles; the one that shows stays if it is among them."""
        if dict(titles) == self._titles:
            return
        self._titles = dict(titles)
        had_focus = self._take_switch_away()
        if len(titles) > 1:
            self._switch = Segmented(self._theme, tr("What to look at"), self._titles)
            self._column.insertWidget(0, self._switch)
            if self._current in titles:
                self._switch.set_value(self._current)
            self._switch.chosen.connect(self._show)
            if had_focus:
                self._switch.findChildren(QWidget)[0].setFocus()
        wanted = self._current if self._current in titles else next(iter(titles), "")
        self._show(wanted)

    def _take_switch_away(self) -> bool:
        if self._switch is None:
            return False
        before, self._switch = self._switch, None
        focused = QApplication.focusWidget()
        had_focus = focused is not None and before.isAncestorOf(focused)
        self._column.removeWidget(before)
        before.hide()
        before.deleteLater()
        return had_focus

    def _show(self, key: str) -> None:
        if self._switch is not None and key in self._titles:
            self._switch.set_value(key)
        changed, self._current = key != self._current, key
        for name, part in self._parts.items():
            part.setVisible(name == key)
        if changed and key:
            self.shown.emit(key)
