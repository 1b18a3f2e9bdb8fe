"""One option of a choice card: its letter, its text, and afterwards whether and why."""

from __future__ import annotations

from enum import Enum

from PySide6.QtCore import QRectF, QSize, Qt, Signal
from PySide6.QtGui import QKeyEvent, QPainter, QPaintEvent
from PySide6.QtWidgets import QSizePolicy, QVBoxLayout, QWidget

from aws_flash.domain.choice import Option
from aws_flash.ui.card.card_document import Content
from aws_flash.ui.card.card_text import CardText
from aws_flash.ui.card.mark import Mark
from aws_flash.ui.card.pictures import Pictures
from aws_flash.ui.icons import Icons
from aws_flash.ui.theme.fonts import FontRole
from aws_flash.ui.theme.measures import BUTTON_RADIUS
from aws_flash.ui.theme.theme import Theme
from aws_flash.ui.theme.tokens import ColorName
from aws_flash.ui.widgets.painted_button import PaintedButton
from aws_flash.ui.widgets.shapes import paint_box, paint_ring
from aws_flash.ui.widgets.wrapping import let_wrap

_CAP = 24
_PADDING = 12
_CAP_RADIUS = 6


class Outcome(Enum):
    """What an option turned out to be, and whether it was picked."""

    OPEN = "open"
    RIGHT_PICKED = "right, picked"
    RIGHT_MISSED = "right, not picked"
    WRONG_PICKED = "wrong, picked"
    WRONG_LEFT = "wrong, not picked"

    @property
    def is_right(self) -> bool:
        """Whether the option belonged to the answer."""
        return self in (Outcome.RIGHT_PICKED, Outcome.RIGHT_MISSED)


class OptionRow(PaintedButton):
    """Picked by click or Space while open; then it says right or wrong, in words and by icon."""

    link_clicked = Signal(str)

    def __init__(
        self, theme: Theme, icons: Icons, pictures: Pictures, parent: QWidget | None = None
    ) -> None:
        super().__init__(theme, "", parent)
        self._letter = "A"
        self._many = False
        self._outcome = Outcome.OPEN
        self._option = CardText(theme, pictures, FontRole.CARD_TEXT, self)
        self._mark = Mark(theme, icons, self)
        self._reason = CardText(theme, pictures, FontRole.TEXT, self)
        for text in (self._option, self._reason):
            text.link_clicked.connect(self.link_clicked)
        self._texts = QVBoxLayout(self)
        for widget in (self._option, self._mark, self._reason):
            self._texts.addWidget(widget)
        self._follow_theme()
        self.setCheckable(True)
        self.toggled.connect(self._name_itself)
        let_wrap(self, QSizePolicy.Policy.Expanding)

    def show_option(self, letter: str, option: Option, *, many: bool, room: int) -> None:
        """Offer an option; `many` says that several are to be picked."""
        self._letter, self._many = letter, many
        self._outcome = Outcome.OPEN
        inner = room - self._theme.px(_CAP) - 3 * self._theme.px(_PADDING)
        self._option.set_content(Content(option.text), inner)
        self._reason.set_content(Content(option.reason), inner)
        self._mark.hide()
        self._reason.hide()
        self.setChecked(False)
        self._be_open(True)
        self._name_itself()

    def show_outcome(self, outcome: Outcome, words: str) -> None:
        """Say in `words` what the option was, and give its reason."""
        self._outcome = outcome
        self._mark.show_mark("check" if outcome.is_right else "x", _color(outcome), words)
        self._mark.setVisible(True)
        self._reason.setVisible(bool(self._reason.spoken()))
        self._be_open(False)
        self._name_itself()

    @property
    def outcome(self) -> Outcome:
        """What the option turned out to be; OPEN until that was said."""
        return self._outcome

    def spoken(self) -> str:
        """The row as a screen reader should say it."""
        parts = [f"{self._letter}: {self._option.spoken()}"]
        if self._outcome is not Outcome.OPEN:
            parts += [self._mark.text(), self._reason.spoken()]
        return ". ".join(part.rstrip(".") for part in parts if part)

    def sizeHint(self) -> QSize:
        """As high as its texts."""
        width = self.width()
        return QSize(width, self.heightForWidth(width))

    def minimumSizeHint(self) -> QSize:  # noqa: N802 - Qt's name
        """Narrow rows wrap."""
        return QSize(self._theme.px(160), 0)

    def hasHeightForWidth(self) -> bool:  # noqa: N802 - Qt's name
        """Narrower means higher."""
        return True

    def heightForWidth(self, width: int) -> int:  # noqa: N802 - Qt's name
        """What its texts need beside the letter."""
        needed = self._texts.heightForWidth(width)
        return max(needed, self._theme.px(_CAP + 2 * _PADDING))

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Space picks; Enter belongs to the whole question."""
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            event.ignore()
        else:
            super().keyPressEvent(event)

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Box, letter, ring."""
        painter, theme, area = QPainter(self), self._theme, self._area()
        paint_box(painter, area, BUTTON_RADIUS, theme.color(self._fill()), theme.color("line"))
        if self._outcome is Outcome.OPEN and self.isChecked():
            paint_ring(painter, area, BUTTON_RADIUS, theme.color("accent"))
        elif self._outcome not in (Outcome.OPEN, Outcome.WRONG_LEFT):
            paint_ring(painter, area, BUTTON_RADIUS, theme.color(_color(self._outcome)))
        if self.hasFocus():
            inner = area.adjusted(3, 3, -3, -3)
            paint_ring(painter, inner, BUTTON_RADIUS - 3, theme.color("ink"))
        self._paint_letter(painter)

    def _fill(self) -> ColorName:
        if self._outcome is not Outcome.OPEN:
            return "surface"
        if self.isChecked():
            return "accent_soft"
        return "window" if self._is_lit() else "surface"

    def _paint_letter(self, painter: QPainter) -> None:
        theme = self._theme
        edge, padding = theme.px(_CAP), theme.px(_PADDING)
        cap = QRectF(padding, padding, edge, edge)
        picked = self.isChecked()
        color = theme.color(_color(self._outcome))
        radius = theme.px(_CAP_RADIUS) if self._many else edge / 2
        fill = color if picked else theme.color("surface")
        paint_box(painter, cap, radius, fill, color if picked else theme.color("outline"))
        painter.setFont(theme.font(FontRole.CAPTION_STRONG))
        painter.setPen(theme.color("surface" if picked else "muted"))
        painter.drawText(cap, Qt.AlignmentFlag.AlignCenter, self._letter)

    def _be_open(self, open_: bool) -> None:  # noqa: FBT001 - as Qt's setters are
        self.setEnabled(True)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus if open_ else Qt.FocusPolicy.NoFocus)
        self.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents, False)
        for text in (self._option, self._reason):
            text.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents, open_)
            policy = Qt.FocusPolicy.NoFocus if open_ else Qt.FocusPolicy.StrongFocus
            text.setFocusPolicy(policy)
        self.setCursor(Qt.CursorShape.PointingHandCursor if open_ else Qt.CursorShape.ArrowCursor)

    def nextCheckState(self) -> None:  # noqa: N802 - Qt's name
        """Nothing is picked any more once the outcome is shown."""
        if self._outcome is Outcome.OPEN:
            super().nextCheckState()

    def _name_itself(self) -> None:
        self.setAccessibleName(self.spoken())

    def _follow_theme(self) -> None:
        padding = self._theme.px(_PADDING)
        before = self._theme.px(_CAP) + 2 * padding
        self._texts.setContentsMargins(before, padding, padding, padding)
        self._texts.setSpacing(self._theme.px(4))
        super()._follow_theme()


def _color(outcome: Outcome) -> ColorName:
    if outcome is Outcome.OPEN:
        return "accent"
    if outcome is Outcome.WRONG_LEFT:
        return "muted"
    return "knew" if outcome.is_right else "missed"
