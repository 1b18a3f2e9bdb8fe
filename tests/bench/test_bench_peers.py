from __future__ import annotations

from functools import partial

import pytest

from bench.peers.comparison import Comparison, measured
from bench.peers.report import Compared, PeerRow, row_of, table
from bench.peers.turns import by_turns


def taken(item: str, *values: float, goal: float | None = 1.0) -> Compared:
    return Compared(item, values, (2.0, 4.0, 9.0), goal)


def comparison(done: list[str], *names: str) -> Comparison:
    def measure() -> list[Compared]:
        done.extend(names)
        return [taken(name, 1.0) for name in names]

    return Comparison(names, measure)


def test_a_row_holds_both_medians_and_their_ratio() -> None:
    assert row_of(taken("import", 3.0, 1.0, 2.0)) == PeerRow(
        item="import",
        value=2,
        unit="s",
        peer="anki",
        peer_value=4,
        ratio=0.5,
        goal=1,
        rounds=3,
    )


def test_a_tail_is_compared_with_the_tail_of_its_peer() -> None:
    row = row_of(Compared("answer", (1.0, 2.0), (3.0, 4.0), 1.0, quantile=0.99))

    assert (row["value"], row["peer_value"]) == (2, 4)


@pytest.mark.parametrize(
    ("value", "goal", "verdict"),
    [(4.0, 1.0, "ok"), (4.1, 1.0, "MISSED"), (4.1, None, "to be known")],
)
def test_the_table_tells_what_misses_its_goal(
    value: float, goal: float | None, verdict: str
) -> None:
    line = table([row_of(taken("import", value, goal=goal))]).splitlines()[1]

    assert line.endswith(f"{verdict} (anki)")


def test_only_what_a_word_names_is_measured() -> None:
    done: list[str] = []
    groups = [comparison(done, "import apkg", "export apkg"), comparison(done, "import CSV")]

    assert [row.item for row in measured(groups, "EXPORT")] == ["export apkg"]
    assert done == ["import apkg", "export apkg"]


def test_without_a_word_everything_is_measured() -> None:
    done: list[str] = []

    rows = [row.item for row in measured([comparison(done, "one"), comparison(done, "two")], "")]

    assert rows == ["one", "two"]


def test_both_sides_take_turns_in_going_first() -> None:
    order: list[str] = []

    by_turns(3, partial(order.append, "we"), partial(order.append, "they"))

    assert order == ["they", "we", "we", "they", "they", "we"]
