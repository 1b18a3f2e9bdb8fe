"""A picture with parts of it covered: one is asked for, and uncovered with its label."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QPointF, QRectF, QSize, Qt
from PySide6.QtGui import QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QWidget

from aws_flash.domain.picture import Part, Picture
from aws_flash.ui.card.card_images import fitted
from aws_flash.ui.card.pictures import Pictures
from aws_flash.ui.card.placeholder import draw_placeholder, placeholder_size
from aws_flash.ui.theme.fonts import FontRole
from aws_flash.ui.theme.theme import Theme
from aws_flash.ui.widgets.wrapping import let_wrap

_CORNER = 4.0
_LARGEST = 2.0  # a drawing may grow to fill the card, but not to a poster


class PictureView(QWidget):
    """As wide as the card; the parts with the asked number wear a question mark."""

    def __init__(self, theme: Theme, pictures: Pictures, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme = theme
        self._pictures = pictures
        self._picture: Picture | None = None
        self._parts: tuple[Part, ...] = ()
        self._asked = 0
        self._is_revealed = False
        let_wrap(self)
        theme.changed.connect(self.updateGeometry)

    def show_picture(self, picture: Picture | None, parts: Sequence[Part], asked: int) -> None:
        """Show a picture (None: nothing) with the parts of that number covered and asked for."""
        self._picture, self._parts, self._asked = picture, tuple(parts), asked
        self._is_revealed = False
        self.setVisible(picture is not None)
        self._describe()
        self.updateGeometry()
        self.update()

    def reveal(self) -> None:
        """Uncover what was asked for."""
        self._is_revealed = True
        self._describe()
        self.update()

    def sizeHint(self) -> QSize:
        """The picture's own size."""
        size = self._natural()
        return size if size else QSize(self._theme.px(360), self.heightForWidth(360))

    def minimumSizeHint(self) -> QSize:  # noqa: N802 - Qt's name
        """Pictures shrink."""
        return QSize(self._theme.px(80), 0)

    def hasHeightForWidth(self) -> bool:  # noqa: N802 - Qt's name
        """In proportion."""
        return True

    def heightForWidth(self, width: int) -> int:  # noqa: N802 - Qt's name
        """In proportion."""
        return self._shown_size(width).height()

    def paintEvent(self, _event: QPaintEvent) -> None:
        """The picture, then the covers."""
        if self._picture is None:
            return
        painter = QPainter(self)
        size, ratio = self._shown_size(self.width()), self.devicePixelRatioF()
        ground = self._theme.color("ink") if self._theme.look == "dark" else None
        image = self._pictures.image(self._picture.name, size, ratio, ground)
        if image is None:
            words = self._words()
            painter.drawImage(QPointF(0, 0), draw_placeholder(self._theme, words, size, ratio))
            return
        area = QRectF(0, 0, size.width(), size.height())
        painter.setRenderHint(QPainter.RenderHint.SmoothPixmapTransform)
        painter.drawImage(area, image)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        for part in self._parts:
            if part.number == self._asked:
                self._paint_asked(painter, _place(part, area))

    def _paint_asked(self, painter: QPainter, place: QRectF) -> None:
        theme = self._theme
        if self._is_revealed:
            painter.setBrush(Qt.BrushStyle.NoBrush)
            painter.setPen(QPen(theme.color("accent"), 2.5))
            painter.drawRoundedRect(place.adjusted(-2, -2, 2, 2), _CORNER + 2, _CORNER + 2)
            return
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(theme.color("accent"))
        painter.drawRoundedRect(place, _CORNER, _CORNER)
        painter.setPen(theme.color("on_accent"))
        painter.setFont(theme.font(FontRole.TEXT_STRONG))
        painter.drawText(place, Qt.AlignmentFlag.AlignCenter, "?")

    def _shown_size(self, width: int) -> QSize:
        natural = self._natural()
        if natural is None:
            return placeholder_size(self._theme, self._words(), width)
        scaled = natural * min(self._theme.scale, _LARGEST)
        return fitted(scaled, (None, None), max(1, width))

    def _natural(self) -> QSize | None:
        return self._pictures.size(self._picture.name) if self._picture else None

    def _words(self) -> str:
        alt = self._picture.alt if self._picture else ""
        return alt or self.tr("This picture is missing.")

    def _describe(self) -> None:
        alt = self._picture.alt if self._picture else ""
        labels = [part.label for part in self._parts if part.number == self._asked]
        state = self.tr("Uncovered: {label}") if self._is_revealed else self.tr("One part is covered.")
        self.setAccessibleName(alt or self.tr("Picture"))
        self.setAccessibleDescription(state.format(label=", ".join(labels)))


def _place(part: Part, area: QRectF) -> QRectF:
    """Where a part lies; what would reach out of the picture is cut."""
    left, top = part.left * area.width(), part.top * area.height()
    place = QRectF(left, top, part.width * area.width(), part.height * area.height())
    return place.intersected(area)
