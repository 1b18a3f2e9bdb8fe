"""The looks in which every page is drawn, and the camera that draws it."""

from __future__ import annotations

from pathlib import Path
from typing import NamedTuple

from PySide6.QtWidgets import QWidget

from aws_flash.ui.theme.theme import Mode, Theme


class Look(NamedTuple):
    """Colours, text size and size of the window; `name` ends the names of its pictures."""

    name: str
    mode: Mode = Mode.LIGHT
    scale: float = 1.0
    size: tuple[int, int] = (1200, 780)

    def theme(self) -> Theme:
        """Return the theme of this look; nothing moves, so that pictures are alike each time."""
        return Theme(mode=self.mode, scale=self.scale, reduced_motion=True)


LOOKS = {
    look.name: look
    for look in (
        Look("light"),
        Look("dark", Mode.DARK),
        Look("200", scale=2.0),
        Look("800x560", size=(800, 560)),
    )
}


class Camera:
    """Writes pictures of one look into a folder."""

    def __init__(self, folder: Path, look: Look) -> None:
        """Draw in this look; the folder is there."""
        self._folder = folder
        self._look = look
        self.taken: list[Path] = []

    def take(self, name: str, widget: QWidget) -> None:
        """Write a picture of a window, or of whatever has a window of its own."""
        path = self._folder / f"{name}-{self._look.name}.png"
        if not widget.grab().save(str(path)):
            raise OSError(f"{path} cannot be written")
        self.taken.append(path)
