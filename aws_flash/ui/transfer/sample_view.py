"""Some cards of a file as they would be asked and answered, one after the other."""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QApplication, QVBoxLayout, QWidget
from shiboken6 import isValid

from aws_flash.ui.card.card_face import CardFace
from aws_flash.ui.card.pictures import Pictures
from aws_flash.ui.icons import Icons
from aws_flash.ui.theme.theme import Theme
from aws_flash.ui.transfer.stepper import Stepper
from aws_flash.ui.transfer.words import tr

if TYPE_CHECKING:
    from aws_flash.application.importing.sampling import Sample

_HEIGHT = 350


class SampleView(QWidget):
    """`wanted` carries the place of the card to show next; `show_sample` shows it."""

    wanted = Signal(int)
    link_clicked = Signal(str)

    def __init__(self, theme: Theme, icons: Icons) -> None:
        """Build the card, empty."""
        super().__init__()
        self._theme = theme
        self._media: Mapping[str, Path] = {}
        self._face = CardFace(theme, icons, Pictures(self._path_of))
        self._face.link_clicked.connect(self.link_clicked)
        self._stepper = Stepper(theme, icons, tr("card"))
        self._stepper.stepped.connect(self.wanted)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(self._face)
        column.addWidget(self._stepper, 0, Qt.AlignmentFlag.AlignHCenter)
        theme.changed.connect(self._fit)
        self._fit()

    def begin(self, total: int) -> None:
        """Go through so many cards; the first is asked for."""
        self._stepper.begin(total)
        self._face.setVisible(total > 0)
        if total:
            self.wanted.emit(0)

    def show_sample(self, sample: Sample) -> None:
        """Show a card with its answer; the focus stays where it is."""
        focused = QApplication.focusWidget()
        self._media = sample.media
        self._face.show_question(sample.face, sample.note.provenance)
        self._face.reveal()
        self._face.scroll_to_top()
        if focused is not None and isValid(focused) and focused.isVisible():
            focused.setFocus(Qt.FocusReason.OtherFocusReason)

    def _path_of(self, name: str) -> Path | None:
        return self._media.get(name)

    def _fit(self) -> None:
        self._face.setFixedHeight(self._theme.px(_HEIGHT))
