"""The settings page, built when first asked for, and its wishes carried out."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject

from aws_flash.ui.main_window.data_flow import DataFlow
from aws_flash.ui.main_window.desk import Desk
from aws_flash.ui.main_window.look_flow import LookFlow
from aws_flash.ui.settings.page import SettingsPage

if TYPE_CHECKING:
    from aws_flash.domain.changes import Done
    from aws_flash.domain.settings import Settings


class SettingsFlow(QObject):
    """Keeps one settings page in step with the collection."""

    def __init__(self, desk: Desk, look: LookFlow, data: DataFlow) -> None:
        """Build the page."""
        self.page = SettingsPage(desk.theme)
        super().__init__(self.page)
        self._desk = desk
        self._data = data
        self.page.settings_changed.connect(self._change)
        self.page.mode_chosen.connect(look.set_mode)
        self.page.scale_chosen.connect(look.set_scale)
        self.page.reduced_motion_chosen.connect(look.set_reduced_motion)
        self.page.folder_requested.connect(data.open_folder)
        self.page.backup_requested.connect(data.back_up)
        self.page.restore_requested.connect(data.choose_backup)
        self.page.show_reduced_motion(desk.preferences.kept.reduced_motion)
        desk.changed.connect(self._follow)
        data.backed_up.connect(self.refresh)
        data.replaced.connect(self.refresh)

    def refresh(self) -> None:
        """Read the settings and the newest backup again."""
        self._desk.read(lambda services: services.options.read(), self.page.show_settings)
        self._data.describe(self.page.show_folder)

    def _change(self, settings: Settings) -> None:
        self._desk.do(lambda services: services.options.change(settings), self)

    def _follow(self, done: Done[object], sender: object) -> None:
        from aws_flash.domain.changes import Changed

        if sender is not self and Changed.SETTINGS in done.changed:
            self.refresh()
