"""The tree and Today say what is really there."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

import pytest

from aws_flash.application.overview import Overviews
from aws_flash.domain.card import Standing
from aws_flash.domain.days import day_number
from aws_flash.domain.review import Rating, Review, ReviewKind
from aws_flash.domain.settings import Settings
from aws_flash.domain.views import TodayView
from aws_flash.storage.tables import Tables
from tests.application.conftest import World


@pytest.fixture
def overviews(world: World) -> Overviews:
    return world.overviews


def study(world: World, *ratings: Rating, topic_id: int | None = 2) -> None:
    turn = world.study.begin(topic_id)
    for rating in ratings:
        turn = world.study.answer(turn, rating, 6000).value


def stand(world: World, topic_id: int, dues: tuple[int, ...]) -> None:
    """Put a topic's cards into box 2, due in so many days."""
    day = day_number(world.overviews.day())

    def body(tables: Tables) -> None:
        cards = [card for card in tables.cards.every() if card.topic_id == topic_id]
        tables.cards.put_all(
            replace(card, standing=Standing(box=2, rest=3, due=day + due))
            for card, due in zip(cards, dues, strict=True)
        )

    world.operations.run_without_step(body)


def answer_often(world: World, topic_id: int, days_ago: int, knew: int) -> None:
    """Note twenty answers to cards of a topic seen before, so many of them known."""
    day = day_number(world.overviews.day()) - days_ago
    seen = Standing(box=2, rest=3, due=day)
    rows = [
        Review(world.ids.new_id(), 1, topic_id, 0, day, ReviewKind.ANSWER, rating, seen, seen)
        for rating in [Rating.KNEW] * knew + [Rating.MISSED] * (20 - knew)
    ]
    world.operations.run_without_step(lambda tables: tables.reviews.put_all(rows))


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


def test_each_box_shows_its_cards_those_due_and_its_rest(world: World) -> None:
    world.options.change(Settings(rests=(2, 3, 4, 5, 6)))
    stand(world, topic_id=2, dues=(0, 0, 1, 9))
    boxes = [(one.box, one.cards, one.due, one.rest) for one in today(world).boxes]
    assert boxes == [(1, 0, 0, 2), (2, 4, 2, 3), (3, 0, 0, 4), (4, 0, 0, 5), (5, 0, 0, 6)]


def test_tomorrow_counts_what_falls_due_besides_today_s_own(world: World) -> None:
    study(world, Rating.MISSED, Rating.MISSED, Rating.KNEW)
    assert today(world).tomorrow == 2
    assert today(world, 3).tomorrow == 0
    world.watch.pass_by(days=1)
    assert (today(world).due, today(world).tomorrow) == (2, 0)
    world.watch.pass_by(days=1)
    assert (today(world).due, today(world).tomorrow) == (2, 1)


def test_siblings_are_not_among_the_cards_without_room(world: World) -> None:
    stand(world, topic_id=3, dues=(0, 0, 0, 0, 0))
    view = today(world, topic_id=3)
    assert (view.due, view.left_out) == (2, 0), "two notes, and three siblings"


def test_studying_ahead_is_offered_once_today_s_cards_are_done(world: World) -> None:
    world.options.change(Settings(new_a_day=1))
    stand(world, topic_id=2, dues=(0, 5, 5, 5))
    assert not today(world).can_study_ahead
    study(world, Rating.KNEW, topic_id=2)
    study(world, Rating.KNEW, topic_id=3)
    assert (today(world).cards, today(world).can_study_ahead) == (0, True)
    assert not today(world, topic_id=3).can_study_ahead, "its one card was answered today"


def test_the_weakest_topics_are_those_recalled_least_in_thirty_days(world: World) -> None:
    answer_often(world, topic_id=2, days_ago=29, knew=10)
    answer_often(world, topic_id=3, days_ago=0, knew=15)
    answer_often(world, topic_id=3, days_ago=30, knew=0)
    assert [(one.name, one.share) for one in today(world).weakest] == [("STS", 0.5), ("KMS", 0.75)]
    assert [one.name for one in today(world, topic_id=3).weakest] == ["KMS"]


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
