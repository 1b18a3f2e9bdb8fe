"""A picture with parts of it covered: one is asked for, and uncovered with its label."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QPointF, QRectF, QSize, Qt
from PySide6.QtGui import QImage, QPainter, QPainterPath, QPaintEvent, QPen, QPolygonF, QTransform
from PySide6.QtWidgets import QWidget

from aws_flash.domain.occlusion import Shape
from aws_flash.domain.picture import Picture
from aws_flash.ui.card.card_images import fitted
from aws_flash.ui.card.pictures import Pictures
from aws_flash.ui.card.placeholder import draw_placeholder, placeholder_size
from aws_flash.ui.theme.fonts import FontRole
from aws_flash.ui.theme.theme import Theme
from aws_flash.ui.widgets.shapes import LINE
from aws_flash.ui.widgets.wrapping import let_wrap

_CORNER = 4.0
_OUTLINE = 3.0
_LEAST_HIGH = 240


class PictureView(QWidget):
    """As wide as the card; what is asked for wears a question mark until it is revealed."""

    def __init__(self, theme: Theme, pictures: Pictures, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme = theme
        self._pictures = pictures
        self._picture: Picture | None = None
        self._natural: QSize | None = None  # asked for once a card, since the answer is on disk
        self._image: QImage | None = None
        self._drawn_for = ""
        self._shapes: tuple[Shape, ...] = ()
        self._asked = 0
        self._is_revealed = False
        self._highest = _LEAST_HIGH
        let_wrap(self)
        theme.changed.connect(self.updateGeometry)

    def show_picture(self, picture: Picture | None, shapes: Sequence[Shape], asked: int) -> None:
        """Show a picture (None: nothing) with the shapes of the card `asked` covered."""
        self._picture, self._shapes, self._asked = picture, tuple(shapes), asked
        self._natural = self._pictures.size(picture.name) if picture else None
        self._drawn_for = ""
        self._is_revealed = False
        self.setVisible(picture is not None)
        self.setAccessibleName(picture.alt if picture and picture.alt else self.tr("Picture"))
        self.setAccessibleDescription(self.tr("One part is covered."))
        self.updateGeometry()
        self.update()

    def set_highest(self, height: int) -> None:
        """Be no higher than that, so that the whole picture can be seen; but not tiny."""
        self._highest = max(self._theme.px(_LEAST_HIGH), height)

    def lower_by(self, pixels: int) -> None:
        """Be that much lower, if that does not make the picture tiny."""
        height = self.heightForWidth(self.width()) - pixels
        if height >= self._theme.px(_LEAST_HIGH):
            self._highest = height

    def reveal(self) -> None:
        """Uncover what was asked for."""
        self._is_revealed = True
        self.setAccessibleDescription("")
        self.update()

    def sizeHint(self) -> QSize:
        """The size at which all of the picture's pixels are used."""
        return self._shown_size(self._theme.px(720))

    def minimumSizeHint(self) -> QSize:  # noqa: N802 - Qt's name
        """Pictures shrink."""
        return QSize(self._theme.px(80), 0)

    def hasHeightForWidth(self) -> bool:  # noqa: N802 - Qt's name
        """In proportion."""
        return True

    def heightForWidth(self, width: int) -> int:  # noqa: N802 - Qt's name
        """In proportion."""
        return self._shown_size(width).height()

    def shown_size(self) -> QSize:
        """The size of the picture on screen, in logical pixels."""
        return self._shown_size(self.width())

    def paintEvent(self, _event: QPaintEvent) -> None:
        """The picture, then the covers."""
        if self._picture is None:
            return
        painter = QPainter(self)
        size, ratio = self.shown_size(), self.devicePixelRatioF()
        image = self._drawn(self._picture, size, ratio)
        if image is None:
            words = draw_placeholder(self._theme, self._words(), size, ratio)
            painter.drawImage(QPointF(0, 0), words)
            return
        area = QRectF(0, 0, size.width(), size.height())
        painter.setRenderHint(QPainter.RenderHint.SmoothPixmapTransform)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.drawImage(area, image)
        painter.setClipRect(area)
        for shape in self._shapes:
            self._paint_cover(painter, shape, area)

    def _drawn(self, picture: Picture, size: QSize, ratio: float) -> QImage | None:
        wanted = f"{size.width()} {size.height()} {ratio} {self._theme.look}"
        if wanted != self._drawn_for:
            self._drawn_for = wanted
            ground = self._theme.color("ink") if self._theme.look == "dark" else None
            self._image = self._pictures.image(picture.name, size, ratio, ground)
        return self._image

    def _paint_cover(self, painter: QPainter, shape: Shape, area: QRectF) -> None:
        theme, outline = self._theme, outline_of(shape, area)
        if self._asked not in shape.ordinals:
            if shape.others_hidden:
                painter.setPen(QPen(theme.color("outline"), LINE))
                painter.setBrush(theme.color("hover"))
                painter.drawPath(outline)
        elif self._is_revealed:
            painter.setBrush(Qt.BrushStyle.NoBrush)
            painter.setPen(QPen(theme.color("accent"), _OUTLINE))
            painter.drawPath(outline)
        else:
            painter.setPen(Qt.PenStyle.NoPen)
            painter.setBrush(theme.color("accent"))
            painter.drawPath(outline)
            painter.setPen(theme.color("on_accent"))
            painter.setFont(theme.font(FontRole.TEXT_STRONG))
            painter.drawText(outline.boundingRect(), Qt.AlignmentFlag.AlignCenter, "?")

    def _shown_size(self, width: int) -> QSize:
        if self._natural is None:
            return placeholder_size(self._theme, self._words(), width)
        part = min(self._theme.scale, self._highest / max(1, self._natural.height()))
        return fitted(self._natural * part, (None, None), max(1, width))

    def _words(self) -> str:
        alt = self._picture.alt if self._picture else ""
        return alt or self.tr("This picture is missing.")


def outline_of(shape: Shape, area: QRectF) -> QPainterPath:
    """The outline of a covered part on a picture that fills `area`."""
    wide, high = area.width(), area.height()
    box = QRectF(shape.left * wide, shape.top * high, shape.width * wide, shape.height * high)
    path = QPainterPath()
    path.setFillRule(Qt.FillRule.WindingFill)  # no gap where its edges cross
    if shape.kind == "polygon":
        path.addPolygon(QPolygonF([QPointF(x * wide, y * high) for x, y in shape.points]))
        path.closeSubpath()
    elif shape.kind == "ellipse":
        path.addEllipse(box)
    else:
        path.addRoundedRect(box, _CORNER, _CORNER)
    if shape.angle:
        # Other programs turn a part around its top left corner.
        turn = QTransform().translate(box.left(), box.top()).rotate(shape.angle)
        path = turn.translate(-box.left(), -box.top()).map(path)
    return path
