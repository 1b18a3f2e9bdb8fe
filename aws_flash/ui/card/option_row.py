"""One option of a choice card: its letter, its text, and afterwards whether and why."""

from __future__ import annotations

from enum import Enum

from PySide6.QtCore import QMargins, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QKeyEvent, QPainter, QPaintEvent
from PySide6.QtWidgets import QWidget

from aws_flash.domain.choice import Option
from aws_flash.ui.card.card_document import Content
from aws_flash.ui.card.card_text import CardText
from aws_flash.ui.card.mark import Mark
from aws_flash.ui.card.parts import Parts
from aws_flash.ui.card.pictures import Pictures
from aws_flash.ui.icons import Icons
from aws_flash.ui.theme.fonts import FontRole
from aws_flash.ui.theme.measures import BUTTON_RADIUS
from aws_flash.ui.theme.theme import Theme
from aws_flash.ui.theme.tokens import ColorName
from aws_flash.ui.widgets.painted_button import PaintedButton
from aws_flash.ui.widgets.shapes import paint_box, paint_ring

_CAP = 24
_PADDING = 12
_CAP_RADIUS = 6
_FOCUS_INSET = 4.0
_LIFT = 2  # a line of text has its spare height above, which would set it below the letter


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
        self._why = ""
        self._room = 0
        self._option = CardText(theme, pictures, FontRole.CARD_TEXT, self)
        self._mark = Mark(theme, icons, self)
        self._reason = CardText(theme, pictures, FontRole.TEXT, self)
        self._option.setAccessibleName(self.tr("Option"))
        self._reason.setAccessibleName(self.tr("Reason"))
        for text in (self._option, self._reason):
            text.link_clicked.connect(self.link_clicked)
        self.parts = Parts(theme)
        for widget, gap in ((self._option, 0), (self._mark, 4), (self._reason, 4)):
            self.parts.add(widget, gap)
        self._follow_theme()
        self.setCheckable(True)
        self.toggled.connect(self._name_itself)

    def show_option(self, letter: str, option: Option, *, many: bool, room: int) -> None:
        """Offer an option; `many` says that several are to be picked."""
        self._letter, self._many = letter, many
        self._outcome = Outcome.OPEN
        self._room = room - self._theme.px(_CAP) - 3 * self._theme.px(_PADDING)
        self._why = option.reason
        self._option.set_content(Content(option.text), self._room)
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
        self._reason.set_content(Content(self._why), self._room)
        self._reason.setVisible(bool(self._why))
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
        return QSize(width, self.parts.needed(width))

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Space picks while the row is open; Enter, and later Space, belong to the whole card."""
        is_over = self._outcome is not Outcome.OPEN
        enter = event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter)
        if enter or (is_over and event.key() == Qt.Key.Key_Space):
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
            inner = area.adjusted(_FOCUS_INSET, _FOCUS_INSET, -_FOCUS_INSET, -_FOCUS_INSET)
            paint_ring(painter, inner, BUTTON_RADIUS - _FOCUS_INSET, theme.color("outline"))
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
        """A click on the texts picks while the row is open; later they can be selected."""
        for text in (self._option, self._reason):
            text.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents, open_)
            text.setFocusPolicy(Qt.FocusPolicy.NoFocus if open_ else Qt.FocusPolicy.ClickFocus)
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
        self.parts.margins = QMargins(before, padding - _LIFT, padding, padding)
        self.parts.least = self._theme.px(_CAP) + 2 * padding
        super()._follow_theme()


def _color(outcome: Outcome) -> ColorName:
    if outcome is Outcome.OPEN:
        return "accent"
    if outcome is Outcome.WRONG_LEFT:
        return "muted"
    return "knew" if outcome.is_right else "missed"
