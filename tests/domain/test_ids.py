"""Identities grow with time, never repeat, and fit into 63 bits."""

from __future__ import annotations

from collections.abc import Iterator

from hypothesis import given
from hypothesis import strategies as st

from aws_flash.domain.ids import IdSource

moments = st.lists(st.integers(0, 2**42 - 1), min_size=1, max_size=30)


def source(moments: list[int], chance: list[int]) -> IdSource:
    times: Iterator[int] = iter(moments)
    draws: Iterator[int] = iter(chance)
    return IdSource(lambda: next(times), lambda bits: next(draws) % 2**bits)


@given(moments, st.lists(st.integers(0, 2**64), min_size=30, max_size=30))
def test_ids_grow_even_when_the_clock_is_set_back(moments: list[int], chance: list[int]) -> None:
    made = source(moments, chance)
    ids = [made.new_id() for _ in moments]
    assert ids == sorted(set(ids))


@given(st.integers(0, 2**42 - 1), st.integers(0, 2**64))
def test_an_id_fits_into_sqlite_s_integers(moment: int, chance: int) -> None:
    assert 0 < source([moment], [chance]).new_id() < 2**63


@given(st.integers(1, 2**42 - 1), st.integers(0, 2**21 - 1), st.integers(0, 2**21 - 1))
def test_ids_of_two_machines_follow_time(moment: int, one: int, other: int) -> None:
    assert source([moment - 1], [one]).new_id() < source([moment], [other]).new_id()


@given(st.integers(0, 2**64 - 1))
def test_a_guid_is_ten_letters_and_digits(chance: int) -> None:
    guid = source([], [chance]).new_guid()
    assert len(guid) == 10
    assert guid.isascii()
    assert guid.isalnum()


@given(st.integers(0, 62**10 - 1), st.integers(0, 62**10 - 1))
def test_other_chance_gives_another_guid(one: int, other: int) -> None:
    same = source([], [one]).new_guid() == source([], [other]).new_guid()
    assert same == (one == other)
