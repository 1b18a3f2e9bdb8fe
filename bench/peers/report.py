"""What both took, as rows of a file and as a table to read."""

from __future__ import annotations

import json
from collections.abc import Sequence
from pathlib import Path
from statistics import median
from typing import TypedDict


class PeerRow(TypedDict):
    """One line of build/bench-peers.json; `ratio` is `value` to `peer_value`, good up to `goal`."""

    item: str
    value: float
    unit: str
    peer: str
    peer_value: float
    ratio: float
    goal: float
    rounds: int


def row(item: str, values: Sequence[float], peers: Sequence[float], goal: float) -> PeerRow:
    """Return the row of an item, in seconds, beside Anki."""
    value, peer = median(values), median(peers)
    return PeerRow(
        item=item,
        value=round(value, 3),
        unit="s",
        peer="anki",
        peer_value=round(peer, 3),
        ratio=round(value / peer, 3),
        goal=goal,
        rounds=len(values),
    )


def write(rows: Sequence[PeerRow], path: Path) -> None:
    """Write the rows as JSON."""
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text(json.dumps(rows, indent=1, ensure_ascii=False) + "\n", encoding="utf-8")


def table(rows: Sequence[PeerRow]) -> str:
    """Return the rows as a table of plain text."""
    lines = [f"{'item':58} {'ours':>9} {'anki':>9} {'ratio':>6} {'goal':>5} rounds"]
    for one in rows:
        verdict = "ok" if one["ratio"] <= one["goal"] else "MISSED"
        lines.append(
            f"{one['item']:58} {one['value']:8.2f}s {one['peer_value']:8.2f}s "
            f"{one['ratio']:6.2f} {one['goal']:5.2f} {one['rounds']:6} {verdict}"
        )
    return "\n".join(lines)
