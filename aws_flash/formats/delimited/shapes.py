"""The kind and the fields of each row; kinds of a file's own are made when all rows are known."""

from __future__ import annotations

from typing import NamedTuple

from aws_flash.domain.kind import BASIC, CLOZE, REVERSED, Kind
from aws_flash.formats.delimited.dialect import CONTENT, Dialect, Role
from aws_flash.formats.delimited.fault import Faulty
from aws_flash.formats.delimited.kinds import (
    MAX_KINDS,
    Fields,
    field_names,
    has_holes,
    known_kind,
    named_kind,
    own_kind,
    sides,
)

Values = tuple[str, ...]


class Shaped(NamedTuple):
    """The guid of a kind, and a note's fields."""

    kind: str
    fields: Fields


class _Own(NamedTuple):
    """A kind of the file's own: its name, and whether its cards are counted by holes."""

    name: str
    by_hole: bool


class Shapes:
    """Gives rows their kinds; those of a file's own wait until `finished`."""

    def __init__(self, dialect: Dialect, name: str) -> None:
        """Begin; `name` is for a kind that the file gives no name."""
        self._is_own = dialect.is_own
        self._is_named = dialect.is_named
        self._name = name
        self.places = _content_places(dialect)
        self._names = tuple(dialect.columns[at].name for at in self.places)
        self._kinds_differ = bool(dialect.places(Role.KIND))
        self._waiting: dict[_Own, list[tuple[int, Values]]] = {}

    def shaped(self, kind: str, values: Values, at: int) -> Shaped | None:
        """Return what becomes of a row's values, None where its kind is still to be made.

        `kind` is what the file calls it, or empty; `at` tells the row again in `finished`.

        Raises:
            Faulty: the file has more kinds than is sensible.
        """
        if self._is_own:
            built_in = own_kind(kind) if kind else self._likely(values)
            held = {name: html for name, html in zip(self._names, values, strict=False) if html}
            if built_in is not None and held.keys() <= set(built_in.fields):
                fields = tuple((name, held.get(name, "")) for name in built_in.fields)
                return Shaped(built_in.guid, fields)
            self._wait(kind or self._name, values, at)
            return None
        known = (known_kind(kind) or own_kind(kind)) if kind else None
        if self._is_named or (kind and known is None):
            self._wait(kind or self._name, values, at)
            return None
        simple, values = _simple(known, values)
        return Shaped(simple.guid, sides(simple, values))

    def finished(self) -> tuple[tuple[Kind, ...], dict[int, Shaped]]:
        """Return the kinds of the file's own, and the fields of all rows that waited for them."""
        kinds: dict[str, Kind] = {}
        shaped: dict[int, Shaped] = {}
        for own, waiting in self._waiting.items():
            places = self._filled([values for _, values in waiting])
            names = (*self._names, *("" for _ in places))
            fields = field_names(names[place] for place in places)
            kind = named_kind(own.name, fields, by_hole=own.by_hole)
            kinds[kind.guid] = kind
            for at, values in waiting:
                held = (values[place] if place < len(values) else "" for place in places)
                shaped[at] = Shaped(kind.guid, tuple(zip(fields, held, strict=True)))
        return tuple(kinds.values()), shaped

    def _likely(self, values: Values) -> Kind:
        """The kind of a row that someone added by hand to our own CSV."""
        text = dict(zip(self._names, values, strict=False)).get(CLOZE.fields[0], "")
        return CLOZE if has_holes(text) else BASIC

    def _wait(self, name: str, values: Values, at: int) -> None:
        asked = values if self._is_own else values[:1]
        own = _Own(name, any(map(has_holes, asked)))
        if own not in self._waiting and len(self._waiting) >= MAX_KINDS:
            raise Faulty(f"its kind is one more than the {MAX_KINDS} that a file may have")
        self._waiting.setdefault(own, []).append((at, values))

    def _filled(self, waiting: list[Values]) -> tuple[int, ...]:
        """Which values are fields of a kind: all, but of many kinds those that its rows use."""
        width = max(len(self.places), *map(len, waiting))
        if not self._kinds_differ:
            return tuple(range(width))
        filled = {at for values in waiting for at, value in enumerate(values) if value} | {0}
        return tuple(sorted(filled)) if self._is_own else tuple(range(max(filled) + 1))


def _content_places(dialect: Dialect) -> tuple[int, ...]:
    """The places of what makes the fields: first what asks, then what answers, then the rest."""
    places = [at for at, column in enumerate(dialect.columns) if column.role in CONTENT]
    if dialect.is_own:
        return tuple(places)
    order = {Role.QUESTION: 0, Role.ANSWER: 1}
    return tuple(sorted(places, key=lambda at: order.get(dialect.columns[at].role, 2)))


def _simple(known: Kind | str | None, values: Values) -> tuple[Kind, Values]:
    """The kind of ours that suits, and its values in order."""
    if known is None:
        return (CLOZE if has_holes(values[0]) else BASIC), values
    if isinstance(known, str):
        is_filled = any(value.strip() for value in values[2:3])
        return (REVERSED if is_filled else BASIC), (*values[:2], *values[3:])
    if known.by_hole and not has_holes(values[0]):
        return BASIC, values
    return known, values
