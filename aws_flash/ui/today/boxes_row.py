"""The five boxes side by side, or under each other where that is narrow."""

from __future__ import annotations

from PySide6.QtWidgets import QVBoxLayout, QWidget

from aws_flash.domain.views import BoxView
from aws_flash.ui.theme.fonts import FontRole
from aws_flash.ui.theme.theme import Theme
from aws_flash.ui.today import words
from aws_flash.ui.today.visibility import set_shown
from aws_flash.ui.widgets.box_column import BoxColumn, BoxCount
from aws_flash.ui.widgets.columns import Columns
from aws_flash.ui.widgets.plain_label import WrappedLabel


class BoxesRow(QWidget):
    """The boxes, and a quiet line under them for the cards that are in none."""

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        """Keep the theme; boxes are made when first shown."""
        super().__init__(parent)
        self._theme = theme
        self._columns: list[BoxColumn] = []
        self._row = Columns(gap=12, row_gap=8)
        self._unseen = WrappedLabel(theme, "", FontRole.CAPTION, "muted")
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(8)
        column.addWidget(self._row)
        column.addWidget(self._unseen)

    def show_boxes(self, boxes: tuple[BoxView, ...], unseen: int) -> None:
        """Show each box against the fullest of them; `unseen` cards are in none yet."""
        while len(self._columns) < len(boxes):
            self._columns.append(BoxColumn(self._theme))
            self._row.add(self._columns[-1])
        fullest = max((box.cards for box in boxes), default=0)
        for column, box in zip(self._columns, boxes, strict=True):
            set_shown(column, True)
            column.show_count(_count(box, fullest))
            column.setAccessibleName(words.box_summary(box))
        self.setAccessibleName(". ".join(words.box_summary(box) for box in boxes))
        self._unseen.setText(_unseen_line(fullest, unseen))
        set_shown(self._unseen, bool(self._unseen.text()))


def _count(box: BoxView, fullest: int) -> BoxCount:
    noun = words.tr("card" if box.cards == 1 else "cards")
    share = box.cards / fullest if fullest else 0.0
    due = words.due_text(box.due)
    return BoxCount(box.box, f"{box.cards:,}", noun, due, words.box_caption(box), share)


def _unseen_line(fullest: int, unseen: int) -> str:
    """Before the first answer the boxes are empty: then say what they are for."""
    if not unseen:
        return ""
    if fullest:
        return words.unseen_text(unseen)
    return words.tr(
        "A card you know moves one box up and rests longer. "
        "A card you miss moves down and comes back soon."
    )
