"""The bundled type: there, in true weights, and growing with the text size."""

from __future__ import annotations

import pytest
from PySide6.QtGui import QFont, QFontInfo

from aws_flash.ui.theme.fonts import FontRole, font, pixel_size
from aws_flash.ui.theme.theme import Theme


@pytest.mark.parametrize("role", FontRole)
def test_each_role_gets_the_face_it_asks_for(theme: Theme, role: FontRole) -> None:
    asked, got = theme.font(role), QFontInfo(theme.font(role))
    assert (got.family(), got.weight()) == (asked.family(), asked.weight())


def test_bold_and_italic_are_drawn_by_their_own_files(theme: Theme) -> None:
    italic = QFont(theme.font(FontRole.TEXT))
    italic.setItalic(True)
    assert QFontInfo(italic).styleName() == "Italic"
    assert QFontInfo(theme.font(FontRole.PANEL_TITLE)).styleName() == "Bold"


@pytest.mark.parametrize(
    ("role", "pixels"),
    [
        (FontRole.PAGE_TITLE, 26),
        (FontRole.QUESTION, 24),
        (FontRole.ANSWER, 20),
        (FontRole.TEXT, 14),
        (FontRole.CAPTION, 12),
    ],
)
def test_sizes_are_those_of_the_design_and_double(role: FontRole, pixels: int) -> None:
    assert (pixel_size(role, 1.0), pixel_size(role, 2.0)) == (pixels, 2 * pixels)


def test_a_font_is_as_high_as_its_role_says() -> None:
    assert font(FontRole.CODE, 1.5).pixelSize() == pixel_size(FontRole.CODE, 1.5)
