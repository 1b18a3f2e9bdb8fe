"""A draft: a tick, what it asks and answers, where it comes from, and Edit."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent, QMouseEvent
from PySide6.QtWidgets import QCheckBox, QHBoxLayout, QVBoxLayout

from aws_flash.ui.theme.fonts import FontRole
from aws_flash.ui.theme.theme import Theme
from aws_flash.ui.theme.tokens import ColorName
from aws_flash.ui.transfer.values import Draft
from aws_flash.ui.transfer.words import tr
from aws_flash.ui.widgets.buttons import QuietButton
from aws_flash.ui.widgets.plain_label import PlainLabel, WrappedLabel
from aws_flash.ui.widgets.stepped_row import RowTick, SteppedRow


class DraftRow(SteppedRow):
    """`ticked` says whether it comes, `edit_wanted` that its text is to be changed.

    Del leaves it out, a click or Edit opens it; `stepped` is -1 or 1 for the row above or below.
    """

    ticked = Signal(bool)
    edit_wanted = Signal()

    def __init__(self, theme: Theme) -> None:
        """Build the row, empty until `show_draft`."""
        super().__init__(theme)
        self._asks = True
        self._tick = RowTick()
        self._tick.toggled.connect(self._follow)
        self._question = WrappedLabel(theme, "", FontRole.TEXT)
        self._answer = WrappedLabel(theme, "", FontRole.SMALL, "muted")
        self._about = PlainLabel(theme, "", FontRole.CAPTION, "muted")
        self._edit = QuietButton(theme, tr("Edit"))
        self._edit.clicked.connect(self.edit_wanted)
        self._lay_out()

    def show_draft(self, draft: Draft) -> None:
        """Show another draft, or the same with other texts."""
        self._asks = bool(draft.question)
        self._question.setText(draft.question or tr("No question yet"))
        self._answer.setText(draft.answer)
        self._answer.setVisible(bool(draft.answer))
        self._about.setText(draft.about)
        name = draft.question or f"{self._question.text()}: {draft.answer}"
        self.setAccessibleName(name)
        self._tick.setAccessibleName(name)
        self._edit.setAccessibleName(tr("Edit: {question}").format(question=name))
        self._tick.blockSignals(True)
        self._tick.setChecked(draft.is_ticked)
        self._tick.blockSignals(False)
        self._color()

    def stops(self) -> list[QCheckBox | QuietButton]:
        """What the focus can be on, in order."""
        return [self._tick, self._edit]

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Del leaves the draft out, Up and Down go from row to row."""
        if event.key() == Qt.Key.Key_Delete:
            self._tick.setChecked(False)
        else:
            super().keyPressEvent(event)

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        """A click on the text opens it."""
        if event.button() == Qt.MouseButton.LeftButton and self.rect().contains(event.pos()):
            self.edit_wanted.emit()

    def _follow(self, ticked: bool) -> None:  # noqa: FBT001 - a slot
        self._color()
        self.ticked.emit(ticked)

    def _color(self) -> None:
        """What is left out steps back."""
        asked: ColorName = "ink" if self._tick.isChecked() else "muted"
        self._question.set_color(asked if self._asks else "amber")

    def _lay_out(self) -> None:
        self.column.setContentsMargins(14, 10, 8, 10)
        texts = QVBoxLayout()
        texts.setSpacing(2)
        for label in (self._question, self._answer, self._about):
            texts.addWidget(label)
        row = QHBoxLayout()
        row.setSpacing(12)
        row.addWidget(self._tick, 0, Qt.AlignmentFlag.AlignTop)
        row.addLayout(texts, 1)
        row.addWidget(self._edit, 0, Qt.AlignmentFlag.AlignVCenter)
        self.column.addLayout(row)
