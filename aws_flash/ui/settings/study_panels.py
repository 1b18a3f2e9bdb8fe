"""The panels for what holds in the whole collection: the day's limits, the boxes, the facts."""

from __future__ import annotations

from dataclasses import replace

from PySide6.QtCore import QObject, Signal
from PySide6.QtWidgets import QWidget

from aws_flash.domain.card import BOXES
from aws_flash.domain.settings import LONGEST_REST, Fall, Settings, with_rest
from aws_flash.ui.settings.facts_panel import FactsPanel
from aws_flash.ui.settings.rows import SettingRow
from aws_flash.ui.theme.theme import Theme
from aws_flash.ui.widgets.flow_layout import FlowLayout
from aws_flash.ui.widgets.number_field import NumberField
from aws_flash.ui.widgets.panel import Panel
from aws_flash.ui.widgets.segmented import Segmented
from aws_flash.ui.widgets.wrapping import let_wrap


class StudyPanels(QObject):
    """Three panels over one value; `changed` carries the new Settings."""

    changed = Signal(object)

    def __init__(self, theme: Theme, parent: QObject) -> None:
        """Build the panels."""
        super().__init__(parent)
        self._settings = Settings()
        self.day = Panel(theme, self.tr("Each day"))
        self.boxes = Panel(theme, self.tr("The five boxes"))
        self.facts = FactsPanel(theme)
        self.facts.changed.connect(lambda lives: self._set(shelf_lives=lives))
        self._fill_day(theme)
        self._fill_boxes(theme)

    def show_settings(self, settings: Settings) -> None:
        """Show these values; fields that hold them already stay as they are."""
        self._settings = settings
        self._minutes.set_value(settings.minutes_a_day)
        self._new.set_value(settings.new_a_day)
        self._begins.set_value(settings.day_begins_at)
        self._fall.set_value(settings.fall.value)
        for field, rest in zip(self._rests, settings.rests[1:], strict=True):
            field.set_value(rest)
        self.facts.show_lives(settings.shelf_lives)

    def _fill_day(self, theme: Theme) -> None:
        self._minutes = self._number(theme, self.tr("Minutes a day"), self.tr("min"), (1, 600, 5))
        self._new = self._number(theme, self.tr("New cards a day"), self.tr("cards"), (0, 999, 1))
        self._begins = self._number(theme, self.tr("The day begins at"), self.tr("h"), (0, 23, 1))
        self._minutes.changed.connect(lambda n: self._set(minutes_a_day=n))
        self._new.changed.connect(lambda n: self._set(new_a_day=n))
        self._new.set_unit_of_one(self.tr("card"))
        self._begins.changed.connect(lambda n: self._set(day_begins_at=n))
        rows = (
            (
                self.tr("Minutes a day"),
                self.tr("What does not fit stays due and waits."),
                self._minutes,
            ),
            (
                self.tr("New cards a day"),
                self.tr("Fewer come by themselves when the next two weeks are full."),
                self._new,
            ),
            (
                self.tr("The day begins at"),
                self.tr("Cards learned before this hour count for the evening before."),
                self._begins,
            ),
        )
        for name, explanation, field in rows:
            self.day.column.addWidget(SettingRow(theme, name, explanation, field))

    def _fill_boxes(self, theme: Theme) -> None:
        choices = {
            Fall.GENTLE.value: self.tr("One box down"),
            Fall.CLASSIC.value: self.tr("Back to box 1"),
        }
        self._fall = Segmented(theme, self.tr("A missed card goes"), choices)
        self._fall.chosen.connect(lambda key: self._set(fall=Fall(key)))
        fields = QWidget()
        let_wrap(fields)
        row = FlowLayout(fields, 12)
        self._rests = []
        for box in range(2, BOXES + 1):
            name = self.tr("Box {box} rests").format(box=box)
            field = self._number(theme, name, self.tr("d"), (1, LONGEST_REST, 1))
            field.changed.connect(lambda rest, box=box: self._rest(box, rest))
            self._rests.append(field)
            row.addWidget(field)
        self.boxes.column.addWidget(
            SettingRow(theme, self.tr("A missed card goes"), "", self._fall)
        )
        rests = SettingRow(
            theme,
            self.tr("Days of rest in boxes 2 to 5"),
            self.tr(
                "Box 1 always comes back the next day. Known again in box 5, a card rests twice "
                "as long each time."
            ),
            fields,
        )
        self.boxes.column.addWidget(rests)

    def _number(
        self, theme: Theme, name: str, unit: str, span: tuple[int, int, int]
    ) -> NumberField:
        field = NumberField(theme, name, unit)
        field.set_range(*span)
        return field

    def _rest(self, box: int, rest: int) -> None:
        self._take(with_rest(self._settings, box, rest))

    def _set(self, **values: object) -> None:
        self._take(replace(self._settings, **values))  # type: ignore[arg-type]  # by field name

    def _take(self, settings: Settings) -> None:
        if settings != self._settings:
            self.show_settings(settings)
            self.changed.emit(settings)
