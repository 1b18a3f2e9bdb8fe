"""A card to recheck: what it says, where that can be read, and what to do with it."""

from __future__ import annotations

from functools import partial

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from aws_flash.ui.card.pictures import Pictures
from aws_flash.ui.card.source_line import SourceLine
from aws_flash.ui.facts.values import AgedFact
from aws_flash.ui.facts.words import tr
from aws_flash.ui.icons import Icons
from aws_flash.ui.theme.fonts import FontRole
from aws_flash.ui.theme.theme import Theme
from aws_flash.ui.widgets.buttons import PlainButton, QuietButton
from aws_flash.ui.widgets.flow_layout import FlowLayout
from aws_flash.ui.widgets.plain_label import WrappedLabel
from aws_flash.ui.widgets.stepped_row import RowTick, SteppedRow
from aws_flash.ui.widgets.text_button import TextButton
from aws_flash.ui.widgets.wrapping import let_wrap

STILL_TRUE, EDIT, SET_ASIDE = "still true", "edit", "set aside"


class FactRow(SteppedRow):
    """`wanted` carries what to do, `stepped` -1 or 1 for the row above or below."""

    wanted = Signal(str)
    chosen = Signal()
    link_clicked = Signal(str)

    def __init__(self, theme: Theme, icons: Icons, pictures: Pictures) -> None:
        """Build the row, empty until `show_fact`."""
        super().__init__(theme)
        self._tick = RowTick()
        self._tick.toggled.connect(self.chosen)
        self._question = WrappedLabel(theme, "", FontRole.TEXT_STRONG)
        self._answer = WrappedLabel(theme, "", FontRole.TEXT)
        self._path = WrappedLabel(theme, "", FontRole.CAPTION, "muted")
        self._source = SourceLine(theme, icons, pictures)
        self._source.link_clicked.connect(self.link_clicked)
        self._buttons = self._make_buttons()
        self._lay_out()

    def show_fact(self, fact: AgedFact) -> None:
        """Show another card, or the same with other texts."""
        self._question.setText(fact.question)
        self._answer.setText(fact.answer)
        self._answer.setVisible(bool(fact.answer))
        self._path.setText(fact.path)
        self._source.show_provenance(fact.provenance, fact.age)
        self.setAccessibleName(fact.question)
        self._tick.setAccessibleName(tr("Choose: {question}").format(question=fact.question))
        for button in self._buttons.values():
            button.setAccessibleDescription(fact.question)

    @property
    def is_chosen(self) -> bool:
        """Whether the row is ticked."""
        return self._tick.isChecked()

    def choose(self, chosen: bool) -> None:  # noqa: FBT001 - a setter, as Qt's are
        """Tick the row, or not."""
        self._tick.setChecked(chosen)

    def stops(self) -> list[QWidget]:
        """What the focus can be on, in an order that is the same in every row."""
        return [self._tick, *self._buttons.values()]

    def _make_buttons(self) -> dict[str, TextButton]:
        theme = self._theme
        buttons: dict[str, TextButton] = {
            STILL_TRUE: PlainButton(theme, tr("Still true")),
            EDIT: QuietButton(theme, tr("Edit")),
            SET_ASIDE: QuietButton(theme, tr("Set aside")),
        }
        for deed, button in buttons.items():
            button.clicked.connect(partial(self.wanted.emit, deed))
        return buttons

    def _lay_out(self) -> None:
        deeds = QWidget()
        let_wrap(deeds)
        buttons = FlowLayout(deeds, 4)
        for button in self._buttons.values():
            buttons.addWidget(button)
        parts = QVBoxLayout()
        parts.setSpacing(4)
        for label in (self._question, self._answer, self._path):
            parts.addWidget(label)
        for part in (self._source, deeds):
            parts.addSpacing(6)
            parts.addWidget(part)
        row = QHBoxLayout()
        row.setSpacing(8)
        row.addWidget(self._tick, 0, Qt.AlignmentFlag.AlignTop)
        row.addLayout(parts, 1)
        self.column.addLayout(row)
