"""A picture's file, read within bounds of size and time; nothing in it can reach outside.

The kind is told by the first bytes and never guessed by Qt, whose own guess would hand an SVG to a
reader that follows its references, or a package of other files to whoever claims it.
"""

from __future__ import annotations

from pathlib import Path
from typing import NamedTuple

from PySide6.QtCore import QBuffer, QByteArray, QIODevice, QRectF, QSize, QSizeF, Qt
from PySide6.QtGui import QImage, QImageIOHandler, QImageReader, QPainter

from aws_flash.domain.svg.judging import is_safe_svg

MAX_BYTES = 24_000_000
MAX_PIXELS = 16_000_000
_MAX_JPEG_PIXELS = 80_000_000  # read at a fraction of its size, without ever being whole
_MAX_JPEG_WORK = 400_000_000  # pixels times scans: each scan of a progressive JPEG goes over all
_MAX_DRAWN = 4_000_000

_BEGINNINGS: dict[str, bytes | tuple[bytes, ...]] = {
    "png": b"\x89PNG\r\n\x1a\n",
    "jpeg": b"\xff\xd8\xff",
    "gif": (b"GIF87a", b"GIF89a"),
    "bmp": b"BM",
}
_BEFORE_SVG = b"\xef\xbb\xbf \t\r\n"
_QUARTER_TURNS = (
    QImageIOHandler.Transformation.TransformationRotate90,
    QImageIOHandler.Transformation.TransformationRotate270,
    QImageIOHandler.Transformation.TransformationMirrorAndRotate90,
    QImageIOHandler.Transformation.TransformationFlipAndRotate90,
)


class Picture(NamedTuple):
    """The bytes of a picture that may be shown, their kind, and its size in its own pixels."""

    kind: str
    content: bytes
    size: QSize

    @property
    def work(self) -> int:
        """About how many pixels are gone through to draw it; of a JPEG only a part is."""
        pixels = self.size.width() * self.size.height()
        return pixels // 8 if self.kind == "jpeg" else pixels


def open_picture(path: Path) -> Picture | None:
    """Read a file and look at its head; None: no picture, or one that is too much to show."""
    try:
        if not path.is_file() or path.stat().st_size > MAX_BYTES:
            return None
        content = path.read_bytes()
    except OSError:
        return None
    kind = _kind(content)
    if kind == "svg":
        return _open_svg(content)
    return _open_raster(kind, content) if kind else None


def draw_picture(picture: Picture, size: QSize) -> QImage | None:
    """The picture at that size in device pixels; None when it turns out to be damaged."""
    bounded = _bounded(size)
    if picture.kind == "svg":
        return _draw_svg(picture, bounded)
    reader, _buffer = _reader(picture.kind, picture.content)
    if picture.kind == "jpeg" and bounded.width() < picture.size.width():
        turned = reader.transformation() in _QUARTER_TURNS
        reader.setScaledSize(bounded.transposed() if turned else bounded)
    image = reader.read()
    if image.isNull():
        return None
    if image.size() != bounded and bounded.width() < image.width():
        return image.scaled(
            bounded,
            Qt.AspectRatioMode.IgnoreAspectRatio,
            Qt.TransformationMode.SmoothTransformation,
        )
    return image


def _kind(content: bytes) -> str:
    """The format by its first bytes, or nothing."""
    for kind, beginning in _BEGINNINGS.items():
        if content.startswith(beginning):
            return kind
    if content.startswith(b"RIFF") and content[8:12] == b"WEBP":
        return "webp"
    return "svg" if content[:64].lstrip(_BEFORE_SVG).startswith(b"<") else ""


def _reader(kind: str, content: bytes) -> tuple[QImageReader, QBuffer]:
    """A reader, and the buffer that it reads from, which has to outlive it."""
    buffer = QBuffer()
    buffer.setData(QByteArray(content))
    buffer.open(QIODevice.OpenModeFlag.ReadOnly)
    reader = QImageReader(buffer, QByteArray(kind.encode()))
    reader.setAutoDetectImageFormat(False)
    reader.setAutoTransform(True)
    return reader, buffer


def _open_raster(kind: str, content: bytes) -> Picture | None:
    reader, _buffer = _reader(kind, content)
    size = reader.size()
    pixels = size.width() * size.height()
    if not size.isValid() or pixels <= 0:
        return None
    if kind == "jpeg":
        scans = max(1, content.count(b"\xff\xda"))
        if pixels > _MAX_JPEG_PIXELS or pixels * scans > _MAX_JPEG_WORK:
            return None
    elif pixels > MAX_PIXELS:
        return None
    turned = reader.transformation() in _QUARTER_TURNS
    return Picture(kind, content, size.transposed() if turned else size)


def _open_svg(content: bytes) -> Picture | None:
    # QtSvg takes 2 ms to load: only once a card has such a picture.
    from PySide6.QtSvg import QSvgRenderer

    if not is_safe_svg(content):
        return None
    renderer = QSvgRenderer(QByteArray(content))
    size = QSizeF(renderer.defaultSize())
    if not renderer.isValid() or size.width() < 1 or size.height() < 1:
        return None
    return Picture("svg", content, size.toSize())


def _draw_svg(picture: Picture, size: QSize) -> QImage | None:
    from PySide6.QtSvg import QSvgRenderer

    renderer = QSvgRenderer(QByteArray(picture.content))
    if not renderer.isValid():
        return None
    image = QImage(size, QImage.Format.Format_ARGB32_Premultiplied)
    image.fill(Qt.GlobalColor.transparent)
    painter = QPainter(image)
    renderer.render(painter, QRectF(0, 0, size.width(), size.height()))
    painter.end()
    return image


def _bounded(size: QSize) -> QSize:
    """At least one pixel each way, and no more in all than is wise."""
    size = size.expandedTo(QSize(1, 1))
    pixels = size.width() * size.height()
    if pixels <= _MAX_DRAWN:
        return size
    part = (_MAX_DRAWN / pixels) ** 0.5
    return QSize(int(size.width() * part), int(size.height() * part)).expandedTo(QSize(1, 1))
