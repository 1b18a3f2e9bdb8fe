"""Pictures for tests, and a look at what was painted."""

from __future__ import annotations

import struct
import zlib
from pathlib import Path

from PySide6.QtCore import QSize
from PySide6.QtGui import QColor, QImage
from PySide6.QtWidgets import QApplication, QWidget

TELLTALE = "#fb02d7"


SMALL = QSize(60, 40)


def write_picture(path: Path, color: str = TELLTALE, size: QSize = SMALL) -> Path:
    """A picture all of one colour, of the kind that the name says."""
    image = QImage(size, QImage.Format.Format_RGB32)
    image.fill(QColor(color))
    assert image.save(str(path))
    return path


def write_bomb(path: Path, width: int, height: int) -> Path:
    """A PNG of a few kilobytes that claims to be enormous; one bit a pixel."""
    row = b"\0" + bytes((width + 7) // 8)
    packer = zlib.compressobj(9)
    content = b"".join(packer.compress(row) for _ in range(min(height, 20_000)))
    content += packer.flush()
    head = struct.pack(">IIBBBBB", width, height, 1, 0, 0, 0, 0)
    pieces = [(b"IHDR", head), (b"IDAT", content), (b"IEND", b"")]
    path.write_bytes(b"\x89PNG\r\n\x1a\n" + b"".join(_chunk(*piece) for piece in pieces))
    return path


def _chunk(kind: bytes, content: bytes) -> bytes:
    check = zlib.crc32(kind + content)
    return struct.pack(">I", len(content)) + kind + content + struct.pack(">I", check)


def painted(widget: QWidget) -> QImage:
    """The widget as it looks now."""
    QApplication.sendPostedEvents()
    return widget.grab().toImage().convertToFormat(QImage.Format.Format_RGB32)


def shows(image: QImage, color: str) -> bool:
    """Whether any pixel has that colour."""
    wanted = QColor(color).rgb()
    data = bytes(image.constBits())
    return struct.pack("=I", wanted) in data
