"""Which words of a sentence are worth hiding: marked ones, amounts, then names."""

from __future__ import annotations

import re
from collections.abc import Iterator
from itertools import islice
from typing import Final

from aws_flash.formats.notes_outline.inline import Hole, Inline
from aws_flash.formats.notes_outline.pieces import Place, members

_AMOUNT: Final = re.compile(
    r"(?<![\w.])(?:AES|SHA|RSA|TLS|SAML|port)[- ]?\d(?:[\w.]*\w)?"
    r"|(?<![\w./])\d{1,4}/\d{1,4}(?![\w/])"
    r"|(?<![\w./])\d[\d.,]{0,20}(?:\s?(?:to|-|\u2013)\s?\d[\d.,]{0,20})?\s?(?:%|(?!st\b|nd\b|rd\b|th\b)[A-Za-z]{1,12})(?!\w|\.\w)"
    r"|(?<![\w./])\d(?:[\d.,]{0,20}\d)?[a-z]?(?![\w/]|\.\w)"
)
_NAME: Final = re.compile(
    r"(?<![\w.])(?:[A-Z][\w/-]*[A-Z0-9][\w/-]*|[A-Z][a-z]{2,}[\w-]*)"
    r"(?:\s(?:[A-Z][\w/-]*[A-Z0-9][\w/-]*|[A-Z][a-z]+[\w-]*)){0,4}"
)
_ACRONYM: Final = re.compile(r"\w*[A-Z0-9]\w*[A-Z]|[a-z]\w*[A-Z]")
_OPENERS: Final = re.compile(
    r"(?:The|This|That|These|Those|It|They|You|We|In|On|At|For|If|When|Once|Using|By|All|Any|No|Not"
    r"|An?|And|Or|But|With|Without|Only|Each|Every|Some|Use|However|Also|Its|Is|Are|Can"
    r"|Cannot|Must|May|Do|Does|NOT|AND|OR|What|Which|There|To|From|As)\b\s*"
)
_LABEL: Final = re.compile(r"(?:NOTE|TODO|Note|Tip|Important|Warning|Remember|IMPORTANT)\b")
_HOUSE: Final = frozenset({"AWS", "Amazon", "NOT", "AND", "OR", "OK", "PDF"})
"""Names that stand in every second sentence, so that hiding them asks nothing."""

_OBJECT: Final = re.compile(
    r"\b(?:to|by|of|with|using|via|in|on|for|from|as|than|is|are|into|within|at|between|another)\s+"
    r"(?:(?:the|an?|your|their|its)\s+)?"
    r"(?!(?:this|that|these|those|it|them|you|so|do|be|not)\b)"
    r"(?P<object>[^\W_][\w'\u2019-]*(?:\s[^\W_][\w'\u2019-]*){0,2})[.!]?$",
    re.IGNORECASE,
)
_LEAST_BEFORE_OBJECT: Final = 3
_MARKED: Final = frozenset({"b", "code", "name", "u"})
_LOOKED_AT: Final = 30
_LONGEST: Final = 60
_LEAST_LEFT: Final = 2


def marked_holes(line: Inline) -> list[Hole]:
    """Return a hole for each ==marked== part, the writer's own."""
    marks = [span for span in line.spans if span.mark == "mark"]
    return [Hole(span.begin, span.end, number) for number, span in enumerate(marks, 1)]


def list_holes(text: str, place: Place) -> list[Hole]:
    """Return a hole with a card of its own for each member of a list in a sentence."""
    begin, end = place
    found = members(text[begin:end])
    return [Hole(begin + first, begin + last, n) for n, (first, last) in enumerate(found, 1)]


def best_hole(line: Inline, place: Place) -> Hole | None:
    """Return the part of a sentence that tells most, None where nothing stands out."""
    text = line.text
    for found in (_marked(line, place), _amounts(text, place), _names(text, place)):
        few = islice(found, _LOOKED_AT)
        best = next((at for at in few if _asks(text, at, place)), None)
        if best is not None:
            return Hole(*best)
    return _object(text, place)


def _object(text: str, place: Place) -> Hole | None:
    """Return what a sentence without names ends in: "… are specific to the [Region]."."""
    found = _OBJECT.search(text, *place)
    if not found or len(text[place[0] : found.start()].split()) < _LEAST_BEFORE_OBJECT:
        return None
    return Hole(*found.span("object"))


def _marked(line: Inline, place: Place) -> Iterator[Place]:
    for span in line.within(*place):
        if span.mark in _MARKED and place[0] <= span.begin and span.end <= place[1]:
            yield span.begin, span.end


def _amounts(text: str, place: Place) -> Iterator[Place]:
    for found in _AMOUNT.finditer(text, *place):
        yield found.span()


def _names(text: str, place: Place) -> Iterator[Place]:
    """Yield names: those in the middle before the one that opens the sentence, short ones first."""
    spans = []
    for found in _NAME.finditer(text, *place):
        begin, end = found.span()
        opener = _OPENERS.match(text, begin, end)
        begin = opener.end() if opener else begin
        if begin < end and not _LABEL.match(text, begin, end):
            spans.append((begin, end))
    yield from sorted(spans, key=lambda span: _worth(text, span, place))


def _worth(text: str, span: Place, place: Place) -> tuple[bool, int]:
    """Order a plain word that only opens a sentence last, and else later names first."""
    opens = span[0] == place[0]
    is_plain = not _ACRONYM.search(text[slice(*span)]) and " " not in text[slice(*span)]
    return opens and is_plain, -span[0]


def _asks(text: str, span: Place, place: Place) -> bool:
    """Tell whether enough is left to know what is asked, and nothing left says the answer."""
    begin, end = span
    hidden = text[begin:end]
    before, after = text[place[0] : begin], text[end : place[1]]
    only_word = not before and hidden.istitle() and " " not in hidden
    if end - begin > _LONGEST or only_word or hidden in _HOUSE:
        return False
    return len(f"{before} {after}".split()) >= _LEAST_LEFT and hidden not in before + after
