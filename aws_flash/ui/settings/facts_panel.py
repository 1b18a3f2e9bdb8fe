"""The panel for shelf lives: after how many months a fact of each sort is checked again."""

from __future__ import annotations

from dataclasses import replace

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from aws_flash.domain.provenance import Volatility
from aws_flash.domain.shelf_life import LONGEST_LIFE, ShelfLives
from aws_flash.ui.settings.rows import SettingRow
from aws_flash.ui.theme.theme import Theme
from aws_flash.ui.widgets.number_field import NumberField
from aws_flash.ui.widgets.panel import Panel

_YEAR = 365
_MONTHS = 12


class FactsPanel(Panel):
    """A number of months for each sort of fact; `changed` carries the new ShelfLives."""

    changed = Signal(object)

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        """Build a row for each sort, those that change soonest first."""
        super().__init__(theme, "", "", parent)
        self.set_title(self.tr("Check facts again after"))
        self._lives = ShelfLives()
        self._fields: dict[Volatility, NumberField] = {}
        for sort, (name, explanation) in self._words().items():
            field = NumberField(theme, name, self.tr("months"))
            field.set_unit_of_one(self.tr("month"))
            field.set_range(1, months_of(LONGEST_LIFE))
            field.changed.connect(lambda months, sort=sort: self._set(sort, months))
            self._fields[sort] = field
            self.column.addWidget(SettingRow(theme, name, explanation, field))

    def show_lives(self, lives: ShelfLives) -> None:
        """Show these shelf lives, in whole months."""
        self._lives = lives
        for sort, field in self._fields.items():
            field.set_value(months_of(lives.of(sort)))

    def _set(self, sort: Volatility, months: int) -> None:
        if months != months_of(self._lives.of(sort)):
            self._lives = replace(self._lives, **{sort.value: days_of(months)})
            self.changed.emit(self._lives)

    def _words(self) -> dict[Volatility, tuple[str, str]]:
        return {
            Volatility.PRICE: (
                self.tr("Prices"),
                self.tr("What something costs. It may change in any month."),
            ),
            Volatility.LIMIT: (
                self.tr("Limits"),
                self.tr("How many, how long, how large. Most are raised sooner or later."),
            ),
            Volatility.NAME: (
                self.tr("Names"),
                self.tr("What services, calls and exams are called."),
            ),
            Volatility.BEHAVIOUR: (
                self.tr("Behaviour"),
                self.tr("What a service does, and what it does unless told otherwise."),
            ),
            Volatility.PRINCIPLE: (
                self.tr("Principles"),
                self.tr("Ideas that hold whatever a service is called."),
            ),
        }


def months_of(days: int) -> int:
    """Return the whole months nearest to so many days, one at least."""
    return max(round(days * _MONTHS / _YEAR), 1)


def days_of(months: int) -> int:
    """Return the days of so many months."""
    return round(months * _YEAR / _MONTHS)
