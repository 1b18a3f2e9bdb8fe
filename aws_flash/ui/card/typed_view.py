"""The line into which an answer is typed, and afterwards how it differs from the right one."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QWidget

from aws_flash.domain.typed import MAX_ANSWER, Comparison, Mark, compare, marked
from aws_flash.ui.card.answer_line import AnswerLine
from aws_flash.ui.card.card_document import Content
from aws_flash.ui.card.card_text import CardText
from aws_flash.ui.card.mark import Mark as MarkLine
from aws_flash.ui.card.parts import Parts
from aws_flash.ui.card.pictures import Pictures
from aws_flash.ui.icons import Icons
from aws_flash.ui.theme.fonts import FontRole
from aws_flash.ui.theme.theme import Theme
from aws_flash.ui.widgets.plain_label import WrappedLabel

_ANY = "?"


class TypedView(QWidget):
    """Enter hands in; `submitted` says whether that was right, by the domain's lenient rule."""

    submitted = Signal(bool)

    def __init__(
        self, theme: Theme, icons: Icons, pictures: Pictures, parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self._theme = theme
        self._accepted: tuple[str, ...] = ()
        self._comparison: Comparison | None = None
        self._line = AnswerLine()
        self._line.setMaxLength(MAX_ANSWER)
        self._line.setPlaceholderText(self.tr("Type your answer, then press Enter"))
        self._line.setAccessibleName(self.tr("Your answer"))
        self._line.returnPressed.connect(self.submit)
        self._mark = MarkLine(theme, icons, role=FontRole.TEXT_STRONG)
        self._difference = CardText(theme, pictures, FontRole.ANSWER)
        self._difference.setAccessibleName(self.tr("What you typed, compared"))
        self._legend = WrappedLabel(theme, "", FontRole.CAPTION, "muted")
        self.parts = Parts(theme)
        for part in (self._line, self._mark, self._difference, self._legend):
            part.setParent(self)
            self.parts.add(part, 8)
        theme.changed.connect(self._dress)
        self._dress()

    def begin(self, accepted: Sequence[str]) -> None:
        """Wait for an answer that is one of these; none: nothing is to be typed."""
        self._accepted = tuple(accepted)
        self._comparison = None
        self._line.clear()
        self._line.show()
        for part in (self._mark, self._difference, self._legend):
            part.hide()
        self.setVisible(bool(accepted))

    def take_focus(self) -> None:
        """Let the user type at once."""
        self._line.setFocus(Qt.FocusReason.OtherFocusReason)

    def text(self) -> str:
        """What was typed."""
        return self._line.text()

    def submit(self) -> None:
        """Compare what was typed; a second time nothing happens."""
        if self._comparison is None and self._accepted:
            self._comparison = compare(self._line.text(), self._accepted)
            self.submitted.emit(self._comparison.right)

    def reveal(self) -> None:
        """Show how what was typed differs; nothing typed: only the line goes."""
        if not self._accepted:
            return
        typed = self._line.text().strip()
        if self._comparison is None and typed:
            self._comparison = compare(typed, self._accepted)
        self._line.hide()
        self.setVisible(bool(typed))
        if typed and self._comparison is not None:
            self._show(self._comparison)

    def compared_parts(self) -> set[QWidget]:
        """Itself and what shows how a wrong answer differs, filled with one to be measured."""
        if not self._accepted:
            return set()
        if self._comparison is None:
            self._fill(compare(_ANY, self._accepted))
        return {self, self._mark, self._difference, self._legend}

    def spoken(self) -> str:
        """The result as a screen reader should say it."""
        if self._comparison is None or self.isHidden():
            return ""
        return f"{self._mark.text()}. {self._words(self._comparison)}"

    def _show(self, comparison: Comparison) -> None:
        self._fill(comparison)
        for part in (self._mark, self._difference):
            part.show()
        self._legend.setVisible(bool(self._legend.text()))

    def _fill(self, comparison: Comparison) -> None:
        if comparison.right:
            self._mark.show_mark("check", "knew", self.tr("Right"))
        else:
            self._mark.show_mark("x", "missed", self.tr("Not quite"))
        self._difference.set_content(Content(marked(comparison)), self.width() or None)
        self._difference.setAccessibleDescription(self._words(comparison))
        self._legend.setText(self._explained(comparison))

    def _explained(self, comparison: Comparison) -> str:
        marks = {piece.mark for piece in comparison.pieces}
        parts = []
        if Mark.WRONG in marks:
            parts.append(self.tr("Crossed out: typed, but not in the answer."))
        if Mark.MISSING in marks:
            parts.append(self.tr("Underlined: in the answer, but not typed."))
        return " ".join(parts)

    def _words(self, comparison: Comparison) -> str:
        if comparison.right:
            return self.tr("You typed: {text}").format(text=self._line.text())
        words = self.tr("You typed: {text}. The answer is: {accepted}")
        return words.format(text=self._line.text(), accepted=comparison.accepted)

    def _dress(self) -> None:
        self._line.setFont(self._theme.font(FontRole.CARD_TEXT))
