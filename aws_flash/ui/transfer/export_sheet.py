"""The sheet to export: what, in which format, with what, and what that format cannot hold."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from typing import TYPE_CHECKING, NamedTuple

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QComboBox, QWidget

from aws_flash.ui.editor.labelled import labelled
from aws_flash.ui.editor.topic_box import TopicBox
from aws_flash.ui.editor.topic_paths import TopicPath
from aws_flash.ui.text import counted
from aws_flash.ui.theme.fonts import FontRole
from aws_flash.ui.theme.theme import Theme
from aws_flash.ui.transfer.values import ExportPreview
from aws_flash.ui.transfer.words import cards_text, tr
from aws_flash.ui.widgets.buttons import ConfirmButton, PlainButton
from aws_flash.ui.widgets.plain_label import WrappedLabel
from aws_flash.ui.widgets.sheet import Sheet
from aws_flash.ui.widgets.switch import Switch

if TYPE_CHECKING:
    from aws_flash.application.exporting.exporting import ExportFormat

_WIDTH = 560


class ExportWish(NamedTuple):
    """What is to leave: a topic by id or None for everything, and the format by its id."""

    topic: int | None
    format: str
    with_progress: bool
    with_media: bool


class ExportSheet(Sheet):
    """`wished` carries an ExportWish whenever it is another one; `save_wanted` the one to save."""

    wished = Signal(object)
    save_wanted = Signal(object)

    def __init__(
        self,
        theme: Theme,
        window: QWidget,
        paths: Iterable[TopicPath],
        formats: Sequence[ExportFormat],
    ) -> None:
        """Offer these topics and formats, the best format first."""
        super().__init__(theme, window, tr("Export"), _WIDTH)
        self._topic = TopicBox(tr("What"), paths)
        self._topic.add_none(tr("Everything"))
        self._format = QComboBox()
        self._format.setAccessibleName(tr("Format"))
        for one in formats:
            self._format.addItem(f"{one.name} ({one.suffix})", one.id)
        self._progress = Switch(theme, tr("With boxes, due days and history"))
        self._media = Switch(theme, tr("With pictures and sounds"))
        self._media.setChecked(True)
        self._holds = WrappedLabel(theme, "", FontRole.TEXT)
        self._losses = WrappedLabel(theme, "", FontRole.TEXT, "muted")
        self._save = ConfirmButton(theme, tr("Save…"))
        self._save.clicked.connect(lambda: self.save_wanted.emit(self.wish))
        cancel = PlainButton(theme, tr("Cancel"), "Esc")
        cancel.clicked.connect(self.close_sheet)
        for part in (labelled(theme, self._topic), labelled(theme, self._format)):
            self.column.addWidget(part)
        for part in (self._progress, self._media, self._holds, self._losses):
            self.column.addWidget(part)
        self.add_button(cancel)
        self.add_button(self._save)
        self.wait()
        self._connect()

    @property
    def wish(self) -> ExportWish:
        """What is set."""
        return ExportWish(
            topic=self._topic.topic_id,
            format=str(self._format.currentData() or ""),
            with_progress=self._progress.isChecked(),
            with_media=self._media.isChecked(),
        )

    @property
    def name(self) -> str:
        """What to call the file: the topic's own name, "" for everything."""
        return self._topic.currentText().rpartition("\u203a")[2].strip() if self.wish.topic else ""

    def choose(self, topic_id: int | None) -> None:
        """Choose a topic before the sheet opens."""
        self._topic.choose(topic_id)

    def wait(self) -> None:
        """Say that what would leave is being looked at."""
        self._save.setEnabled(False)
        self._holds.setText(tr("Looking at what would leave…"))
        self._losses.hide()

    def show_preview(self, preview: ExportPreview) -> None:
        """Say what would leave, and what not."""
        topics = counted(preview.topics, "topic", "topics")
        words = tr("{cards} in {topics}.").format(cards=cards_text(preview.cards), topics=topics)
        self._holds.setText(words if preview.cards else tr("There are no cards to export here."))
        self._save.setEnabled(preview.cards > 0)
        self._losses.setText("\n".join((tr("What this format cannot hold:"), *preview.losses)))
        self._losses.setVisible(bool(preview.losses))

    def _tell(self) -> None:
        self.wait()
        self.wished.emit(self.wish)

    def _connect(self) -> None:
        self._topic.currentIndexChanged.connect(self._tell)
        self._format.currentIndexChanged.connect(self._tell)
        for switch in (self._progress, self._media):
            switch.toggled.connect(self._tell)


class ReplaceSheet(Sheet):
    """Asks whether a file may go; `agreed` says that it may."""

    agreed = Signal()

    def __init__(self, theme: Theme, window: QWidget, name: str) -> None:
        """Ask about the file of that name."""
        super().__init__(theme, window, tr("Replace “{name}”?").format(name=name), 460)
        words = tr("There is such a file already. What it holds now would be gone.")
        self.column.addWidget(WrappedLabel(theme, words, FontRole.TEXT))
        self._keep = PlainButton(theme, tr("Keep it"), "Esc")
        self._keep.clicked.connect(self.close_sheet)
        replace = PlainButton(theme, tr("Replace"))
        replace.clicked.connect(self._agree)
        self.add_button(self._keep)
        self.add_button(replace)

    def ask(self) -> None:
        """Open, with the focus on what changes nothing."""
        self.open(self._keep)
        self._keep.setFocus(Qt.FocusReason.TabFocusReason)

    def _agree(self) -> None:
        self.close_sheet()
        self.agreed.emit()
