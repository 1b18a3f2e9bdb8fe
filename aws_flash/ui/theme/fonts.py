"""The bundled fonts and the few sizes in which they are used."""

from __future__ import annotations

from enum import StrEnum
from typing import NamedTuple

from PySide6.QtGui import QFont, QFontDatabase

from aws_flash.resources import resource

FAMILY = "Inter"
CODE_FAMILY = "JetBrains Mono"
_FILES = (
    "Inter-Regular.otf",
    "Inter-Medium.otf",
    "Inter-SemiBold.otf",
    "Inter-Bold.otf",
    "Inter-Italic.otf",
    "JetBrainsMono-Regular.ttf",
    "JetBrainsMono-Bold.ttf",
)


class FontRole(StrEnum):
    """What a text is for; its size and weight follow from that."""

    PAGE_TITLE = "page title"
    SHEET_TITLE = "sheet title"
    QUESTION = "question"
    ANSWER = "answer"
    CARD_TEXT = "card text"
    TEXT = "text"
    TEXT_STRONG = "text strong"
    PANEL_TITLE = "panel title"
    SMALL = "small"
    CAPTION = "caption"
    CAPTION_STRONG = "caption strong"
    LABEL = "label"
    BUTTON = "button"
    SMALL_BUTTON = "small button"
    KEY = "key"
    NUMBER = "number"
    FIGURE = "figure"
    BIG_FIGURE = "big figure"
    CODE = "code"


class _Face(NamedTuple):
    """Pixels at 100 %, weight, and tracking in hundredths of an em."""

    size: int
    weight: QFont.Weight
    tracking: float = 0.0


_FACES = {
    FontRole.PAGE_TITLE: _Face(26, QFont.Weight.DemiBold, -2.0),
    FontRole.SHEET_TITLE: _Face(17, QFont.Weight.DemiBold),
    FontRole.QUESTION: _Face(24, QFont.Weight.Medium, -1.0),
    FontRole.ANSWER: _Face(20, QFont.Weight.Bold),
    FontRole.CARD_TEXT: _Face(16, QFont.Weight.Normal),
    FontRole.TEXT: _Face(14, QFont.Weight.Normal),
    FontRole.TEXT_STRONG: _Face(14, QFont.Weight.DemiBold),
    FontRole.PANEL_TITLE: _Face(14, QFont.Weight.Bold),
    FontRole.SMALL: _Face(13, QFont.Weight.Normal),
    FontRole.CAPTION: _Face(12, QFont.Weight.Normal),
    FontRole.CAPTION_STRONG: _Face(12, QFont.Weight.DemiBold),
    FontRole.LABEL: _Face(11, QFont.Weight.DemiBold, 6.0),
    FontRole.BUTTON: _Face(15, QFont.Weight.Medium),
    FontRole.SMALL_BUTTON: _Face(14, QFont.Weight.Medium),
    FontRole.KEY: _Face(11, QFont.Weight.Medium),
    FontRole.NUMBER: _Face(20, QFont.Weight.Bold),
    FontRole.FIGURE: _Face(26, QFont.Weight.Bold),
    FontRole.BIG_FIGURE: _Face(40, QFont.Weight.Bold, -2.0),
    FontRole.CODE: _Face(13, QFont.Weight.Normal),
}


def load_fonts() -> None:
    """Make the bundled fonts known to Qt (about 0.4 ms each); needs an application."""
    for name in _FILES:
        QFontDatabase.addApplicationFont(str(resource("fonts", name)))


def pixel_size(role: FontRole, scale: float) -> int:
    """The height in pixels of a role's type when the text is `scale` times its usual size."""
    return round(_FACES[role].size * scale)


def font(role: FontRole, scale: float) -> QFont:
    """The font of a role; sizes are pixels so that the screens match their drawings."""
    face = _FACES[role]
    made = QFont(CODE_FAMILY if role is FontRole.CODE else FAMILY)
    made.setPixelSize(pixel_size(role, scale))
    made.setWeight(face.weight)
    if face.tracking:
        made.setLetterSpacing(
            QFont.SpacingType.AbsoluteSpacing, made.pixelSize() * face.tracking / 100
        )
    return made
