"""Where the parts of a row lie, at every width, depth and text size."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from aws_flash.ui.topics.row_places import depth_at, row_places

SCALES = st.sampled_from((1.0, 1.1, 1.25, 1.5, 1.75, 2.0))


def test_a_row_is_as_drawn() -> None:
    names = [row_places(287, depth, 22, 1.0).name for depth in (0, 1, 2)]
    assert names == [38, 50, 70]
    first = row_places(287, 0, 22, 1.0)
    assert (first.chevron, first.name_end, first.bar, first.end) == (25, 192, 197, 269)


@given(st.integers(180, 900), st.integers(0, 29), st.integers(16, 60), SCALES)
def test_nothing_lies_over_anything(width: int, depth: int, number: int, scale: float) -> None:
    number = round(number * scale)
    width = max(width, round(180 * scale))
    places = row_places(width, depth, number, scale)
    after_name = places.end - number if places.bar is None else places.bar
    assert 0 < places.chevron < places.name < places.name_end <= after_name
    assert places.end < width


@given(st.integers(220, 900), st.integers(0, 29), SCALES)
def test_a_name_keeps_room_however_deep(width: int, depth: int, scale: float) -> None:
    places = row_places(round(width * scale), depth, round(22 * scale), scale)
    assert places.name_end - places.name >= round(60 * scale)


@given(st.integers(0, 8), SCALES)
def test_a_drop_under_a_name_means_its_depth(depth: int, scale: float) -> None:
    assert depth_at(row_places(2000, depth, 22, scale).name, scale) == depth
