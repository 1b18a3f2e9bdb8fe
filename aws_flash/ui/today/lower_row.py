"""The lower half of Today: the last weeks beside the weakest topics."""

from __future__ import annotations

from PySide6.QtWidgets import QWidget

from aws_flash.domain.views import TodayView
from aws_flash.ui.theme.theme import Theme
from aws_flash.ui.today.boxes_panel import BoxesPanel
from aws_flash.ui.today.history_panel import HistoryPanel
from aws_flash.ui.today.visibility import set_shown
from aws_flash.ui.today.weak_panel import WeakPanel
from aws_flash.ui.widgets.columns import Columns


class LowerRow(Columns):
    """Two panels; until topics can be compared, the second says how the boxes work."""

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        """Build the map of weeks; the other panels come when they are needed."""
        super().__init__(parent)
        self._theme = theme
        self._history = HistoryPanel(theme)
        self.add(self._history)
        self._weak: WeakPanel | None = None
        self._boxes: BoxesPanel | None = None

    def show_view(self, view: TodayView) -> None:
        """Show what there is."""
        self._history.show_weeks(view.heat, view.streak, view.day)
        self._show_weakest(view)
        self._show_boxes(view)

    def _show_weakest(self, view: TodayView) -> None:
        if self._weak is None and view.weakest:
            self._weak = WeakPanel(self._theme)
            self.add(self._weak)
        if self._weak is not None:
            self._weak.show_topics(view.weakest)
            set_shown(self._weak, bool(view.weakest))

    def _show_boxes(self, view: TodayView) -> None:
        if self._boxes is None and not view.weakest:
            self._boxes = BoxesPanel(self._theme)
            self.add(self._boxes)
        if self._boxes is not None:
            set_shown(self._boxes, not view.weakest)
