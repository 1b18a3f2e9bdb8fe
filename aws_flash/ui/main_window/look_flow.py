"""The look: switched at once and kept on this machine, not in the collection."""

from __future__ import annotations

from PySide6.QtCore import QObject

from aws_flash.ui.main_window.desk import Desk
from aws_flash.ui.theme.theme import Mode


class LookFlow(QObject):
    """Changes the theme and remembers it."""

    def __init__(self, desk: Desk, parent: QObject) -> None:
        """Work on the desk's theme."""
        super().__init__(parent)
        self._desk = desk

    def set_mode(self, mode: str) -> None:
        """Show light, dark, or what the system says."""
        self._desk.theme.set_mode(Mode(mode))
        self._desk.preferences.keep(mode=mode)

    def set_scale(self, scale: float) -> None:
        """Show text at another size."""
        self._desk.theme.set_scale(scale)
        self._keep_scale()

    def larger(self) -> None:
        """Show text one size larger."""
        self._desk.theme.larger()
        self._keep_scale()

    def smaller(self) -> None:
        """Show text one size smaller."""
        self._desk.theme.smaller()
        self._keep_scale()

    def set_reduced_motion(self, reduced: bool) -> None:  # noqa: FBT001 - a slot
        """Keep everything still, or not."""
        self._desk.theme.set_reduced_motion(reduced)
        self._desk.preferences.keep(reduced_motion=reduced)

    def _keep_scale(self) -> None:
        self._desk.preferences.keep(scale=self._desk.theme.scale)
