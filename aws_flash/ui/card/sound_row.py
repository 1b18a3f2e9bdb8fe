"""Says that a card has sound: with a button that plays it, or with how to get that."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QHBoxLayout, QWidget

from aws_flash.ui.card.pictures import Pictures
from aws_flash.ui.card.sound_player import SoundPlayer, sound_player
from aws_flash.ui.icons import Icons
from aws_flash.ui.theme.fonts import FontRole
from aws_flash.ui.theme.theme import Theme
from aws_flash.ui.widgets.buttons import QuietButton
from aws_flash.ui.widgets.plain_label import WrappedLabel


class SoundRow(QWidget):
    """Hidden for cards without sound. QtMultimedia is looked for with the first sound."""

    def __init__(
        self, theme: Theme, icons: Icons, pictures: Pictures, parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self._pictures = pictures
        self._names: tuple[str, ...] = ()
        self._player: SoundPlayer | None = None
        self._has_looked = False
        self._button = QuietButton(theme, self.tr("Play sound"), "R")
        self._button.set_icon(icons, "volume-2", "muted")
        self._button.clicked.connect(self.replay)
        text = self.tr("This card has sound. To hear it, install aws-flash[audio].")
        self._note = WrappedLabel(theme, text, FontRole.SMALL, "muted")
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.addWidget(self._button, 0, Qt.AlignmentFlag.AlignLeft)
        row.addWidget(self._note, 1)

    def show_sounds(self, names: Sequence[str]) -> None:
        """Offer the sounds with these names of the media folder, and play them."""
        self.hush()
        self._names = tuple(names)
        self.setVisible(bool(names))
        if not names:
            return
        self._look_for_player()
        self._button.setVisible(self._player is not None)
        self._note.setVisible(self._player is None)
        self.replay()

    def replay(self) -> None:
        """Play from the beginning, if there is something to play and to play it with."""
        if self._player is not None and self._names:
            found = (self._pictures.path(name) for name in self._names)
            self._player.play([path for path in found if path is not None])

    def hush(self) -> None:
        """Stop playing."""
        if self._player is not None:
            self._player.stop()

    def _look_for_player(self) -> None:
        if not self._has_looked:
            self._has_looked = True
            self._player = sound_player(self)
