"""The lower half of Today: the last weeks beside the weakest topics."""

from __future__ import annotations

from PySide6.QtWidgets import QWidget

from aws_flash.domain.views import TodayView
from aws_flash.ui.theme.theme import Theme
from aws_flash.ui.today.history_panel import HistoryPanel
from aws_flash.ui.today.weak_panel import WeakPanel
from aws_flash.ui.widgets.columns import Columns


class LowerRow(Columns):
    """Two panels, each left out while it has nothing to show."""

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        """Build both panels."""
        super().__init__(parent)
        self._history = HistoryPanel(theme)
        self._weak = WeakPanel(theme)
        self.add(self._history)
        self.add(self._weak)

    def show_view(self, view: TodayView) -> None:
        """Show what there is."""
        self._history.setVisible(has_history(view))
        self._history.show_weeks(view.heat, view.streak, view.day)
        self._weak.setVisible(bool(view.weakest))
        self._weak.show_topics(view.weakest)


def has_history(view: TodayView) -> bool:
    """Return whether any answer was given in the weeks shown."""
    return any(any(week) for week in view.heat)
