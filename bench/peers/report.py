"""What both took, as rows of a file and as a table to read."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Final, NamedTuple, TypedDict

from bench.report import kept, quantile_of

ANKI: Final = "anki"


class PeerRow(TypedDict):
    """One line of build/bench-peers.json; `ratio` is `value` to `peer_value`, good up to `goal`.

    Rows without a goal are there to be known.
    """

    item: str
    value: float
    unit: str
    peer: str
    peer_value: float
    ratio: float
    goal: float | None
    rounds: int


class Compared(NamedTuple):
    """What was measured of an item, here and of its peer."""

    item: str
    values: Sequence[float]
    peers: Sequence[float]
    goal: float | None
    peer: str = ANKI
    unit: str = "s"
    quantile: float = 0.5


def row_of(compared: Compared) -> PeerRow:
    """Return the row of an item."""
    value = quantile_of(compared.values, compared.quantile)
    peer = quantile_of(compared.peers, compared.quantile)
    return PeerRow(
        item=compared.item,
        value=kept(value),
        unit=compared.unit,
        peer=compared.peer,
        peer_value=kept(peer),
        ratio=kept(value / peer),
        goal=compared.goal,
        rounds=len(compared.values),
    )


def table(rows: Sequence[PeerRow]) -> str:
    """Return the rows as a table of plain text; what misses its goal is marked."""
    head = f"{'item':58} {'ours':>10} {'peer':>10} {'ratio':>6} {'goal':>5} rounds"
    return "\n".join([head, *map(_line, rows)])


def _line(one: PeerRow) -> str:
    goal = "-" if one["goal"] is None else f"{one['goal']:.2f}"
    return (
        f"{one['item']:58} {_told(one['value'], one['unit'])} "
        f"{_told(one['peer_value'], one['unit'])} {one['ratio']:6.2f} {goal:>5} "
        f"{one['rounds']:6} {_verdict(one)} ({one['peer']})"
    )


def _verdict(one: PeerRow) -> str:
    if one["goal"] is None:
        return "to be known"
    return "ok" if one["ratio"] <= one["goal"] else "MISSED"


def _told(number: float, unit: str) -> str:
    return f"{number:.4g} {unit}".rjust(10)
