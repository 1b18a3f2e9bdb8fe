"""The rules of the boxes, each stated once."""

from __future__ import annotations

from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from aws_flash.domain.card import BOXES, NEW, Standing
from aws_flash.domain.leitner import (
    Calendar,
    Outcome,
    box_if_known,
    days_to_count,
    grade,
    relearn,
    spread,
    spread_window,
)
from aws_flash.domain.review import Rating, ReviewKind
from aws_flash.domain.settings import LONGEST_REST, Fall, Settings
from tests.domain.box_strategies import (
    TODAY,
    calendars,
    card_ids,
    loads,
    ratings,
    seen,
    settings,
    standings,
)

GENTLE, CLASSIC = Settings(), Settings(fall=Fall.CLASSIC)
boxes = st.integers(1, BOXES)


def answer(
    box: int, rating: Rating, rules: Settings = GENTLE, day: int = TODAY, rest: int = 9
) -> Outcome:
    standing = NEW if box == 0 else Standing(box=box, rest=rest, due=day, streak=1)
    return grade(standing, rating, 77, Calendar(TODAY), rules)


def due(outcome: Outcome) -> int:
    assert outcome.after.due is not None
    return outcome.after.due


@given(standings, ratings, card_ids, calendars, settings)
def test_a_graded_card_stands_in_a_box_and_rests(
    standing: Standing, rating: Rating, card_id: int, calendar: Calendar, rules: Settings
) -> None:
    after = grade(standing, rating, card_id, calendar, rules).after
    assert 1 <= after.box <= BOXES
    assert after.rest >= 1


@given(standings, ratings, card_ids, calendars, settings)
def test_an_answered_card_is_never_due_today_or_before(
    standing: Standing, rating: Rating, card_id: int, calendar: Calendar, rules: Settings
) -> None:
    assert due(grade(standing, rating, card_id, calendar, rules)) > TODAY


@pytest.mark.parametrize(("rating", "box"), [(Rating.KNEW, 2), (Rating.MISSED, 1)])
def test_the_first_look_leads_to_box_two_or_one(rating: Rating, box: int) -> None:
    outcome = answer(0, rating)
    assert (outcome.kind, outcome.after.box) == (ReviewKind.ANSWER, box)


@given(boxes, settings)
def test_a_known_card_moves_one_box_up_and_stays_in_the_last(box: int, rules: Settings) -> None:
    assert answer(box, Rating.KNEW, rules).after.box == min(box + 1, BOXES)


@given(boxes)
def test_a_missed_card_gently_moves_one_box_down_never_under_one(box: int) -> None:
    assert answer(box, Rating.MISSED, GENTLE).after.box == max(box - 1, 1)


@given(boxes)
def test_a_missed_card_classically_moves_back_to_box_one(box: int) -> None:
    assert answer(box, Rating.MISSED, CLASSIC).after.box == 1


@given(standings.filter(lambda standing: (standing.due or 0) <= TODAY), card_ids, settings)
def test_a_missed_card_rests_one_day_whatever_its_box(
    standing: Standing, card_id: int, rules: Settings
) -> None:
    after = grade(standing, Rating.MISSED, card_id, Calendar(TODAY), rules).after
    assert (after.rest, after.due) == (1, TODAY + 1)


@given(st.integers(0, BOXES - 1), settings)
def test_a_known_card_rests_as_its_new_box_says(box: int, rules: Settings) -> None:
    after = answer(box, Rating.KNEW, rules).after
    assert after.rest == rules.rests[after.box - 1]


def test_in_the_last_box_the_rest_doubles_up_to_a_year() -> None:
    rest = 30
    found = []
    for _ in range(5):
        rest = answer(BOXES, Rating.KNEW, rest=rest).after.rest
        found.append(rest)
    assert found == [60, 120, 240, 365, 365]


@given(st.integers(1, LONGEST_REST))
def test_an_imported_rest_in_the_last_box_is_doubled_not_replaced(rest: int) -> None:
    after = answer(BOXES, Rating.KNEW, rest=rest).after
    assert after.rest == min(max(2 * rest, 30), LONGEST_REST)


def test_an_imported_rest_of_more_than_a_year_is_kept() -> None:
    assert answer(BOXES, Rating.KNEW, rest=700).after.rest == 700


@given(seen.filter(lambda standing: (standing.due or 0) > TODAY), ratings, card_ids, settings)
def test_an_early_answer_moves_nothing(
    standing: Standing, rating: Rating, card_id: int, rules: Settings
) -> None:
    outcome = grade(standing, rating, card_id, Calendar(TODAY), rules)
    assert outcome.kind is ReviewKind.EARLY
    assert outcome.after == standing


@given(boxes, ratings, st.integers(0, 300))
def test_an_overdue_card_moves_like_one_on_its_day(
    box: int, rating: Rating, days_late: int
) -> None:
    late, punctual = answer(box, rating, day=TODAY - days_late), answer(box, rating)
    assert late.after == punctual.after


@given(boxes, ratings, st.integers(0, 20))
def test_in_the_final_window_an_early_answer_moves_the_card(
    box: int, rating: Rating, days_in: int
) -> None:
    standing = Standing(box=box, rest=14, due=TODAY + 5)
    calendar = Calendar(TODAY, latest=TODAY - days_in)
    assert grade(standing, rating, 7, calendar, GENTLE).kind is ReviewKind.ANSWER


@given(standings, ratings, card_ids, calendars, settings)
def test_a_missed_card_returns_and_a_known_one_does_not(
    standing: Standing, rating: Rating, card_id: int, calendar: Calendar, rules: Settings
) -> None:
    outcome = grade(standing, rating, card_id, calendar, rules)
    assert outcome.returns == (rating is Rating.MISSED)


@given(seen, ratings)
def test_a_repeat_moves_no_box_and_does_not_return_again(
    standing: Standing, rating: Rating
) -> None:
    assert relearn(standing, rating) == Outcome(
        rating, ReviewKind.RELEARN, standing, standing, returns=False
    )


@given(boxes, ratings)
def test_streak_counts_answers_known_in_a_row(box: int, rating: Rating) -> None:
    assert answer(box, rating).after.streak == (2 if rating is Rating.KNEW else 0)


@given(st.integers(0, BOXES), settings)
def test_a_miss_is_a_lapse_only_if_the_card_had_been_known(box: int, rules: Settings) -> None:
    assert answer(box, Rating.MISSED, rules).after.lapses == int(box >= 2)


@given(st.integers(7, LONGEST_REST), card_ids, loads)
def test_a_week_or_more_lands_within_a_tenth_of_the_rest(
    rest: int, card_id: int, loads: dict[int, int]
) -> None:
    days = spread(rest, card_id, Calendar(TODAY, loads)) - TODAY
    assert abs(days - rest) <= max(1, rest / 10)


@pytest.mark.parametrize(
    ("rest", "first", "last"), [(7, 6, 8), (14, 13, 15), (30, 27, 33), (240, 216, 264)]
)
def test_the_days_a_rest_may_land_on(rest: int, first: int, last: int) -> None:
    days = spread_window(rest, TODAY)
    assert (days[0] - TODAY, days[-1] - TODAY) == (first, last)


@given(st.integers(1, 6), card_ids, loads)
def test_less_than_a_week_lands_on_its_very_day(
    rest: int, card_id: int, loads: dict[int, int]
) -> None:
    assert spread(rest, card_id, Calendar(TODAY, loads)) == TODAY + rest


@given(st.integers(1, LONGEST_REST), card_ids, loads)
def test_a_rest_lands_on_the_least_loaded_day_it_may(
    rest: int, card_id: int, loads: dict[int, int]
) -> None:
    day = spread(rest, card_id, Calendar(TODAY, loads))
    assert loads.get(day, 0) == min(loads.get(one, 0) for one in spread_window(rest, TODAY))


@given(standings, ratings, card_ids, loads, settings, st.integers(1, 120))
def test_no_moved_card_rests_past_the_start_of_the_final_window(
    standing: Standing,
    rating: Rating,
    card_id: int,
    loads: dict[int, int],
    rules: Settings,
    ahead: int,
) -> None:
    calendar = Calendar(TODAY, loads, latest=TODAY + ahead)
    outcome = grade(standing, rating, card_id, calendar, rules)
    assert outcome.kind is ReviewKind.EARLY or TODAY < due(outcome) <= TODAY + ahead


@given(st.integers(0, 2**62))
def test_cards_with_neighbouring_ids_part_ways_over_equal_days(first_id: int) -> None:
    days = spread_window(30, TODAY)
    landed = {spread(30, first_id + step, Calendar(TODAY)) for step in range(len(days))}
    assert landed == set(days)


@given(standings, card_ids, calendars, settings)
def test_the_date_on_the_button_is_the_date_stored(
    standing: Standing, card_id: int, calendar: Calendar, rules: Settings
) -> None:
    shown = grade(standing, Rating.KNEW, card_id, calendar, rules)
    assert grade(standing, Rating.KNEW, card_id, calendar, rules) == shown


@given(standings, card_ids, loads, settings)
def test_only_the_days_to_count_decide_where_a_card_lands(
    standing: Standing, card_id: int, loads: dict[int, int], rules: Settings
) -> None:
    days = days_to_count(standing, TODAY, rules)
    counted = {day: load for day, load in loads.items() if day in days}
    full, needed = Calendar(TODAY, loads), Calendar(TODAY, counted)
    assert grade(standing, Rating.KNEW, card_id, full, rules) == grade(
        standing, Rating.KNEW, card_id, needed, rules
    )


@given(seen, ratings, card_ids, settings, st.integers(1, 5000))
def test_a_clock_set_back_never_makes_an_answered_card_due_at_once(
    standing: Standing, rating: Rating, card_id: int, rules: Settings, back: int
) -> None:
    first = grade(standing, rating, card_id, Calendar(TODAY), rules).after
    second = grade(first, rating, card_id, Calendar(TODAY - back), rules)
    assert due(second) > TODAY - back
    assert second.after == first


def test_knowing_a_card_climbs_all_boxes_in_four_answers() -> None:
    standing, path = NEW, list[tuple[int, int]]()
    for _ in range(4):
        assert box_if_known(standing) == min(max(standing.box, 1) + 1, BOXES)
        day = standing.due or TODAY
        standing = grade(standing, Rating.KNEW, 7, Calendar(day), GENTLE).after
        path.append((standing.box, standing.rest))
    assert path == [(2, 3), (3, 7), (4, 14), (5, 30)]


@given(standings, card_ids, settings, st.integers(0, 500))
def test_a_miss_in_gentle_never_falls_lower_than_in_classic(
    standing: Standing, card_id: int, rules: Settings, late: int
) -> None:
    day = max(standing.due or TODAY, TODAY) + late
    gentle, classic = (
        grade(standing, Rating.MISSED, card_id, Calendar(day), replace(rules, fall=fall)).after
        for fall in (Fall.GENTLE, Fall.CLASSIC)
    )
    assert gentle.box >= classic.box
