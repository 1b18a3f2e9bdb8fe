"""A button with a label, perhaps an icon before it and a key after it."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from PySide6.QtCore import QRect, QRectF, QSize, Qt
from PySide6.QtGui import QColor, QPainter
from PySide6.QtWidgets import QSizePolicy, QWidget

from aws_flash.ui.theme.fonts import FontRole
from aws_flash.ui.theme.measures import BUTTON_RADIUS
from aws_flash.ui.theme.theme import Theme
from aws_flash.ui.theme.tokens import ColorName
from aws_flash.ui.widgets.key_cap import KeyCapColors, key_cap_size, paint_key_cap, quiet_key_colors
from aws_flash.ui.widgets.painted_button import PaintedButton
from aws_flash.ui.widgets.shapes import paint_box, paint_ring
from aws_flash.ui.widgets.text_size import CENTERED, text_height, text_width, word_width
from aws_flash.ui.widgets.wrapping import let_wrap

if TYPE_CHECKING:
    from PySide6.QtGui import QFont, QKeyEvent, QPaintEvent

    from aws_flash.ui.icons import Icons

_GAP = 8
_RING_GAP = 4.0


class ButtonLook(NamedTuple):
    """Colours and measures of a kind of button; None is "nothing painted"."""

    text: ColorName
    fill: ColorName | None
    lit: ColorName | None
    line: ColorName | None
    font: FontRole
    padding: tuple[int, int]
    ring: ColorName = "accent"


class TextButton(PaintedButton):
    """Grows with its text, and wraps it where there is too little width."""

    def __init__(
        self, theme: Theme, text: str, look: ButtonLook, parent: QWidget | None = None
    ) -> None:
        super().__init__(theme, text, parent)
        self._look = look
        self._key = ""
        self._icon: tuple[Icons, str, ColorName] | None = None
        let_wrap(self, QSizePolicy.Policy.Maximum)

    @property
    def key(self) -> str:
        """The key named on the button; naming it does not bind it."""
        return self._key

    def set_key(self, key: str) -> None:
        """Show a key cap after the label, or none for ""."""
        self._key = key
        self.updateGeometry()
        self.update()

    def set_icon(self, icons: Icons, name: str, color: ColorName) -> None:
        """Show a file of resources/icons before the label, or none for ""."""
        self._icon = (icons, name, color) if name else None
        self.updateGeometry()
        self.update()

    def sizeHint(self) -> QSize:
        """The whole label on one line."""
        width = text_width(self._font(), self.text()) + self._around()
        return QSize(width, self.heightForWidth(width))

    def minimumSizeHint(self) -> QSize:  # noqa: N802 - Qt's name
        """The longest word of the label on a line of its own."""
        width = word_width(self._font(), self.text()) + self._around()
        return QSize(width, self.sizeHint().height())

    def hasHeightForWidth(self) -> bool:  # noqa: N802 - Qt's name
        """Narrower means higher."""
        return True

    def heightForWidth(self, width: int) -> int:  # noqa: N802 - Qt's name
        """Room for as many lines as the label needs at that width."""
        label = text_height(self._font(), self.text(), width - self._around())
        tallest = max(label, self._icon_size(), self._key_size().height())
        return tallest + 2 * self._theme.px(self._look.padding[1])

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Up and Down are left to what scrolls; Qt would go to the next control, as Tab does."""
        if event.key() in (Qt.Key.Key_Up, Qt.Key.Key_Down):
            event.ignore()
        else:
            super().keyPressEvent(event)

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Box, icon, label, key, and the ring where the focus is."""
        painter = QPainter(self)
        self._paint_ground(painter)
        painter.setPen(self._ink())
        left = self.rect().left() + self._theme.px(self._look.padding[0])
        if self._icon is not None:
            self._paint_icon(painter, left, *self._icon)
            left += self._icon_size() + self._theme.px(_GAP)
        label = QRect(left, 0, self.width() - left - self._behind(), self.height())
        painter.setFont(self._font())
        painter.drawText(label, CENTERED, self.text())
        if self._key:
            self._paint_key(painter)

    def _paint_icon(
        self, painter: QPainter, left: int, icons: Icons, name: str, color: ColorName
    ) -> None:
        edge = self._icon_size()
        top = self.rect().center().y() - edge // 2 + 1
        painter.drawPixmap(left, top, icons.pixmap(name, color, edge, self.devicePixelRatio()))

    def _paint_ground(self, painter: QPainter) -> None:
        area, look, theme = self._area(), self._look, self._theme
        fill = look.lit if self._is_lit() else look.fill
        line = theme.color(look.line) if look.line else None
        if self.hasFocus() and look.fill == "accent":
            # Accent on accent would not show: the ring keeps its distance, the box shrinks.
            paint_ring(painter, area, BUTTON_RADIUS, theme.color("accent"))
            area = area.adjusted(_RING_GAP, _RING_GAP, -_RING_GAP, -_RING_GAP)
            paint_box(painter, area, BUTTON_RADIUS - _RING_GAP, theme.color(fill or "accent"))
            return
        if not self.isEnabled() and look.fill is not None:
            fill = "line"
        if fill is not None or line is not None:
            ground = theme.color(fill) if fill else QColor(0, 0, 0, 0)
            paint_box(painter, area, BUTTON_RADIUS, ground, line)
        if self.hasFocus():
            paint_ring(painter, area, BUTTON_RADIUS, theme.color(look.ring))

    def _paint_key(self, painter: QPainter) -> None:
        size = self._key_size()
        left = self.width() - self._theme.px(self._look.padding[0]) - size.width()
        place = QRectF(left, (self.height() - size.height()) // 2, size.width(), size.height())
        paint_key_cap(painter, place, self._key, self._theme, self._key_colors())

    def _key_colors(self) -> KeyCapColors:
        if self._look.fill != "accent":
            return quiet_key_colors(self._theme)
        ink = self._ink()
        line = QColor(ink)
        line.setAlphaF(0.4)
        return KeyCapColors(QColor(0, 0, 0, 0), line, ink)

    def _ink(self) -> QColor:
        if self.isEnabled():
            return self._theme.color(self._look.text)
        return self._theme.color("ink" if self._look.fill else "muted")

    def _area(self) -> QRectF:
        """As high as the label needs, in the middle of what a layout gave."""
        high = self.heightForWidth(self.width())
        return QRectF(0, (self.height() - high) // 2, self.width(), high)

    def _font(self) -> QFont:
        return self._theme.font(self._look.font)

    def _icon_size(self) -> int:
        return 0 if self._icon is None else self._theme.px(16)

    def _key_size(self) -> QSize:
        return key_cap_size(self._theme, self._key) if self._key else QSize(0, 0)

    def _behind(self) -> int:
        key = self._key_size().width()
        return self._theme.px(self._look.padding[0]) + (key + self._theme.px(_GAP) if key else 0)

    def _around(self) -> int:
        """All of the width that is not the label's."""
        icon = self._icon_size()
        before = self._theme.px(self._look.padding[0]) + (
            icon + self._theme.px(_GAP) if icon else 0
        )
        return before + self._behind()
