"""One option of a choice card: its letter, its text, and afterwards whether and why."""

from __future__ import annotations

from PySide6.QtCore import QMargins, QPoint, QRect, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QKeyEvent, QPainter, QPaintEvent
from PySide6.QtWidgets import QWidget

from aws_flash.domain.choice import Option
from aws_flash.ui.card.card_document import Content
from aws_flash.ui.card.card_text import CardText
from aws_flash.ui.card.outlook import text_height
from aws_flash.ui.card.parts import Parts
from aws_flash.ui.card.pictures import Pictures
from aws_flash.ui.card.verdict import Outcome, VerdictPainter
from aws_flash.ui.icons import Icons
from aws_flash.ui.theme.fonts import FontRole
from aws_flash.ui.theme.measures import BUTTON_RADIUS
from aws_flash.ui.theme.theme import Theme
from aws_flash.ui.theme.tokens import ColorName
from aws_flash.ui.widgets.painted_button import PaintedButton
from aws_flash.ui.widgets.shapes import paint_box, paint_ring

_CAP = 24
_PADDING = 12
_ABOVE_REASON = 2
_CAP_RADIUS = 6
_BESIDE = 16
_FOCUS_INSET = 4.0
_LIFT = 2  # a line of text has its spare height above, which would set it below the letter


class OptionRow(PaintedButton):
    """Picked by click or Space while open; then it says right or wrong, in words and by icon.

    `dressed` comes when the texts have followed another theme.
    """

    dressed = Signal()
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
        self._is_prepared = False
        self._is_beside = True
        self._verdict = VerdictPainter(theme, icons)
        self._words = self._all_words()
        self._option = CardText(theme, pictures, FontRole.CARD_TEXT, self)
        self._reason = CardText(theme, pictures, FontRole.SMALL, self)
        self._option.setAccessibleName(self.tr("Option"))
        self._reason.setAccessibleName(self.tr("Reason"))
        for text in (self._option, self._reason):
            text.link_clicked.connect(self.link_clicked)
        self.parts = Parts(theme)
        for widget, gap in ((self._option, 0), (self._reason, _ABOVE_REASON)):
            self.parts.add(widget, gap)
        self._follow_theme()
        self.setCheckable(True)
        self.toggled.connect(self._name_itself)
        theme.changed.connect(self.dressed)

    def show_option(self, letter: str, option: Option, *, many: bool, room: int) -> None:
        """Offer an option; `many` says that several are to be picked."""
        self._letter, self._many = letter, many
        self._outcome = Outcome.OPEN
        self._room = self._inner(room)
        self._why = option.reason
        self._is_prepared = False
        self._option.set_content(Content(option.text), self._room)
        self._reason.hide()
        self.setChecked(False)
        self._be_open(True)
        self._name_itself()

    def fit(self, room: int) -> None:
        """Follow another width, or another size of text."""
        self._room = self._inner(room)
        if self._is_prepared:
            self._place_verdict()

    def prepare_outcome(self) -> None:
        """Lay the reason out, unseen, so that the height of the explained row is known."""
        if self._is_prepared:
            return
        self._is_prepared = True
        self._reason.set_content(Content(self._why), self._room)
        self._place_verdict()

    def rough_growth(self) -> int:
        """About how many pixels the outcome adds."""
        self._place_verdict()
        above = self.parts.kept_above(self._reason)
        reason = text_height(self._why, FontRole.SMALL, self._theme, self._room)
        spare = max(0, self.parts.least - self._option.fits(self._room))
        return self._theme.px(_ABOVE_REASON) + above + reason - spare

    def explained_parts(self) -> set[QWidget]:
        """The parts that show with the outcome."""
        return {self._option, self._reason} if self._needs_reason() else {self._option}

    def show_outcome(self, outcome: Outcome) -> None:
        """Say what the option was, and give its reason."""
        self._outcome = outcome
        self.prepare_outcome()
        self._place_verdict()
        self._reason.setVisible(self._needs_reason())
        self._be_open(False)
        self._name_itself()
        self.update()

    @property
    def outcome(self) -> Outcome:
        """What the option turned out to be; OPEN until that was said."""
        return self._outcome

    def spoken(self) -> str:
        """The row as a screen reader should say it."""
        parts = [f"{self._letter}: {self._option.spoken()}"]
        if not self._is_open():
            parts += [self._words[self._outcome], self._reason.spoken()]
        return ". ".join(part.rstrip(".") for part in parts if part)

    def sizeHint(self) -> QSize:
        """As high as its texts."""
        width = self.width()
        return QSize(width, self.parts.needed(width))

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Space picks while the row is open; Enter, and later Space, belong to the whole card."""
        is_over = not self._is_open()
        enter = event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter)
        if enter or (is_over and event.key() == Qt.Key.Key_Space):
            event.ignore()
        else:
            super().keyPressEvent(event)

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Box, letter, ring, verdict."""
        painter, theme, area = QPainter(self), self._theme, self._area()
        paint_box(painter, area, BUTTON_RADIUS, theme.color(self._fill()), theme.color("line"))
        if self._is_open() and self.isChecked():
            paint_ring(painter, area, BUTTON_RADIUS, theme.color("accent"))
        elif self._outcome not in (Outcome.OPEN, Outcome.WRONG_LEFT):
            paint_ring(painter, area, BUTTON_RADIUS, theme.color(self._outcome.color))
        if not self._is_open():
            words = self._words[self._outcome]
            self._verdict.paint(painter, self._outcome, words, self._verdict_place(words))
        elif self.hasFocus():
            inner = area.adjusted(_FOCUS_INSET, _FOCUS_INSET, -_FOCUS_INSET, -_FOCUS_INSET)
            paint_ring(painter, inner, BUTTON_RADIUS - _FOCUS_INSET, theme.color("outline"))
        self._paint_letter(painter)

    def _fill(self) -> ColorName:
        if not self._is_open():
            return "surface"
        if self.isChecked():
            return "accent_soft"
        return "window" if self._is_lit() else "surface"

    def _paint_letter(self, painter: QPainter) -> None:
        theme = self._theme
        edge = theme.px(_CAP)
        cap = QRectF(theme.px(_PADDING), self.parts.top() + _LIFT, edge, edge)
        picked = self.isChecked()
        color = theme.color(self._outcome.color)
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
        if self._is_open():
            super().nextCheckState()

    def _name_itself(self) -> None:
        self.setAccessibleName(self.spoken())

    def _inner(self, room: int) -> int:
        return room - self._theme.px(_CAP) - 3 * self._theme.px(_PADDING)

    def _needs_reason(self) -> bool:
        """Whether the part of the reason shows: it also keeps room for words above it."""
        return bool(self._why) or not self._is_beside

    def _place_verdict(self) -> None:
        """In the option's last line where the longest one fits, else on a line below."""
        longest = max((self._verdict.size(words) for words in self._possible_words()), key=_width)
        free = self._room - self._option.last_line_end(self._room) - self._theme.px(_BESIDE)
        self._is_beside = longest.width() <= free
        self.parts.keep_above(self._reason, 0 if self._is_beside else longest.height() + _LIFT)

    def _verdict_place(self, words: str) -> QRect:
        """Where the words go."""
        size, option = self._verdict.size(words), self._option.geometry()
        if not self._is_beside:
            return QRect(QPoint(option.left(), option.bottom() + 1 + _LIFT), size)
        line = self._option.last_line_height()
        top = option.bottom() + 1 - (line + size.height()) // 2
        right = self.width() - self._theme.px(_PADDING)
        return QRect(QPoint(right - size.width(), top), size)

    def _possible_words(self) -> list[str]:
        return list(self._words.values()) if self._is_open() else [self._words[self._outcome]]

    def _is_open(self) -> bool:
        return self._outcome is Outcome.OPEN

    def _all_words(self) -> dict[Outcome, str]:
        return {
            Outcome.RIGHT_PICKED: self.tr("Right, your pick"),
            Outcome.RIGHT_MISSED: self.tr("Right"),
            Outcome.WRONG_PICKED: self.tr("Not right, your pick"),
            Outcome.WRONG_LEFT: self.tr("Not right"),
        }

    def _follow_theme(self) -> None:
        padding = self._theme.px(_PADDING)
        before = self._theme.px(_CAP) + 2 * padding
        self.parts.margins = QMargins(before, padding - _LIFT, padding, padding)
        self.parts.least = self._theme.px(_CAP) + _LIFT
        super()._follow_theme()


def _width(size: QSize) -> int:
    return size.width()
