"""Ids of statements, declared one by one and as ranges."""

from __future__ import annotations

import pytest

from aws_flash.domain.statement_ids import MOST, declared_ids


@pytest.mark.parametrize(
    ("written", "ids"),
    [
        (["S01 to S03"], {"S01", "S02", "S03"}),
        (["S99 to S101"], {"S99", "S100", "S101"}),
        (["7 to 8", "intro"], {"7", "8", "intro"}),
        (["A1 to B3"], {"A1 to B3"}),
        (["S03 to S01"], set()),
        ([], set()),
    ],
)
def test_a_range_stands_for_all_its_ids(written: list[str], ids: set[str]) -> None:
    assert declared_ids(written) == ids


def test_a_range_without_measure_is_cut() -> None:
    assert len(declared_ids(["S1 to S999999999"])) == MOST + 1
