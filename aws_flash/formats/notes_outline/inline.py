"""A line's inline marks read once: its plain words, and the HTML of any part of them.

Known are **bold**, *italic*, `code`, ~~struck~~, ==marked==, [links](x), pictures (their words
alone), [[names]]. Every pattern is bounded, so that time grows with the line and not its square.
"""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right
from collections.abc import Iterable
from dataclasses import dataclass
from typing import Final

from aws_flash.domain.html.escaping import escape_text, escape_value

_MARK: Final = re.compile(
    r"\*\*(?=\S)(?P<b>[^*\n]{1,500})(?<=\S)\*\*"
    r"|(?<![\w*])\*(?=[^\s*])(?P<i>[^*\n]{1,500})(?<=[^\s*])\*(?![\w*])"
    r"|(?<!\w)__(?=\S)(?P<u>[^_\n]{1,500})(?<=\S)__(?!\w)"
    r"|`(?P<code>[^`\n]{1,500})`"
    r"|~~(?=\S)(?P<s>[^~\n]{1,500})~~"
    r"|==(?=\S)(?P<mark>[^=\n]{1,500})(?<=\S)=="
    r"|!\[(?P<alt>[^\[\]\n]{0,300})\]\([^()\s]{1,1000}(?:\s\"[^\"\n]{0,200}\")?\)"
    r"|\[(?P<a>[^\[\]\n]{1,500})\]\((?P<href>[^()\s]{1,1000})(?:\s\"[^\"\n]{0,200}\")?\)"
    r"|\[\[(?P<name>[^\[\]|\n]{1,200})(?:\|[^\[\]\n]{0,200})?\]\]"
    r"|\\(?P<plain>[!-/:-@\[-`{-~])"
)
_ELEMENTS: Final = {
    "b": "b",
    "i": "i",
    "u": "b",
    "code": "code",
    "s": "s",
    "mark": "b",
    "name": "b",
}
_WEB: Final = re.compile(r"https?://[^\s<>\"]+$", re.IGNORECASE)
_HOLE_SIGNS: Final = str.maketrans({"{": "&#123;", "}": "&#125;"})


@dataclass(frozen=True, slots=True)
class Span:
    """A piece of text and the mark it bears; `begin` is its place in the plain text."""

    begin: int
    text: str
    mark: str = ""
    href: str = ""

    @property
    def end(self) -> int:
        """Where it ends in the plain text."""
        return self.begin + len(self.text)


@dataclass(frozen=True, slots=True)
class Hole:
    """A part of the plain text to hide, and the number of its card."""

    begin: int
    end: int
    ordinal: int = 1


@dataclass(frozen=True, slots=True)
class Inline:
    """A line: its plain text and its spans, which cover it."""

    text: str
    spans: tuple[Span, ...]

    def html(self, begin: int = 0, end: int | None = None) -> str:
        """Return the HTML of a part of the text."""
        last = len(self.text) if end is None else end
        return "".join(
            _written(span, span.text[max(begin - span.begin, 0) : last - span.begin])
            for span in self.within(begin, last)
        )

    def within(self, begin: int, end: int) -> tuple[Span, ...]:
        """Return the spans that stand in a part of the text, or reach into it."""
        first = bisect_right(self.spans, begin, key=_end_of)
        return self.spans[first : bisect_left(self.spans, end, lo=first, key=_begin_of)]

    def cloze(self, begin: int, end: int, holes: Iterable[Hole]) -> str:
        """Return the HTML of a part with holes, which stand in order and do not overlap."""
        pieces, at = [], begin
        for hole in holes:
            pieces.append(self._closed(at, hole.begin))
            hidden = self._closed(hole.begin, hole.end).replace("::", ":&#58;")
            pieces.append(f"{{{{c{hole.ordinal}::{hidden}}}}}")
            at = hole.end
        return "".join([*pieces, self._closed(at, end)])

    def _closed(self, begin: int, end: int) -> str:
        return self.html(begin, end).translate(_HOLE_SIGNS) if end > begin else ""


def inline(written: str) -> Inline:
    """Read the marks of a line."""
    spans: list[Span] = []
    begin = at = 0
    for found in _MARK.finditer(written):
        name = found.lastgroup or ""
        if name == "href":
            name = "a"
        for text, mark in ((written[at : found.start()], ""), (_said(found, name), name)):
            if text:
                href = (found["href"] or "") if mark else ""
                spans.append(Span(begin, text, mark, href))
                begin += len(text)
        at = found.end()
    if written[at:]:
        spans.append(Span(begin, written[at:]))
    return Inline("".join(span.text for span in spans), tuple(spans))


def _begin_of(span: Span) -> int:
    return span.begin


def _end_of(span: Span) -> int:
    return span.end


def _said(found: re.Match[str], name: str) -> str:
    return (found[name] or "").strip() if name != "code" else found["code"]


def _written(span: Span, text: str) -> str:
    html = escape_text(text)
    if span.mark == "a" and _WEB.match(span.href):
        return f'<a href="{escape_value(span.href)}">{html}</a>'
    element = _ELEMENTS.get(span.mark)
    return f"<{element}>{html}</{element}>" if element else html
