"""How the parts of a card are written: type, line height, and a style sheet for the rest."""

from __future__ import annotations

from typing import NamedTuple

from aws_flash.ui.card.holes import MARKER
from aws_flash.ui.card.qt_html import CODE_BOX
from aws_flash.ui.card.readable import Paper
from aws_flash.ui.theme.fonts import CODE_FAMILY, FontRole, pixel_size
from aws_flash.ui.theme.theme import Theme

_LINE = 1.4
_CARD_LINE = 1.5  # as the design draws the explanation
_CODE = 0.92  # JetBrains Mono looks larger than Inter at the same size


class Measure(NamedTuple):
    """The lengths of one role of text at the text size in force, in pixels."""

    size: int
    line: float
    indent: int


def measure(theme: Theme, role: FontRole) -> Measure:
    """Size of the letters, least height of a line, and indent of lists."""
    size = pixel_size(role, theme.scale)
    line = _CARD_LINE if role is FontRole.CARD_TEXT else _LINE
    return Measure(size, size * line, theme.px(24))


def paper(theme: Theme) -> Paper:
    """The surface and the ink of the look in force."""
    return Paper(theme.color("surface"), theme.color("ink"))


def base_sheet(theme: Theme, role: FontRole) -> str:
    """What an author's style sheet is laid upon; QTextDocument knows few properties."""
    tokens, size = theme.tokens, pixel_size(role, theme.scale)
    code = f"font-family: '{CODE_FAMILY}'; font-size: {round(size * _CODE)}px"
    half, cell = round(size * 0.5), round(size * 0.3)
    link = tokens.muted if role is FontRole.SMALL else tokens.accent
    return f"""
p, h1, h2, h3, h4, h5, h6 {{ margin-top: 0; margin-bottom: {half}px; }}
ul, ol, table {{ margin-top: {half}px; margin-bottom: {half}px; }}
li ul, li ol {{ margin-top: 0; margin-bottom: 0; }}
blockquote {{ margin: {half}px 0 {half}px {size}px; color: {tokens.muted}; }}
code, kbd, samp, tt {{ {code}; background-color: {tokens.window}; }}
pre {{ {code}; margin: 0; white-space: pre-wrap; }}
table {{ border-collapse: collapse; border: 1px solid {tokens.line}; }}
td, th {{ padding: {cell}px {2 * cell}px; border: 1px solid {tokens.line}; }}
td.{CODE_BOX} {{ background-color: {tokens.window}; }}
hr {{ background-color: {tokens.line}; }}
a {{ color: {link}; text-decoration: none; }}
.typed-same {{ color: {tokens.knew}; }}
.typed-wrong {{ color: {tokens.missed}; text-decoration: line-through; }}
.typed-missing {{ color: {tokens.accent}; text-decoration: underline; }}
"""


def gap_sheet(theme: Theme) -> str:
    """How gaps look, whatever an author's style sheet said before: their pills are ours."""
    color = theme.tokens.accent
    return f".cloze {{ background-color: {MARKER}; color: {color}; font-weight: 600; }}\n"
