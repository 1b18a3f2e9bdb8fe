"""The options of a choice card: picked, submitted, and then each explained."""

from __future__ import annotations

from collections.abc import Sequence
from functools import partial

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QWidget

from aws_flash.domain.choice import Option
from aws_flash.ui.card.option_row import OptionRow
from aws_flash.ui.card.parts import Parts
from aws_flash.ui.card.pictures import Pictures
from aws_flash.ui.card.verdict import Outcome
from aws_flash.ui.icons import Icons
from aws_flash.ui.theme.fonts import FontRole
from aws_flash.ui.theme.theme import Theme
from aws_flash.ui.widgets.plain_label import WrappedLabel

LETTERS = "ABCDEFGH"


class ChoiceView(QWidget):
    """Options in the order given; `submitted` says whether just the right ones were picked.

    One right option: picking another one drops the first. Several: as many picks as there are right
    ones; one more drops the oldest. `grown` says that another height is needed, `dressed`
    that the rows, which are made when first needed, have followed another theme.
    """

    submitted = Signal(bool)
    picked = Signal()
    grown = Signal()
    dressed = Signal()
    link_clicked = Signal(str)

    def __init__(
        self, theme: Theme, icons: Icons, pictures: Pictures, parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self._theme = theme
        self._icons = icons
        self._pictures = pictures
        self._options: tuple[Option, ...] = ()
        self._picks: list[int] = []
        self._is_over = False
        self._rows: list[OptionRow] = []
        self._before: QWidget = self
        self._hint = WrappedLabel(theme, "", FontRole.SMALL, "muted")
        self._hint.setParent(self)
        self.parts = Parts(theme)
        self.parts.add(self._hint, 10)

    def come_after(self, before: QWidget) -> None:
        """Let Tab come from that control to the options, which are made when first needed."""
        self._before = before

    def show_options(self, options: Sequence[Option], room: int) -> None:
        """Offer these, in this order, within that width."""
        self._options = tuple(options)
        self._picks.clear()
        self._is_over = False
        while len(self._rows) < len(options):
            self._add_row()
        for index, (row, option) in enumerate(zip(self._rows, self._options, strict=False)):
            row.show_option(LETTERS[index], option, many=self.wanted() > 1, room=room)
        for index, row in enumerate(self._rows):
            row.setVisible(index < len(options))
        self._hint.setVisible(self.wanted() > 1)
        self._say_how_many()
        self.setVisible(bool(options))

    def wanted(self) -> int:
        """How many options are to be picked."""
        return max(1, sum(option.right for option in self._options))

    def picks(self) -> tuple[int, ...]:
        """The rows picked so far, from 0, in their order on screen."""
        return tuple(sorted(self._picks))

    def is_ready(self) -> bool:
        """Whether enough is picked to submit."""
        return not self._is_over and len(self._picks) == self.wanted()

    def pick(self, index: int) -> None:
        """Pick the row with that number, from 0, or take the pick back."""
        if not self._is_over and 0 <= index < len(self._options):
            self._rows[index].click()

    def submit(self) -> bool:
        """Hand the picks in and show what was right; False: too few are picked yet."""
        if not self.is_ready():
            self._hint.setVisible(not self._is_over)
            self.grown.emit()
            return False
        right = all(option.right == (index in self._picks) for index, option in self._numbered())
        self.reveal()
        self.submitted.emit(right)
        return True

    def reveal(self) -> None:
        """Show what was right, whether or not anything is picked."""
        self._is_over = True
        self._hint.setVisible(False)
        for index, option in self._numbered():
            self._rows[index].show_outcome(_outcome(option, is_picked=index in self._picks))

    def fit(self, room: int) -> None:
        """Follow another width, or another size of text."""
        for row in self.rows():
            row.fit(room)

    def prepare_reasons(self) -> None:
        """Lay out what `reveal` will show, unseen."""
        for row in self.rows():
            row.prepare_outcome()

    def rough_growth(self) -> int:
        """About how many pixels `reveal` adds; the hint goes."""
        hint = 0 if self._hint.isHidden() else self._hint.sizeHint().height()
        return sum(row.rough_growth() for row in self.rows()) - hint

    def explained_parts(self) -> set[QWidget]:
        """Itself and the parts within that show once every option is explained."""
        rows = self.rows()
        return {self, *rows}.union(*(row.explained_parts() for row in rows)) if rows else set()

    def spoken(self) -> str:
        """All rows as a screen reader should say them."""
        return " ".join(f"{row.spoken()}." for row in self._rows[: len(self._options)])

    def take_focus(self) -> OptionRow | None:
        """Put the focus on the first right option, and return it if there is one."""
        right = next((row for row in self.rows() if row.outcome.is_right), None)
        if right is not None:
            right.setFocus(Qt.FocusReason.OtherFocusReason)
        return right

    def rows(self) -> list[OptionRow]:
        """The rows in use, from top to bottom."""
        return self._rows[: len(self._options)]

    def _numbered(self) -> list[tuple[int, Option]]:
        return list(enumerate(self._options))

    def _add_row(self) -> None:
        row = OptionRow(self._theme, self._icons, self._pictures, self)
        row.clicked.connect(partial(self._toggle, len(self._rows)))
        row.dressed.connect(self.dressed)
        row.link_clicked.connect(self.link_clicked)
        self.parts.insert(len(self._rows), row, 8, row.parts)
        self.setTabOrder(self._rows[-1] if self._rows else self._before, row)
        self._rows.append(row)

    def _toggle(self, index: int) -> None:
        if self._is_over:
            return
        if index in self._picks:
            self._picks.remove(index)
        else:
            self._picks = [*self._picks, index][-self.wanted() :]
        for number, row in enumerate(self.rows()):
            row.setChecked(number in self._picks)
        self._say_how_many()
        self.picked.emit()

    def _say_how_many(self) -> None:
        missing = self.wanted() - len(self._picks)
        numbers = (self.tr("one"), self.tr("two"), self.tr("three"), self.tr("four"))
        number = numbers[missing - 1] if 0 < missing <= len(numbers) else str(missing)
        if missing == self.wanted():
            self._hint.setText(self.tr("Choose {number}.").format(number=number))
        elif missing:
            self._hint.setText(self.tr("Choose {number} more.").format(number=number))
        else:
            self._hint.setText(self.tr("Ready: press Enter."))


def _outcome(option: Option, *, is_picked: bool) -> Outcome:
    if option.right:
        return Outcome.RIGHT_PICKED if is_picked else Outcome.RIGHT_MISSED
    return Outcome.WRONG_PICKED if is_picked else Outcome.WRONG_LEFT
