"""The last 16 weeks as a map of days, with the streak."""

from __future__ import annotations

from datetime import date, timedelta
from math import ceil

from PySide6.QtWidgets import QWidget

from aws_flash.ui.theme.theme import Theme
from aws_flash.ui.today import words
from aws_flash.ui.widgets.heat_map import HeatCell, HeatMap
from aws_flash.ui.widgets.panel import Panel

Weeks = tuple[tuple[int | None, ...], ...]
_WEEKS = 16
_DEEPEST = 4


class HistoryPanel(Panel):
    """Sixteen weeks, the last one being this; deeper colours stand for more answers."""

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        """Build an empty map."""
        super().__init__(theme, words.tr("Last 16 weeks"), parent=parent)
        self._map = HeatMap(theme, _WEEKS)
        self.column.addWidget(self._map)
        self.column.addStretch(1)

    def show_weeks(self, weeks: Weeks, streak: int, today: date) -> None:
        """Show the answers of each day, None for days to come."""
        answers = [count for week in weeks for count in week if count is not None]
        busy = busy_day(answers)
        first = words.first_day(today, len(weeks))
        cells = [
            HeatCell(heat_level(count, busy), words.heat_tip(count, _later(first, place), today))
            for place, count in enumerate(answers)
        ]
        active = sum(1 for count in answers if count)
        self._map.show_days(cells, words.heat_summary(sum(answers), active))
        self.set_note(words.streak_text(streak))


def busy_day(answers: list[int]) -> int:
    """Return the answers of a busy day, by which the others are measured.

    Nine in ten active days have fewer, so that one long evening does not pale all the rest.
    """
    active = sorted(count for count in answers if count)
    return active[(len(active) - 1) * 9 // 10] if active else 1


def heat_level(answers: int, busy: int) -> int:
    """Return 0 for nothing, then 1 to 4 by quarters of a busy day."""
    return min(ceil(answers * _DEEPEST / busy), _DEEPEST)


def _later(day: date, days: int) -> date:
    return day + timedelta(days=days)
