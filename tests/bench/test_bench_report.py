from __future__ import annotations

import json
from pathlib import Path

import pytest

from bench.report import Measured, Row, growths, quantile_of, row_of, table, thousands, write


def painted(cards: int, *values: float, goal: float = 2, quantile: float = 0.5) -> Measured:
    return Measured("paint", cards, "ms", values, "bare", (10.0, 20.0, 30.0), goal, quantile)


def test_a_row_holds_medians_and_their_ratio() -> None:
    assert row_of(painted(10_000, 50.0, 30.0, 900.0)) == Row(
        item="paint, 10 k cards",
        value=50,
        unit="ms",
        floor="bare",
        floor_value=20,
        ratio=2.5,
        goal=2,
        rounds=3,
    )


def test_a_tail_is_compared_with_the_tail_of_its_floor() -> None:
    row = row_of(painted(10_000, *(float(value) for value in range(1, 101)), quantile=0.99))

    assert (row["value"], row["floor_value"]) == (99, 30)


@pytest.mark.parametrize(("quantile", "value"), [(0.5, 2.5), (0.75, 3.0), (0.99, 4.0)])
def test_a_quantile_is_a_value_that_was_measured_but_for_the_median(
    quantile: float, value: float
) -> None:
    assert quantile_of([4.0, 1.0, 3.0, 2.0], quantile) == value


def test_growth_beyond_n_log_n_is_told() -> None:
    fine = [painted(100_000, 60.0), painted(10_000, 5.0)]
    steep = [painted(10_000, 5.0), painted(100_000, 70.0)]

    assert growths(fine) == ["paint: x 12.00 from 10 k to 100 k (n log n: 12.5) ok"]
    assert growths(steep) == ["paint: x 14.00 from 10 k to 100 k (n log n: 12.5) TOO MUCH"]


def test_one_size_alone_tells_no_growth() -> None:
    assert growths([painted(10_000, 5.0)]) == []


def test_the_table_marks_what_misses_its_goal() -> None:
    rows = [row_of(painted(10_000, 40.0)), row_of(painted(10_000, 41.0))]

    verdicts = [line.split()[-1] for line in table(rows).splitlines()[1:]]

    assert verdicts == ["ok", "MISSED"]


def test_the_file_is_a_list_of_rows(tmp_path: Path) -> None:
    rows = [row_of(painted(10_000, 40.0))]

    write(rows, tmp_path / "build" / "bench.json")

    assert json.loads((tmp_path / "build" / "bench.json").read_text(encoding="utf-8")) == rows


@pytest.mark.parametrize(
    ("cards", "text"), [(400, "400"), (10_000, "10 k"), (100_000, "100 k"), (1_000_000, "1 M")]
)
def test_numbers_of_cards_are_said_shortly(cards: int, text: str) -> None:
    assert thousands(cards) == text
