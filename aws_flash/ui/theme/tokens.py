"""The named colours of one look, read from resources/theme/.

A named tuple and Qt's own JSON reader, because both are there already when a window is: the
dataclasses and json modules would add 7 ms to a start that has 40 to spend.
"""

from __future__ import annotations

from typing import Literal, NamedTuple, get_args

from PySide6.QtCore import QByteArray, QJsonDocument

from aws_flash.resources import resource

Look = Literal["light", "dark"]
ColorName = Literal[
    "window",
    "sidebar",
    "surface",
    "line",
    "outline",
    "hover",
    "ink",
    "muted",
    "accent",
    "accent_hover",
    "on_accent",
    "bright",
    "accent_soft",
    "knew",
    "missed",
    "amber",
    "inverse",
    "on_inverse",
    "accent_on_inverse",
    "dim",
    "shadow",
    "box_1",
    "box_2",
    "box_3",
    "box_4",
    "box_5",
]


class Tokens(NamedTuple):
    """Colours as "#rrggbb" (or "#aarrggbb" where something shows through).

    `outline` edges fields, check boxes and switches at 3 : 1; `line` only divides and decorates.
    `amber` is for what is getting old. The three `inverse` colours belong to the toast.
    """

    window: str
    sidebar: str
    surface: str
    line: str
    outline: str
    hover: str
    ink: str
    muted: str
    accent: str
    accent_hover: str
    on_accent: str
    bright: str
    accent_soft: str
    knew: str
    missed: str
    amber: str
    inverse: str
    on_inverse: str
    accent_on_inverse: str
    dim: str
    shadow: str
    box_1: str
    box_2: str
    box_3: str
    box_4: str
    box_5: str

    def get(self, name: ColorName) -> str:
        """The colour of that name."""
        return str(getattr(self, name))


def load(look: Look) -> Tokens:
    """Read one look; KeyError names a colour that its file lacks."""
    text = resource("theme", f"{look}.json").read_bytes()
    found = QJsonDocument.fromJson(QByteArray(text)).toVariant()
    return Tokens(**{name: found[name] for name in get_args(ColorName)})


def box_color(box: int) -> ColorName:
    """The name of a box's colour, 1 to 5; 0 stands for cards never seen."""
    names: tuple[ColorName, ...] = ("line", "box_1", "box_2", "box_3", "box_4", "box_5")
    return names[box]


def text_on_box(box: int, look: Look) -> ColorName:
    """The colour in which a number is readable (4.5 : 1) on a box's colour, in that look."""
    if box == 0:
        return "ink"
    if look == "light":
        return "ink" if box <= 3 else "bright"
    return "bright" if box <= 3 else "on_accent"
