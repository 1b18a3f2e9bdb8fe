"""Notes that differ from what is here: both texts side by side, one note after the other."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from aws_flash.domain.kind import Family
from aws_flash.domain.plain_text import plain
from aws_flash.domain.word_changes import word_changes
from aws_flash.ui.card.passages import Passage, passages
from aws_flash.ui.card.pictures import Pictures
from aws_flash.ui.card.version_panel import GONE, NEW, OTHER, VersionPanel
from aws_flash.ui.icons import Icons
from aws_flash.ui.theme.fonts import FontRole
from aws_flash.ui.theme.theme import Theme
from aws_flash.ui.transfer.stepper import Stepper
from aws_flash.ui.transfer.words import tr
from aws_flash.ui.widgets.columns import Columns
from aws_flash.ui.widgets.plain_label import WrappedLabel

if TYPE_CHECKING:
    from aws_flash.application.importing.sampling import Comparison


class DifferenceView(QWidget):
    """`wanted` carries the place of the note to show next; `show_comparison` shows it."""

    wanted = Signal(int)

    def __init__(self, theme: Theme, icons: Icons, words: str, *, clashes: bool) -> None:
        """Say `words` above; in a clash neither text is marked as gone."""
        super().__init__()
        self._clashes = clashes
        pictures = Pictures(lambda _name: None)
        self._mine = VersionPanel(theme, pictures)
        self._theirs = VersionPanel(theme, pictures)
        self._mine.set_title(tr("Your text"))
        self._theirs.set_title(tr("In the file"))
        self._note = WrappedLabel(theme, "", FontRole.CAPTION, "muted")
        self._stepper = Stepper(theme, icons, tr("card"))
        self._stepper.stepped.connect(self.wanted)
        versions = Columns()
        versions.add(self._mine)
        versions.add(self._theirs)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(12)
        column.addWidget(WrappedLabel(theme, words, FontRole.TEXT, "muted"))
        column.addWidget(versions)
        column.addWidget(self._note)
        column.addWidget(self._stepper, 0, Qt.AlignmentFlag.AlignHCenter)

    def begin(self, total: int) -> None:
        """Go through so many notes; the first is asked for."""
        self._stepper.begin(total)
        if total:
            self.wanted.emit(0)

    def show_comparison(self, compared: Comparison) -> None:
        """Show both texts of a note."""
        shown, note = differing_passages(compared)
        texts = [(one.label, *word_changes(one.before, one.after)) for one in shown]
        marks = (OTHER, OTHER) if self._clashes else (GONE, NEW)
        self._mine.show_texts([(label, old) for label, old, _ in texts], marks[0])
        self._theirs.show_texts([(label, new) for label, _, new in texts], marks[1])
        self._note.setText(note)
        self._note.setVisible(bool(note))


def differing_passages(compared: Comparison) -> tuple[tuple[Passage, ...], str]:
    """Return what to show of a note that differs, and a word on what cannot be seen of it."""
    if compared.kind.family is Family.IMPORTED:
        shown = tuple(
            Passage(name, plain(mine), plain(theirs)) for name, mine, theirs in compared.fields
        )
    else:
        shown = passages(compared.mine, compared.theirs)
    if any(one.before != one.after for one in shown):
        return shown, ""
    if compared.fields:
        written = tuple(Passage(name, mine, theirs) for name, mine, theirs in compared.fields)
        return written, tr("The words are the same; they are only set in another way.")
    return shown, tr("The words are the same; only what is said of their source differs.")
