"""The settings page: the day, the boxes, the facts, the look, and where the data lies."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from aws_flash.domain.settings import Settings
from aws_flash.ui.settings.rows import SettingRow
from aws_flash.ui.settings.study_panels import StudyPanels
from aws_flash.ui.theme.fonts import FontRole
from aws_flash.ui.theme.theme import SCALES, Mode, Theme
from aws_flash.ui.widgets.buttons import PlainButton
from aws_flash.ui.widgets.flow_layout import FlowLayout
from aws_flash.ui.widgets.panel import Panel
from aws_flash.ui.widgets.plain_label import PlainLabel
from aws_flash.ui.widgets.scroll_page import ScrollPage
from aws_flash.ui.widgets.segmented import Segmented
from aws_flash.ui.widgets.switch import Switch
from aws_flash.ui.widgets.wrapping import let_wrap

_WIDEST = 760


class SettingsPage(ScrollPage):
    """Shows values and says what the user wants; every change holds at once and can be undone."""

    settings_changed = Signal(object)
    mode_chosen = Signal(str)
    scale_chosen = Signal(float)
    reduced_motion_chosen = Signal(bool)
    folder_requested = Signal()
    backup_requested = Signal()
    restore_requested = Signal()

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        """Build the page; `show_settings` and `show_folder` fill it."""
        super().__init__(parent, widest=_WIDEST)
        self.setAccessibleName(self.tr("Settings"))
        self._theme = theme
        self._study = StudyPanels(theme, self)
        self._study.changed.connect(self.settings_changed)
        self.column.addWidget(PlainLabel(theme, self.tr("Settings"), FontRole.PAGE_TITLE))
        self.column.addWidget(self._study.day)
        self.column.addWidget(self._study.boxes)
        self.column.addWidget(self._study.facts)
        self.column.addWidget(self._look_panel())
        self.column.addWidget(self._data_panel())
        self.column.addStretch(1)
        theme.changed.connect(self.show_look)
        self.show_look()

    def show_settings(self, settings: Settings) -> None:
        """Show the settings of the collection."""
        self._study.show_settings(settings)

    def show_look(self) -> None:
        """Show the look that the theme has."""
        self._mode.set_value(self._theme.mode.value)
        self._scale.set_value(_scale_key(self._theme.scale))

    def show_reduced_motion(self, reduced: bool) -> None:  # noqa: FBT001 - a setter, as Qt's are
        """Show whether the user asked for stillness."""
        self._still.setChecked(reduced)

    def show_folder(self, folder: Path, last_backup: str) -> None:
        """Show where the data lies, and a sentence on the newest backup."""
        self._folder.explain(str(folder))
        self._backup.explain(last_backup)

    def _look_panel(self) -> Panel:
        theme, panel = self._theme, Panel(self._theme, self.tr("Look"))
        names = {
            Mode.SYSTEM.value: self.tr("Like the system"),
            Mode.LIGHT.value: self.tr("Light"),
            Mode.DARK.value: self.tr("Dark"),
        }
        self._mode = Segmented(theme, self.tr("Theme"), names)
        self._mode.chosen.connect(self.mode_chosen)
        sizes = {_scale_key(scale): f"{scale:.0%}" for scale in SCALES}
        self._scale = Segmented(theme, self.tr("Text size"), sizes)
        self._scale.chosen.connect(lambda key: self.scale_chosen.emit(float(key)))
        self._still = Switch(theme, self.tr("Keep everything still"))
        self._still.clicked.connect(self.reduced_motion_chosen)
        panel.column.addWidget(SettingRow(theme, self.tr("Theme"), "", self._mode))
        keys = self.tr("Ctrl++ and Ctrl+- change it on every page.")
        panel.column.addWidget(SettingRow(theme, self.tr("Text size"), keys, self._scale))
        still = self.tr("Also when the system asks for less motion.")
        panel.column.addWidget(SettingRow(theme, self.tr("Motion"), still, self._still))
        return panel

    def _data_panel(self) -> Panel:
        theme, panel = self._theme, Panel(self._theme, self.tr("Your data"))
        open_it = PlainButton(theme, self.tr("Open folder"))
        open_it.clicked.connect(self.folder_requested)
        buttons = QWidget()
        let_wrap(buttons)
        row = FlowLayout(buttons, 8)
        for text, signal in (
            (self.tr("Back up now"), self.backup_requested),
            (self.tr("Restore…"), self.restore_requested),
        ):
            button = PlainButton(theme, text)
            button.clicked.connect(signal)
            row.addWidget(button)
        self._folder = SettingRow(theme, self.tr("Data folder"), "", open_it)
        self._backup = SettingRow(theme, self.tr("Backups"), "", buttons)
        panel.column.addWidget(self._folder)
        panel.column.addWidget(self._backup)
        return panel


def _scale_key(scale: float) -> str:
    """Return the key of the offered text size that is nearest."""
    return str(min(SCALES, key=lambda offered: abs(offered - scale)))
