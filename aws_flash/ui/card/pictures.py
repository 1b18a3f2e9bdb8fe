"""The pictures of cards by name, kept at the sizes in which they were shown last."""

from __future__ import annotations

from collections import OrderedDict
from collections.abc import Callable
from pathlib import Path
from typing import TypeVar

from PySide6.QtCore import QRectF, QSize, Qt
from PySide6.QtGui import QColor, QImage, QPainter

from aws_flash.domain.media_name import plain_name
from aws_flash.ui.card.formulas import Formulas
from aws_flash.ui.card.picture_file import Picture, draw_picture, open_picture

MediaSource = Callable[[str], Path | None]
"""Where the file of a medium lies, by its name in fields; None for names that are not known."""

_Key = TypeVar("_Key")
_Value = TypeVar("_Value")

_MOST_OPEN = 4
_MOST_DRAWN = 16
_CORNER = 6.0


class Pictures:
    """Hands out pictures of the media folder and nothing else; one for all views of cards.

    The `formulas` of these cards are drawn and kept beside them.
    """

    def __init__(self, media: MediaSource, formulas: Formulas | None = None) -> None:
        self._media = media
        self.formulas = formulas or Formulas()
        self._open: OrderedDict[Path, Picture | None] = OrderedDict()
        self._drawn: OrderedDict[tuple[Path, int, int, int, str], QImage | None] = OrderedDict()

    def size(self, name: str) -> QSize | None:
        """The size of a picture in its own pixels; None: there is none that can be shown."""
        path = self._path(name)
        picture = self._opened(path) if path else None
        return picture.size if picture else None

    def work(self, name: str) -> int:
        """How many pixels have to be gone through to show it."""
        path = self._path(name)
        picture = self._opened(path) if path else None
        return picture.work if picture else 0

    def image(
        self, name: str, size: QSize, ratio: float, ground: QColor | None = None
    ) -> QImage | None:
        """The picture at a size in logical pixels, for a screen of that pixel ratio.

        A `ground` is painted under pictures that one can see through.
        """
        path = self._path(name)
        if path is None:
            return None
        wanted = QSize(round(size.width() * ratio), round(size.height() * ratio))
        key = (path, wanted.width(), wanted.height(), round(ratio * 100), _name(ground))
        if key not in self._drawn:
            image = self._draw(path, wanted)
            if image is not None:
                image = on_ground(image, ground) if ground else image
                image.setDevicePixelRatio(image.width() / max(1, size.width()))
            _keep(self._drawn, key, image, _MOST_DRAWN)
        return self._drawn[key]

    def path(self, name: str) -> Path | None:
        """Where a medium of any sort lies."""
        return self._path(name)

    def _path(self, name: str) -> Path | None:
        """A name is looked up only if it can be nothing but a name."""
        return self._media(name) if plain_name(name) == name else None

    def _opened(self, path: Path) -> Picture | None:
        if path not in self._open:
            _keep(self._open, path, open_picture(path), _MOST_OPEN)
        return self._open[path]

    def _draw(self, path: Path, wanted: QSize) -> QImage | None:
        picture = self._opened(path)
        return draw_picture(picture, wanted) if picture else None


def on_ground(image: QImage, ground: QColor) -> QImage:
    """The image on a ground with rounded corners, if one can see through it; else as it is."""
    if not image.hasAlphaChannel():
        return image
    made = QImage(image.size(), QImage.Format.Format_ARGB32_Premultiplied)
    made.fill(Qt.GlobalColor.transparent)
    painter = QPainter(made)
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    painter.setPen(Qt.PenStyle.NoPen)
    painter.setBrush(ground)
    painter.drawRoundedRect(QRectF(made.rect()), _CORNER, _CORNER)
    painter.drawImage(0, 0, image)
    painter.end()
    return made


def _keep(kept: OrderedDict[_Key, _Value], key: _Key, value: _Value, most: int) -> None:
    kept[key] = value
    while len(kept) > most:
        kept.popitem(last=False)


def _name(color: QColor | None) -> str:
    return color.name() if color else ""
