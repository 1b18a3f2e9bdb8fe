"""The report: medians beside their floors, as rows in a file and as a table to read."""

from __future__ import annotations

import json
import math
from collections.abc import Sequence
from pathlib import Path
from statistics import median
from typing import NamedTuple, TypedDict

from bench.generator import Size

KEPT_DIGITS = 4


class Row(TypedDict):
    """One line of build/bench.json; `ratio` is `value` to `floor_value`, good up to `goal`."""

    item: str
    value: float
    unit: str
    floor: str
    floor_value: float
    ratio: float
    goal: float
    rounds: int


class Measured(NamedTuple):
    """What was measured of an item on a collection of so many cards."""

    item: str
    cards: int
    unit: str
    values: Sequence[float]
    floor: str
    floors: Sequence[float]
    goal: float
    quantile: float = 0.5


def quantile_of(values: Sequence[float], quantile: float) -> float:
    """Return the median, or the value below which so large a share of the others lies."""
    if quantile == 0.5:
        return median(values)
    ordered = sorted(values)
    return ordered[min(math.ceil(len(ordered) * quantile), len(ordered)) - 1]


def row_of(measured: Measured) -> Row:
    """Return the row of an item."""
    value = quantile_of(measured.values, measured.quantile)
    floor = quantile_of(measured.floors, measured.quantile)
    return Row(
        item=f"{measured.item}, {thousands(measured.cards)} cards",
        value=kept(value),
        unit=measured.unit,
        floor=measured.floor,
        floor_value=kept(floor),
        ratio=kept(value / floor),
        goal=measured.goal,
        rounds=len(measured.values),
    )


def growths(measured: Sequence[Measured]) -> list[str]:
    """Return how much each item grew from the smallest to the largest collection."""
    lines = []
    for item in dict.fromkeys(one.item for one in measured):
        sizes = sorted((one for one in measured if one.item == item), key=lambda one: one.cards)
        least, most = sizes[0], sizes[-1]
        if least.cards < most.cards:
            grew = quantile_of(most.values, most.quantile) / quantile_of(
                least.values, least.quantile
            )
            allowed = n_log_n(least.cards, most.cards)
            verdict = "ok" if grew <= allowed else "TOO MUCH"
            sizes_told = f"{thousands(least.cards)} to {thousands(most.cards)}"
            lines.append(
                f"{item}: x {grew:.2f} from {sizes_told} (n log n: {allowed:.1f}) {verdict}"
            )
    return lines


def n_log_n(few: int, many: int) -> float:
    """Return how much n log n grows between two sizes."""
    return many * math.log(many) / (few * math.log(few))


def thousands(cards: int) -> str:
    """Return a number of cards as people say it: "100 k"."""
    if cards % 1_000_000 == 0:
        return f"{cards // 1_000_000} M"
    return f"{cards // 1000} k" if cards % 1000 == 0 else str(cards)


def size_of(cards: int, today: int) -> Size:
    """Return the size of a collection: ten reviews a card, the topics growing with its root."""
    return Size(cards, cards * 10, today=today)


def write(rows: Sequence[object], path: Path) -> None:
    """Write the rows as JSON."""
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text(json.dumps(rows, indent=1, ensure_ascii=False) + "\n", encoding="utf-8")


def table(rows: Sequence[Row]) -> str:
    """Return the rows as a table of plain text; what misses its goal is marked."""
    head = ("item", "value", "floor", "ratio", "goal", "rounds", "")
    lines = [head, *(_cells(row) for row in rows)]
    widths = [max(len(line[place]) for line in lines) for place in range(len(head))]
    return "\n".join(
        "  ".join(
            cell.ljust(width) if place == 0 else cell.rjust(width)
            for place, (cell, width) in enumerate(zip(line, widths, strict=True))
        ).rstrip()
        for line in lines
    )


def _cells(row: Row) -> tuple[str, ...]:
    return (
        row["item"],
        f"{row['value']:.4g} {row['unit']}",
        f"{row['floor_value']:.4g} {row['unit']}",
        f"{row['ratio']:.2f}",
        f"{row['goal']:.2f}",
        str(row["rounds"]),
        "ok" if row["ratio"] <= row["goal"] else "MISSED",
    )


def kept(number: float) -> float:
    """Return a figure as it is written: four digits of it."""
    return float(f"{number:.{KEPT_DIGITS}g}")
