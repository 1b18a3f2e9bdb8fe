"""Where things go: the pure functions behind what is painted and laid out."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from aws_flash.ui.widgets.box_bar import segments
from aws_flash.ui.widgets.box_column import block_height
from aws_flash.ui.widgets.box_steps import step_rects
from aws_flash.ui.widgets.columns import column_widths, columns_that_fit
from aws_flash.ui.widgets.flow_layout import flow
from aws_flash.ui.widgets.heat_map import grid
from aws_flash.ui.widgets.meter import inline_columns, meter_box
from aws_flash.ui.widgets.scroll_page import side_margin
from aws_flash.ui.widgets.sheet import sheet_rect
from aws_flash.ui.widgets.toast import toast_rect

counts = st.lists(st.integers(0, 5000), min_size=6, max_size=6)
sizes = st.lists(st.tuples(st.integers(1, 300), st.integers(1, 60)), max_size=12)


@given(counts, st.integers(6, 200))
def test_a_bar_is_filled_from_end_to_end(counts: list[int], width: int) -> None:
    parts = segments(counts, width)
    assert sum(length for _, length in parts) == width
    assert all(start == sum(n for _, n in parts[:i]) for i, (start, _) in enumerate(parts))


@given(counts, st.integers(6, 200))
def test_no_box_with_cards_is_left_out_of_a_bar(counts: list[int], width: int) -> None:
    shown = [length > 0 for _, length in segments(counts, width)]
    assert shown == [count > 0 for count in counts] or sum(counts) == 0


def test_a_bar_shows_shares() -> None:
    assert segments([0, 1, 1, 0, 2, 0], 44) == [
        (0, 0),
        (0, 11),
        (11, 11),
        (22, 0),
        (22, 22),
        (44, 0),
    ]


def test_an_empty_bar_is_grey() -> None:
    assert segments([0] * 6, 44)[0] == (0, 44)


def test_a_block_stands_for_its_share_and_is_never_lost() -> None:
    assert [block_height(share, 64) for share in (0.0, 0.001, 0.5, 1.0)] == [0, 4, 32, 64]


@given(st.integers(60, 900))
def test_steps_stand_in_the_middle_and_inside(width: int) -> None:
    bars = step_rects(width, 52, 6)
    left, right = bars[0][0], width - bars[-1][0] - bars[-1][1]
    assert left >= 0
    assert abs(left - right) < 0.01


def test_columns_stack_when_one_would_be_too_narrow() -> None:
    assert columns_that_fit(5, 156, 832, 12) == 5
    assert columns_that_fit(5, 157, 832, 12) == 1


def test_four_columns_become_two_rows_of_two() -> None:
    assert columns_that_fit(4, 180, 400, 12) == 2


@given(st.lists(st.integers(1, 5), min_size=1, max_size=6), st.integers(300, 2000))
def test_columns_fill_the_width(stretches: list[int], width: int) -> None:
    widths = column_widths(stretches, width, 12)
    assert sum(widths) + 12 * (len(widths) - 1) == width


@given(sizes, st.integers(40, 800), st.sampled_from([0.0, 0.5, 1.0]))
def test_what_flows_stays_inside_and_apart(
    sizes: list[tuple[int, int]], width: int, align: float
) -> None:
    found = flow(sizes, width, 8, align)
    assert all(x >= 0 and x + w <= width for x, _, w, _ in found.places)
    assert all(y >= 0 and y + h <= found.height for _, y, _, h in found.places)
    for i, (x, y, _, high) in enumerate(found.places):
        for left, top, wide, tall in found.places[:i]:
            assert x >= left + wide or y >= top + tall or top >= y + high


def test_a_flow_breaks_into_rows() -> None:
    found = flow([(50, 20), (50, 30), (50, 20)], 110, 8)
    assert found.places == [(0, 5, 50, 20), (58, 0, 50, 30), (0, 38, 50, 20)]
    assert found.height == 58


def test_what_leads_a_row_stands_left_of_what_stands_right() -> None:
    found = flow([(50, 20), (30, 20), (30, 20)], 200, 10, align=1.0, leading=1)
    assert [x for x, *_ in found.places] == [0, 130, 170]
    found = flow([(50, 20), (30, 20), (30, 20)], 90, 10, align=1.0, leading=1)
    assert [(x, y) for x, y, *_ in found.places] == [(0, 0), (60, 0), (60, 30)]


@given(st.floats(200, 1200), st.integers(0, 111))
def test_a_cell_is_found_where_it_is_drawn(width: float, index: int) -> None:
    cells = grid(width, 16, 15)
    left, top, wide, high = cells.rect(index)
    assert cells.index_at(left + wide / 2, top + high / 2, 112) == index
    assert left + wide <= width + 0.01


def test_between_cells_is_no_cell() -> None:
    cells = grid(366, 16, 15)
    _, top, _, high = cells.rect(0)
    assert cells.index_at(3, top + high + 2, 112) is None
    assert cells.index_at(3, 3, 0) is None


def test_meters_deepen_with_what_is_known() -> None:
    assert [meter_box(share) for share in (0.0, 0.64, 0.65, 0.79, 0.8, 1.0)] == [2, 2, 3, 3, 4, 4]


def test_meters_of_one_width_have_their_bars_under_each_other() -> None:
    start, length = inline_columns(790, 32, 24)
    assert start + length + 24 + 32 == 790


def test_pages_keep_the_margins_of_the_design() -> None:
    assert [side_margin(width, 960) for width in (500, 912, 1200)] == [24, 40, 120]


def test_a_sheet_never_leaves_the_window() -> None:
    assert sheet_rect((520, 300), (1200, 780), 24) == (340, 192, 520, 300)
    assert sheet_rect((1040, 900), (800, 560), 24) == (24, 19, 752, 512)


def test_a_toast_stands_low_in_the_middle() -> None:
    assert toast_rect((300, 44), (1200, 780)) == (450, 712, 300, 44)
