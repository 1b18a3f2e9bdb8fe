r"""Formulas in the text of a card, written as Anki writes them, for MathJax or for LaTeX.

These are `\(x\)` and `\[x\]`, `[$]x[/$]` and `[$$]x[/$$]`, and `[latex]…[/latex]` around nothing
but a formula. `with_signs` makes one of the first two of `<anki-mathjax>`, before it is cleaned.
Whatever is not clearly a formula stays text: nothing here fails, and all of it is linear.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import TYPE_CHECKING, Final

from aws_flash.domain.html.escaping import resolve
from aws_flash.domain.html.long_words import ZERO_WIDTH_SPACE

if TYPE_CHECKING:
    from collections.abc import Iterator

MAX_TEX: Final = 2_000
"""Signs of a formula; a longer one stays text."""

MAX_DEPTH: Final = 24
"""Of braces in a formula, and of elements around a part of it."""

MAX_FORMULAS: Final = 100
MAX_TOTAL: Final = 20_000
"""Formulas of one text, and their signs together; what comes after them stays text."""

_MAX_WRITTEN: Final = 20_000
_MOST_ENDLESS: Final = 50  # each costs a look at the signs that follow

_ENDS: Final = {
    r"\(": r"\)", r"\[": r"\]", "[$]": "[/$]", "[$$]": "[/$$]", "[latex]": "[/latex]"
}  # fmt: skip
_DISPLAYED: Final = frozenset({r"\[", "[$$]"})
_BEGIN: Final = re.compile(
    r"<(?P<slash>/?)(?P<name>[a-z][a-z0-9]*)[^>]*>|(?P<begin>\\[(\[]|\[(?:\$\$?|latex)\])",
    re.IGNORECASE,
)
# A backslash takes the sign after it along, so that `\\]` ends no formula.
_INSIDE: Final = re.compile(
    r"<(?P<slash>/?)(?P<name>[a-z][a-z0-9]*)[^>]*>"
    r"|(?P<end>\\[)\]]|\[/(?:\$\$?|latex)\])|\\.|(?P<brace>[{}])",
    re.IGNORECASE | re.DOTALL,
)
_TAG: Final = re.compile(r"<(?P<slash>/?)(?P<name>[a-z][a-z0-9]*)[^>]*>")
# Here signs are meant as they stand.
_VERBATIM: Final = frozenset({"code", "kbd", "pre", "samp", "tt"})
# What may stand inside a formula and says nothing there; the lines of a few of them end there.
_LINES: Final = frozenset({"br", "div", "p"})
_IDLE: Final = _LINES | frozenset({"b", "bdi", "big", "em", "font", "i", "mark", "small", "span"})
_OPEN: Final = _IDLE | {"strong", "u"}
_WRAPPED: Final = re.compile(
    r"(?P<display>\$\$(?P<two>[^$]+)\$\$|\\\[(?P<bracket>.+)\\\]"
    r"|\\begin\{(?P<name>align|displaymath|eqnarray|equation|gather|multline)(?P<star>\*?)\}"
    r"(?P<body>.+)\\end\{(?P=name)(?P=star)\})"
    r"|\$(?P<one>[^$]+)\$|\\\((?P<round>.+)\\\)",
    re.DOTALL,
)
_ALIGNED: Final = frozenset({"align", "eqnarray"})
_MATHJAX: Final = re.compile(
    r"<(?P<slash>/?)anki-mathjax(?P<block>[^<>]*?\sblock\s*=\s*[\"']?true\b)?[^<>]*>", re.IGNORECASE
)


@dataclass(frozen=True, slots=True)
class Formula:
    """`written` is how it stands in the HTML, `tex` what it says, entities resolved.

    One that is `displayed` stands in the middle of a line of its own.
    """

    written: str
    tex: str
    displayed: bool = False


def with_signs(html: str) -> str:
    r"""HTML of a stranger with `<anki-mathjax>` elements written as `\(…\)` or `\[…\]`."""
    if "<" not in html or not _MATHJAX.search(html):
        return html
    ends: list[str] = []

    def sign(tag: re.Match[str]) -> str:
        if tag["slash"]:
            return ends.pop() if ends else ""
        ends.append(r"\]" if tag["block"] else r"\)")
        return r"\[" if tag["block"] else r"\("

    return _MATHJAX.sub(sign, html)


def may_hold_formulas(html: str) -> bool:
    """A quick look; False is certain."""
    return "\\(" in html or "\\[" in html or "[$" in html or "[latex]" in html.lower()


def pieces(html: str) -> Iterator[str | Formula]:
    """Take clean HTML apart; texts and what formulas have `written` make up the whole again."""
    last = 0
    for formula, begin in _formulas(html) if may_hold_formulas(html) else ():
        if begin > last:
            yield html[last:begin]
        yield formula
        last = begin + len(formula.written)
    if last < len(html):
        yield html[last:]


def _formulas(html: str) -> Iterator[tuple[Formula, int]]:
    """Formulas, and where each begins."""
    position = verbatim = endless = count = total = 0
    while count < MAX_FORMULAS and endless < _MOST_ENDLESS:
        sign = _BEGIN.search(html, position)
        if sign is None:
            return
        position = sign.end()
        if sign["name"]:
            if sign["name"] in _VERBATIM:
                verbatim += -1 if sign["slash"] else 1
        elif not verbatim:
            formula = _formula(html, sign)
            if formula is None:
                endless += 1
                continue
            count, total = count + 1, total + len(formula.tex)
            if total > MAX_TOTAL:
                return
            yield formula, sign.start()
            position = sign.start() + len(formula.written)


def _formula(html: str, sign: re.Match[str]) -> Formula | None:
    begin = sign["begin"].lower()
    inside = _inside(html, sign.end(), _ENDS[begin])
    if inside is None:
        return None
    written = html[sign.start() : sign.end() + len(inside) + len(_ENDS[begin])]
    tex, displayed = _tex(inside), begin in _DISPLAYED
    if begin == "[latex]":
        tex, displayed = _unwrapped(tex)
    return Formula(written, tex, displayed) if 0 < len(tex) <= MAX_TEX else None


def _inside(html: str, begin: int, end: str) -> str | None:
    """The HTML up to the end of a formula; None when it has no end, or is too much, or crooked."""
    reader = _Reader(end)
    for sign in _INSIDE.finditer(html, begin, begin + _MAX_WRITTEN):
        if reader.ends_with(sign):
            return html[begin : sign.start()]
        if reader.failed:
            return None
    return None


class _Reader:
    """What is open at a place inside a formula."""

    __slots__ = ("_braces", "_end", "_tags", "failed")

    def __init__(self, end: str) -> None:
        self._end = end
        self._braces = 0
        self._tags: list[str] = []
        self.failed = False

    def ends_with(self, sign: re.Match[str]) -> bool:
        """Whether this sign ends the formula."""
        if sign["name"]:
            self._take_tag(sign["name"], sign["slash"] == "/")
        elif sign["brace"]:
            self._braces = max(0, self._braces + (1 if sign["brace"] == "{" else -1))
            self.failed |= self._braces > MAX_DEPTH
        elif (sign["end"] or "").lower() == self._end:
            # In braces MathJax looks on, where LaTeX has long been cut out by whoever wrote it.
            return not self._tags and (not self._braces or self._end[0] == "[")
        return False

    def _take_tag(self, name: str, closes: bool) -> None:  # noqa: FBT001 - as it is written
        if closes:
            self.failed |= not self._tags or self._tags.pop() != name
        elif name != "br":
            self._tags.append(name)
        self.failed |= name not in _OPEN or len(self._tags) > MAX_DEPTH


def _tex(html: str) -> str:
    """The signs of a formula without the markup between them."""
    text = _TAG.sub(lambda tag: "\n" if tag["name"] in _LINES else "", html)
    return resolve(text).replace("\xa0", " ").replace(ZERO_WIDTH_SPACE, "").strip()


def _unwrapped(latex: str) -> tuple[str, bool]:
    """The formula that a text of LaTeX consists of, and whether it is displayed; "" if of more."""
    found = _WRAPPED.fullmatch(latex)
    if found is None:
        return "", False
    tex = next(filter(None, found.group("two", "bracket", "body", "one", "round")), "").strip()
    if found["name"] in _ALIGNED:
        tex = rf"\begin{{aligned}}{tex}\end{{aligned}}"
    return ("" if "[latex]" in tex else tex), bool(found["display"])
