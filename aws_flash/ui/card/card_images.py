"""The images of one card: which there are, how large each is shown, and what stands in for it."""

from __future__ import annotations

import re
from typing import NamedTuple

from PySide6.QtCore import QCoreApplication, QSize, QUrl
from PySide6.QtGui import QImage

from aws_flash.domain.html.allowed import ATTRIBUTES
from aws_flash.domain.html.css import declarations
from aws_flash.domain.html.tokens import attributes
from aws_flash.ui.card.pictures import Pictures
from aws_flash.ui.card.placeholder import draw_placeholder, nothing, placeholder_size
from aws_flash.ui.theme.theme import Theme

_IMAGE = re.compile(r"<img\b(?P<attributes>[^>]*)>")
_MOST_WORK = 60_000_000  # pixels gone through for one text, which takes up to a second
_SCHEME = "shown:"  # no name that a file could have
_HIGHEST = 4000
_LEAST = 4


class Shown(NamedTuple):
    """An image of a card: its name ("" if it is missing), its words, its size in logical pixels."""

    name: str
    words: str
    size: QSize


class CardImages:
    """Numbers the images of a card, and answers for exactly these."""

    def __init__(self, theme: Theme, pictures: Pictures) -> None:
        self._theme = theme
        self._pictures = pictures
        self._shown: list[Shown] = []
        self._images: dict[str, QImage] = {}
        self._work: dict[str, int] = {}
        self._ratio = 1.0
        self._room = 0
        self.depends_on_room = False

    def number(self, html: str, room: int, ratio: float) -> str:
        """Return the HTML with each image named by number and sized to fit `room`."""
        self._shown.clear()
        self._images.clear()
        self._work.clear()
        self._room, self._ratio = max(1, room), ratio
        self.depends_on_room = "<img" in html
        return _IMAGE.sub(self._numbered, html) if self.depends_on_room else html

    def image(self, url: QUrl) -> QImage:
        """The image of a number; one clear pixel for all else that is asked for."""
        name = url.toString()
        if name not in self._images:
            number = name.removeprefix(_SCHEME)
            known = number.isascii() and number.isdigit() and int(number) < len(self._shown)
            self._images[name] = self._draw(self._shown[int(number)]) if known else nothing()
        return self._images[name]

    def words(self) -> list[str]:
        """What each image shows, in words, as far as that is known."""
        return [shown.words for shown in self._shown]

    def _numbered(self, found: re.Match[str]) -> str:
        given = attributes(found["attributes"], ATTRIBUTES["img"] | {"style"})
        shown = self._show(given)
        self._shown.append(shown)
        align = ' align="middle"' if given.get("align") in {"middle", "center"} else ""
        return (
            f'<img src="{_SCHEME}{len(self._shown) - 1}" width="{shown.size.width()}"'
            f' height="{shown.size.height()}"{align}>'
        )

    def _show(self, given: dict[str, str]) -> Shown:
        name, words = given.get("src", ""), given.get("alt", "").strip()
        natural = self._pictures.size(name)
        if natural is None or self._is_too_much(name):
            words = words or _missing(name)
            return Shown("", words, placeholder_size(self._theme, words, self._room))
        return Shown(name, words, fitted(natural, _wish(given, self._room), self._room))

    def _is_too_much(self, name: str) -> bool:
        if name in self._work:
            return False
        work = self._pictures.work(name)
        if sum(self._work.values()) + work > _MOST_WORK:
            return True
        self._work[name] = work
        return False

    def _draw(self, shown: Shown) -> QImage:
        ground = self._theme.color("ink") if self._theme.look == "dark" else None
        image = None
        if shown.name:
            image = self._pictures.image(shown.name, shown.size, self._ratio, ground)
        if image is not None:
            return image
        words = shown.words or _missing(shown.name)
        return draw_placeholder(self._theme, words, shown.size, self._ratio)


def fitted(natural: QSize, wish: tuple[float | None, float | None], room: int) -> QSize:
    """The size to show: what the author wished, in proportion, and never wider than `room`."""
    wide, high = float(natural.width()), float(natural.height())
    width, height = wish
    if width is None and height is None:
        width, height = wide, high
    elif height is None:
        height = high * (width or 0) / wide
    elif width is None:
        width = wide * height / high
    width, height = max(width or 0, _LEAST), max(height, _LEAST)
    part = min(1.0, room / width, _HIGHEST / height)
    return QSize(max(1, round(width * part)), max(1, round(height * part)))


def _wish(given: dict[str, str], room: int) -> tuple[float | None, float | None]:
    """Width and height as the author wrote them, in attributes or style; None where not."""
    wishes = given | declarations(given.get("style", ""))
    width = _pixels(wishes.get("width", wishes.get("max-width", "")), room)
    height = wishes.get("height", "")
    return width, None if height.endswith("%") else _pixels(height, room)


def _pixels(written: str, room: int) -> float | None:
    found = re.fullmatch(r"([0-9]{1,6}(?:\.[0-9]+)?)(px|%)?", written)
    if not found:
        return None
    number = float(found[1])
    return number * room / 100 if found[2] == "%" else number


def _missing(name: str) -> str:
    text = QCoreApplication.translate("CardImages", "This picture is missing: {name}")
    return text.format(name=name) if name else QCoreApplication.translate("CardImages", "Picture")
