"""How a file is to be brought in: where to, with what, and who wins."""

from __future__ import annotations

from collections.abc import Iterable

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from aws_flash.domain.imports import Clash, Wishes
from aws_flash.ui.editor.labelled import labelled
from aws_flash.ui.editor.topic_box import TopicBox
from aws_flash.ui.editor.topic_paths import TopicPath
from aws_flash.ui.theme.fonts import FontRole
from aws_flash.ui.theme.theme import Theme
from aws_flash.ui.transfer.words import tr
from aws_flash.ui.widgets.panel import Panel
from aws_flash.ui.widgets.plain_label import WrappedLabel
from aws_flash.ui.widgets.segmented import Segmented
from aws_flash.ui.widgets.switch import Switch
from aws_flash.ui.widgets.wrapping import let_wrap


class WishPanel(Panel):
    """`wished` carries all that is set, as Wishes that leave nothing out."""

    wished = Signal(object)

    def __init__(self, theme: Theme, paths: Iterable[TopicPath], wishes: Wishes) -> None:
        """Offer these topics to hang everything under; begin with `wishes`."""
        super().__init__(theme, tr("How to bring it in"))
        self._topic = TopicBox(tr("Under the topic"), paths)
        self._topic.add_none(tr("As in the file, beside your topics"))
        self._topic.choose(wishes.topic)
        self._clash = Segmented(
            theme,
            tr("Where you and the file both changed a card"),
            {
                Clash.MINE: tr("Mine stays"),
                Clash.THEIRS: tr("Take the file's"),
                Clash.BOTH: tr("Keep both"),
            },
        )
        self._clash.set_value(wishes.clash)
        self._progress = Switch(theme, tr("Bring boxes, due days and history"))
        self._marks = Switch(theme, tr("Bring the tags “marked” and “leech”"))
        self._first_field = Switch(theme, tr("The same first field means the same card"))
        self._progress.setChecked(wishes.with_progress)
        self._marks.setChecked(wishes.with_marks)
        self._first_field.setChecked(wishes.by_first_field)
        self._on_progress = WrappedLabel(theme, tr(_BOXES), FontRole.CAPTION, "muted")
        self._clashes = labelled(theme, self._clash)
        let_wrap(self._clashes)
        self._lay_out(theme)
        self._connect()

    def offer(self, *, progress: bool, marks: bool, clashes: bool) -> None:
        """Show only what there is to decide about."""
        self._progress.setVisible(progress)
        self._on_progress.setVisible(progress)
        self._marks.setVisible(marks)
        self.offer_clashes(clashes=clashes)

    def offer_clashes(self, *, clashes: bool) -> None:
        """Show who wins where there are clashes."""
        self._clashes.setVisible(clashes)

    @property
    def wishes(self) -> Wishes:
        """All that is set."""
        return Wishes(
            topic=self._topic.topic_id,
            clash=Clash(self._clash.value),
            with_progress=self._progress.isChecked(),
            by_first_field=self._first_field.isChecked(),
            with_marks=self._marks.isChecked(),
        )

    def _tell(self) -> None:
        self.wished.emit(self.wishes)

    def _connect(self) -> None:
        self._topic.currentIndexChanged.connect(self._tell)
        self._clash.chosen.connect(self._tell)
        for switch in (self._progress, self._marks, self._first_field):
            switch.toggled.connect(self._tell)

    def _lay_out(self, theme: Theme) -> None:
        self.column.addWidget(labelled(theme, self._topic))
        self.column.addWidget(self._clashes)
        switches = QWidget()
        let_wrap(switches)
        column = QVBoxLayout(switches)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(6)
        for part in (self._progress, self._on_progress, self._first_field, self._marks):
            column.addWidget(part)
        self.column.addWidget(switches)


_BOXES = (
    "Each card goes into the highest box whose rest is not longer than its interval. Its due day "
    "and its interval stay; new cards stay new, lapsed ones begin in box 1."
)
