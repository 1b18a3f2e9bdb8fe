"""The elements that are open while HTML is written, and how much may still be written.

Each bound comes from trying: QTextDocument took 2.2 s for tables nested 18 deep, 55 s for cells
that span 20 by 20, 28 s for 20,000 missing images, 24 s for a word of 1,000,000 letters, 6 s for
9,000 items of a list, 3 s for as many cells of a row, and 2 s for 100,000 lines of code; html5ever
took 1 s for 20,000 nested `div`; 5,000 nested elements crashed Qt.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Final

from aws_flash.domain.html.allowed import ATTRIBUTES, ELEMENTS, EVERYWHERE
from aws_flash.domain.html.escaping import escape_text, escape_value, resolve
from aws_flash.domain.html.long_words import Words
from aws_flash.domain.html.tokens import INLINE, VOID, attributes

if TYPE_CHECKING:
    from collections.abc import Collection

MAX_CHARACTERS: Final = 500_000
MAX_ELEMENTS: Final = 3_000
"""Of elements and line breaks of a text together; further ones leave only their contents."""

MAX_DEPTH: Final = 100
MAX_TABLE_DEPTH: Final = 4
MAX_IMAGES: Final = 300
MAX_SPANNED_CELLS: Final = 5_000
MAX_ATTRIBUTE: Final = 2_000

_HIDDEN: Final = re.compile(r"display\s*:\s*none", re.IGNORECASE)
_WANTED: Final = {
    name: ATTRIBUTES.get(name, frozenset()) | EVERYWHERE | {"hidden"} for name in ELEMENTS
}


class OpenElements:
    """A stack of open elements that writes as it goes; what is hidden leaves no trace."""

    __slots__ = (
        "_ends", "_images", "_muted", "_parts", "_pre_begins", "_reserved", "_size", "_spanned",
        "_words", "count", "full", "names",
    )  # fmt: skip

    def __init__(self) -> None:
        self.names: list[str] = []  # outermost first
        self.count = 0  # of all elements so far
        self.full = False
        self._ends: list[str] = []  # how each of the open ones will end
        self._parts: list[str] = []
        self._words = Words()
        self._size = self._reserved = self._images = self._spanned = 0
        self._muted: int | None = None  # how many elements are open around the hidden one
        self._pre_begins = False

    @property
    def innermost(self) -> str:
        """Name of the innermost open element, or nothing."""
        return self.names[-1] if self.names else ""

    def written(self) -> str:
        """All that was written, after `close_to(0)`."""
        return "".join(self._parts)

    def text(self, text: str) -> None:
        """Write text, entities in it resolved."""
        text = escape_text(resolve(text))
        if self._pre_begins:  # a parser drops one line feed there; drop all, or each pass eats one
            text = text.lstrip("\n")
        if "\n" in text:
            text = self._with_few_lines(text)
        if text:
            self._write(self._words.breakable(text))

    def gap(self) -> None:
        """Keep apart what a tag kept apart that is not written."""
        self._write(" ")
        self._words.end()

    def open(self, name: str, written: str) -> None:
        """Begin an element, with those of its attributes that cards may have."""
        found = attributes(written, _WANTED[name]) if written else {}
        self.count += 1
        if name not in INLINE or name == "br":
            self._words.end()
        if name not in VOID:
            if self._muted is None and _is_hidden(found):
                self._muted = len(self.names)
            self.push(name, f"<{name}{self._attributes(found)}>", f"</{name}>")
            self._pre_begins = name == "pre"
        elif name == "img":
            self._image(found)
        elif not _is_hidden(found):
            self._write(f"<{name}{self._attributes(found)}>")

    def push(self, name: str, begin: str, end: str) -> None:
        """Begin an element that is written in its own way."""
        if self._muted is not None:
            begin = end = ""
        if self._room() < len(begin) + len(end):
            self.full = True
        if self.full:
            return
        self._reserved += len(end)
        self._write(begin)
        self.names.append(name)
        self._ends.append(end)

    def close_nearest(self, wanted: Collection[str], walls: Collection[str]) -> bool:
        """End the innermost element of that name, if none of the walls stands before it."""
        for index in range(len(self.names) - 1, -1, -1):
            if self.names[index] in wanted:
                self.close_to(index)
                return True
            if self.names[index] in walls:
                return False
        return False

    def close_to(self, depth: int) -> None:
        """End all but the outermost elements."""
        while len(self.names) > depth:
            if self.names.pop() not in INLINE:
                self._words.end()
            end = self._ends.pop()
            self._parts.append(end)
            self._size += len(end)
            self._reserved -= len(end)
        self._pre_begins = False
        if self._muted is not None and self._muted >= depth:
            self._muted = None

    def _with_few_lines(self, text: str) -> str:
        """Lines count as elements do, since a block of code makes paragraphs of them."""
        room = max(0, MAX_ELEMENTS - self.count)
        self.count += text.count("\n")
        if self.count <= MAX_ELEMENTS:
            return text
        *kept, rest = text.split("\n", room)
        return "".join(f"{line}\n" for line in kept) + rest.replace("\n", " ")

    def _image(self, found: dict[str, str]) -> None:
        if _is_hidden(found):
            return
        self._images += 1
        if found.get("src") and self._images <= MAX_IMAGES:
            self._write(f"<img{self._attributes(found)}>")
        else:
            self.text(escape_text(found.get("alt", "")))

    def _attributes(self, found: dict[str, str]) -> str:
        if "colspan" in found or "rowspan" in found:
            self._spanned += _number(found.get("colspan")) * _number(found.get("rowspan"))
            if self._spanned > MAX_SPANNED_CELLS:
                found.pop("colspan", None)
                found.pop("rowspan", None)
        return "".join(
            f' {name}="{escape_value(value)}"'
            for name, value in found.items()
            if name != "hidden" and len(value) <= MAX_ATTRIBUTE
        )

    def _room(self) -> int:
        return MAX_CHARACTERS - self._size - self._reserved

    def _write(self, piece: str) -> None:
        if self._muted is not None or self.full:
            return
        if len(piece) > self._room():
            self.full = True
            piece = "" if piece.startswith("<") else _cut(piece, self._room())
        if piece:
            self._parts.append(piece)
            self._size += len(piece)
            self._pre_begins = False


def _is_hidden(found: dict[str, str]) -> bool:
    if "hidden" in found:
        return True
    return "style" in found and bool(_HIDDEN.search(found["style"]))


def _number(value: str | None) -> int:
    return int(value) if value and value.isascii() and value.isdigit() and len(value) < 5 else 1


def _cut(text: str, length: int) -> str:
    text = text[:length]
    start = text.rfind("&", max(0, length - 32))
    return text if start < 0 or ";" in text[start:] else text[:start]
