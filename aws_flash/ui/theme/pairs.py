"""Which colour is written or drawn on which, in one list, and how far they stand apart.

Whoever uses a new pair adds it here; a test holds texts to 4.5 : 1 and edges to 3 : 1 in both
looks (WCAG 2.2, success criteria 1.4.3 and 1.4.11).
"""

from __future__ import annotations

from aws_flash.ui.theme.tokens import ColorName, Look, box_color, text_on_box

LEAST_TEXT = 4.5
LEAST_EDGE = 3.0

_GROUNDS: dict[ColorName, tuple[ColorName, ...]] = {
    "ink": ("window", "sidebar", "surface", "accent_soft", "hover", "line"),
    "muted": ("window", "sidebar", "surface", "accent_soft", "hover"),
    "accent": ("window", "sidebar", "surface", "accent_soft"),
    "on_accent": ("accent", "accent_hover"),
    "knew": ("window", "surface"),
    "missed": ("window", "surface"),
    "amber": ("window", "surface", "hover"),
    "on_inverse": ("inverse",),
    "accent_on_inverse": ("inverse",),
}
_EDGES: dict[ColorName, tuple[ColorName, ...]] = {
    "outline": ("window", "sidebar", "surface"),
    "accent": ("window", "sidebar", "surface", "accent_soft", "hover"),
    "on_accent": ("accent",),
    "accent_on_inverse": ("inverse",),
}


def text_pairs(look: Look) -> list[tuple[ColorName, ColorName]]:
    """Every text colour with every ground it is written on."""
    pairs = [(text, ground) for text, grounds in _GROUNDS.items() for ground in grounds]
    return pairs + [(text_on_box(box, look), box_color(box)) for box in range(6)]


def edge_pairs() -> list[tuple[ColorName, ColorName]]:
    """Every edge of a control and every focus ring with the ground beside it."""
    return [(edge, ground) for edge, grounds in _EDGES.items() for ground in grounds]


def contrast(first: str, second: str) -> float:
    """The contrast ratio of two "#rrggbb" colours, 1 to 21 (formula: WCAG 2.2)."""
    darker, lighter = sorted((_luminance(first), _luminance(second)))
    return (lighter + 0.05) / (darker + 0.05)


def _luminance(color: str) -> float:
    red, green, blue = (_linear(int(color[at : at + 2], 16) / 255) for at in (1, 3, 5))
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue


def _linear(channel: float) -> float:
    return channel / 12.92 if channel <= 0.04045 else float(((channel + 0.055) / 1.055) ** 2.4)
