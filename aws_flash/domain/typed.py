"""A typed answer compared with the accepted ones, leniently, and the difference marked."""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass
from difflib import SequenceMatcher
from enum import StrEnum
from typing import TYPE_CHECKING, Final, NamedTuple

from aws_flash.domain.html.escaping import escape_text
from aws_flash.domain.spelling import Sign, spell

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

MAX_ANSWER: Final = 1_000
"""What is longer, in characters, is compared up to here."""

MAX_ACCEPTED: Final = 20
"""So many accepted answers are looked at."""

_MAX_ALIGNED: Final = 150
# Below this part in common, single letters that happen to agree would say nothing.
_LEAST_COMMON: Final = 0.4


class Mark(StrEnum):
    """What became of a piece of the answer."""

    SAME = "same"
    WRONG = "wrong"
    MISSING = "missing"


class Piece(NamedTuple):
    """A run of whole signs: same and missing ones as accepted, wrong ones as typed."""

    text: str
    mark: Mark


@dataclass(frozen=True, slots=True)
class Comparison:
    """`accepted` is the answer that the typed one was found nearest to.

    The same and missing pieces, joined, are that answer; for a right one it is a single piece.
    """

    right: bool
    accepted: str
    pieces: tuple[Piece, ...]


def compare(typed: str, accepted: Sequence[str]) -> Comparison:
    """Compare by the rule in `spelling`; empty accepted answers are passed over."""
    signs = spell(typed[:MAX_ANSWER])
    candidates = [spell(each[:MAX_ANSWER]) for each in accepted[:MAX_ACCEPTED] if each.strip()]
    for candidate in candidates:
        if _keys(candidate) == _keys(signs):
            text = _written(candidate)
            return Comparison(right=True, accepted=text, pieces=(Piece(text, Mark.SAME),))
    if not candidates:
        return Comparison(right=False, accepted="", pieces=(*_piece(typed.strip(), Mark.WRONG),))
    keys = Counter(sign.key for sign in signs if sign.key)
    nearest = max(candidates, key=lambda candidate: _common(keys, candidate))
    pieces = tuple(_difference(signs, nearest))
    return Comparison(right=False, accepted=_written(nearest), pieces=pieces)


def marked(comparison: Comparison) -> str:
    """The pieces as HTML: classes `typed-same`, `typed-wrong` (struck), `typed-missing` (lined).

    Two answers that have nothing in common stand apart.
    """
    tags = {Mark.SAME: "span", Mark.WRONG: "s", Mark.MISSING: "u"}
    has_same = any(mark is Mark.SAME for _, mark in comparison.pieces)
    return ("" if has_same else " ").join(
        f'<{tags[mark]} class="typed-{mark}">{escape_text(text)}</{tags[mark]}>'
        for text, mark in comparison.pieces
    )


class _Step(NamedTuple):
    """Counted signs from `begin` to `end` of the typed and `first` to `last` of the accepted."""

    begin: int
    end: int
    first: int
    last: int
    same: bool


def _difference(typed: list[Sign], accepted: list[Sign]) -> Iterator[Piece]:
    mine, theirs = _Counted(typed), _Counted(accepted)
    for step in _steps(mine.keys, theirs.keys):
        here = theirs.span(step.first, step.last)
        if not step.same:
            yield from _piece(mine.span(step.begin, step.end).strip(), Mark.WRONG)
        yield from _piece(here, Mark.SAME if step.same else Mark.MISSING)


def _steps(mine: list[str], theirs: list[str]) -> list[_Step]:
    if max(len(mine), len(theirs)) > _MAX_ALIGNED:
        return _steps_at_the_ends(mine, theirs)
    matcher = SequenceMatcher(None, mine, theirs, autojunk=False)
    if matcher.ratio() < _LEAST_COMMON:
        return [_Step(0, len(mine), 0, len(theirs), same=False)]
    return [
        _Step(begin, end, first, last, same=what == "equal")
        for what, begin, end, first, last in matcher.get_opcodes()
    ]


def _steps_at_the_ends(mine: list[str], theirs: list[str]) -> list[_Step]:
    """What is the same at the beginning and the end; all between is not."""
    begin = _same_length(mine, theirs)
    end = _same_length(mine[begin:][::-1], theirs[begin:][::-1])
    between = (begin, len(mine) - end, begin, len(theirs) - end)
    return [
        _Step(0, begin, 0, begin, same=True),
        _Step(*between, same=False),
        _Step(between[1], len(mine), between[3], len(theirs), same=True),
    ]


def _same_length(mine: list[str], theirs: list[str]) -> int:
    pairs = enumerate(zip(mine, theirs, strict=False))
    return next(
        (place for place, (one, other) in pairs if one != other), min(len(mine), len(theirs))
    )


class _Counted:
    """How the signs of a text count, letter by letter: `é` one, `&` three.

    A sign stays whole and goes with its first letter; others go with the counted one before them.
    """

    __slots__ = ("_begins", "_written", "keys")

    def __init__(self, signs: list[Sign]) -> None:
        self.keys: list[str] = []
        self._begins: list[int] = []
        self._written = [sign.written for sign in signs]
        places = [place for place, sign in enumerate(signs) if sign.key]
        for place, after in zip(places, [*places[1:], len(signs)], strict=False):
            key = signs[place].key
            self.keys += key
            self._begins += [place, *[after] * (len(key) - 1)]
        self._begins = [0, *self._begins[1:], len(signs)]

    def span(self, begin: int, end: int) -> str:
        """What was written from one counted sign up to another."""
        return "".join(self._written[self._begins[begin] : self._begins[end]])


def _piece(text: str, mark: Mark) -> list[Piece]:
    return [Piece(text, mark)] if text else []


def _common(keys: Counter[str], candidate: list[Sign]) -> float:
    theirs = Counter(sign.key for sign in candidate if sign.key)
    return 2 * (keys & theirs).total() / (keys.total() + theirs.total())


def _keys(signs: list[Sign]) -> str:
    return "".join(sign.key for sign in signs)


def _written(signs: list[Sign]) -> str:
    return "".join(sign.written for sign in signs)
