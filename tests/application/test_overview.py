"""The tree and Today say what is really there."""

from __future__ import annotations

from datetime import date

import pytest

from aws_flash.application.overview import Overviews
from aws_flash.domain.review import Rating
from aws_flash.domain.settings import Settings
from aws_flash.domain.views import TodayView
from tests.application.conftest import World


@pytest.fixture
def overviews(world: World) -> Overviews:
    return world.overviews


def study(world: World, *ratings: Rating, topic_id: int | None = 2) -> None:
    turn = world.study.begin(topic_id)
    for rating in ratings:
        turn = world.study.answer(turn, rating, 6000).value


def today(world: World, topic_id: int | None = None) -> TodayView:
    return world.overviews.look(topic_id).today


def test_a_first_launch_offers_new_cards_and_their_minutes(world: World) -> None:
    view = today(world)
    assert (view.due, view.new, view.minutes, view.left_out) == (0, 6, 2, 0)
    assert (view.streak, view.weakest, view.welcome) == (0, (), None)
    assert not view.can_study_ahead


def test_what_today_counts_is_what_a_session_asks(world: World) -> None:
    study(world, Rating.KNEW, Rating.MISSED)
    world.watch.pass_by(days=4)
    for topic_id in (None, 2, 3):
        view = today(world, topic_id)
        choice = world.study.begin(topic_id).session.choice
        assert (view.due, view.new) == (choice.due, choice.new)


def test_the_tree_sums_what_lies_below(world: World) -> None:
    rows = {row.name: row for row in world.overviews.look().tree}
    assert [row.depth for row in world.overviews.look().tree] == [0, 1, 1]
    assert rows["AWS"].boxes == (9, 0, 0, 0, 0, 0)
    assert rows["AWS"].today == rows["KMS"].today + rows["STS"].today == 9


def test_boxes_and_the_day_follow_answers(world: World) -> None:
    study(world, Rating.KNEW, Rating.MISSED)
    view = today(world)
    assert [(box.box, box.cards) for box in view.boxes][:2] == [(1, 1), (2, 1)]
    assert view.answered == 2
    assert view.streak == 1
    assert view.day == date(2026, 11, 24)


def test_tomorrow_counts_what_falls_due(world: World) -> None:
    study(world, Rating.MISSED, Rating.MISSED)
    assert today(world).tomorrow == 2
    assert today(world, 3).tomorrow == 0


def test_a_streak_longer_than_the_weeks_shown_is_counted_whole(world: World) -> None:
    for _ in range(130):
        study(world, Rating.MISSED, topic_id=None)
        world.watch.pass_by(days=1)
    assert today(world).streak == 130


def test_a_scope_that_is_gone_counts_as_everything(world: World) -> None:
    assert today(world, topic_id=99).topic_id is None
    assert today(world, topic_id=2).topic_name == "STS"


def test_after_missed_days_there_are_offers_with_dates(world: World) -> None:
    for number in range(6):
        world.authoring.add_card(f"One more, {number}?", "Yes", topic_id=2)
    study(world, *[Rating.KNEW] * 10, topic_id=None)
    world.options.change(Settings(minutes_a_day=1))
    world.watch.pass_by(days=1)
    assert today(world).welcome is None
    world.watch.pass_by(days=20)
    welcome = today(world).welcome
    assert welcome is not None
    assert welcome.days_away == 20
    assert [offer.minutes for offer in welcome.offers] == [10, 20, 40]
    assert all(offer.clear_on and offer.clear_on >= today(world).day for offer in welcome.offers)
    assert today(world, topic_id=2).welcome is None


def test_when_the_minutes_are_used_up_the_rest_waits_and_more_can_be_asked_for(
    world: World,
) -> None:
    study(world, *[Rating.MISSED] * 4, topic_id=2)
    world.watch.pass_by(days=1)
    world.options.change(Settings(minutes_a_day=1))
    turn = world.study.begin()
    world.study.answer(turn, Rating.MISSED, 60_000)
    view = today(world)
    assert (view.due, view.new, view.left_out, view.minutes) == (0, 0, 3, 1)
    assert world.study.begin().session.total > 0


def test_the_catch_up_line_says_by_when(world: World) -> None:
    study(world, Rating.KNEW, Rating.KNEW)
    world.watch.pass_by(days=20)
    world.options.catch_up(20)
    line = today(world).catch_up
    assert line is not None
    assert line.minutes == 20
    assert line.clear_on is not None
    assert line.clear_on >= today(world).day


def test_where_nothing_is_left_to_clear_no_pace_is_told(world: World) -> None:
    study(world, Rating.KNEW)
    world.options.catch_up(20)
    assert today(world).catch_up is None
    world.watch.pass_by(days=20)
    assert today(world).catch_up is not None
    assert today(world, topic_id=3).catch_up is None, "nothing is due in that branch"
