"""A session as the user lives it, from the first card to the last undo."""

from __future__ import annotations

from dataclasses import replace

import pytest

from aws_flash.application.study import Turn
from aws_flash.domain.card import NEW, Standing
from aws_flash.domain.changes import Action, Changed
from aws_flash.domain.days import day_number
from aws_flash.domain.errors import Gone
from aws_flash.domain.review import Rating, Review, ReviewKind
from aws_flash.domain.session import SessionKind, summary
from aws_flash.storage.tables import Tables
from tests.application.conftest import World

KNEW, MISSED = Rating.KNEW, Rating.MISSED


def asked(turn: Turn) -> str:
    """The question on screen."""
    assert turn.asked is not None
    return turn.asked.face.question.html


def reviews(world: World) -> list[Review]:
    return world.operations.read(lambda tables: list(tables.reviews.every()))


def answered(world: World, turn: Turn, *ratings: Rating) -> Turn:
    for rating in ratings:
        turn = world.study.answer(turn, rating, 5000).value
    return turn


def test_a_new_collection_begins_with_the_first_cards_of_the_tree(world: World) -> None:
    turn = world.study.begin()
    assert turn.asked is not None
    assert turn.asked.path == ("AWS", "KMS")
    assert turn.session.choice.new == turn.session.total == 6


def test_a_session_over_a_branch_asks_only_its_cards(world: World) -> None:
    turn = world.study.begin(topic_id=2)
    questions = []
    while turn.asked is not None:
        questions.append(asked(turn))
        turn = answered(world, turn, KNEW)
    assert questions == [f"Question {number}?" for number in range(4)]


def test_siblings_wait_for_another_day(world: World) -> None:
    turn = world.study.begin(topic_id=3)
    assert turn.session.total == 2
    assert len(turn.session.choice.siblings) == 3


def test_the_date_on_the_button_is_the_date_stored(world: World) -> None:
    turn = world.study.begin()
    assert turn.asked is not None
    promised = turn.asked.if_knew.after
    answered(world, turn, KNEW)
    (review,) = reviews(world)
    assert review.after == promised
    card = turn.asked.card
    stored = world.operations.read(lambda tables: tables.cards.get_all([card.id])[card.id])
    assert stored.standing == promised


def test_a_rest_lands_on_the_day_with_the_fewest_cards(world: World) -> None:
    today = day_number(world.overviews.day())

    def body(tables: Tables) -> None:
        cards = [card for card in tables.cards.every() if card.topic_id == 2]
        tables.cards.put_all(
            replace(card, standing=Standing(box=2, rest=3, due=due))
            for card, due in zip(cards, (today, today + 7, today + 8, today + 9), strict=True)
        )

    world.operations.run_without_step(body)
    answered(world, world.study.begin(topic_id=2), KNEW)
    assert reviews(world)[-1].after.due == today + 6


def test_a_missed_card_comes_back_at_the_end_and_then_moves_no_box(world: World) -> None:
    turn = world.study.begin(topic_id=2)
    first = asked(turn)
    turn = answered(world, turn, MISSED, KNEW, KNEW, KNEW)
    assert asked(turn) == first
    turn = answered(world, turn, KNEW)
    assert turn.asked is None
    last = reviews(world)[-1]
    assert (last.kind, last.before) == (ReviewKind.RELEARN, last.after)
    assert summary(turn.session).climbed == 3


def test_time_beyond_a_minute_is_not_counted(world: World) -> None:
    world.study.answer(world.study.begin(), KNEW, 3_600_000)
    assert [review.took for review in reviews(world)] == [60_000]


def test_undo_asks_the_card_again_as_if_nothing_had_been_said(world: World) -> None:
    turn = world.study.begin(topic_id=2)
    before = turn
    turn = answered(world, turn, MISSED, KNEW)
    for _ in range(2):
        done = world.study.undo(turn.session)
        assert done.value is not None
        turn = done.value
    assert turn == before
    assert all(review.undone for review in reviews(world))


def test_redo_gives_the_answer_again(world: World) -> None:
    after = turn = answered(world, world.study.begin(topic_id=2), MISSED, KNEW)
    for move in (world.study.undo, world.study.undo, world.study.redo, world.study.redo):
        moved = move(turn.session).value
        assert moved is not None
        turn = moved
    assert turn == after
    assert not any(review.undone for review in reviews(world))


def test_a_repeat_of_an_earlier_session_can_be_taken_back_and_given_again(world: World) -> None:
    answered(world, world.study.begin(topic_id=2), MISSED, KNEW, KNEW, KNEW, MISSED)
    turn = world.study.begin(topic_id=3)
    back = world.study.undo(turn.session).value
    assert back is not None
    assert asked(back) == "Question 0?"
    again = world.study.redo(back.session).value
    assert again is not None
    assert asked(again) == asked(turn)
    assert not any(review.undone for review in reviews(world))
    assert world.study.undo(again.session).value == back


def test_an_answer_can_be_taken_back_after_the_program_was_closed(world: World) -> None:
    answered(world, world.study.begin(topic_id=2), KNEW, MISSED)
    world.collection.close()
    later = World(world.folder, world.watch)
    try:
        turn = later.study.begin(topic_id=2)
        for expected in ("Question 1?", "Question 0?"):
            done = later.study.undo(turn.session)
            assert done.value is not None
            turn = done.value
            assert asked(turn) == expected
            assert turn.asked is not None
            assert turn.asked.card.standing == NEW
        assert later.study.undo(turn.session).value is None
        redone = later.study.redo(turn.session).value
        assert redone is not None
        assert asked(redone) == "Question 1?"
    finally:
        later.collection.close()


def test_the_answers_of_yesterday_stay(world: World) -> None:
    answered(world, world.study.begin(topic_id=2), KNEW)
    world.collection.close()
    world.watch.pass_by(days=1)
    later = World(world.folder, world.watch)
    assert later.study.undo(later.study.begin().session).value is None
    later.collection.close()


def test_a_skipped_card_waits_until_tomorrow(world: World) -> None:
    turn = world.study.begin(topic_id=2)
    skipped = asked(turn)
    turn = world.study.skip(turn).value
    assert asked(turn) != skipped
    assert world.study.begin(topic_id=2).session.total == 3
    world.watch.pass_by(days=1)
    assert asked(world.study.begin(topic_id=2)) == skipped


def test_a_suspended_card_stays_away_until_undo(world: World) -> None:
    turn = world.study.begin(topic_id=2)
    gone = asked(turn)
    turn = world.study.suspend(turn).value
    world.watch.pass_by(days=9)
    assert world.study.begin(topic_id=2).session.total == 3
    back = world.study.undo(turn.session).value
    assert back is not None
    assert asked(back) == gone


def test_a_flag_is_set_and_taken_away_without_moving_on(world: World) -> None:
    turn = world.study.begin()
    flagged = world.study.toggle_flag(turn)
    assert flagged.step is not None
    assert flagged.step.action is Action.FLAG
    assert flagged.value.asked is not None
    assert flagged.value.asked.card.flag == 1
    assert asked(flagged.value) == asked(turn)
    plain = world.study.toggle_flag(flagged.value).value
    assert plain.asked is not None
    assert plain.asked.card.flag == 0


def test_one_answer_to_a_card_is_enough(world: World) -> None:
    turn = world.study.begin()
    answered(world, turn, KNEW)
    with pytest.raises(Gone):
        world.study.answer(turn, KNEW, 1000)
    assert len(reviews(world)) == 1


def test_a_card_deleted_meanwhile_is_passed_over(world: World) -> None:
    turn = world.study.begin(topic_id=2)
    assert turn.asked is not None
    world.authoring.delete_cards([turn.asked.card.id])
    assert asked(world.study.show(turn.session)) == "Question 1?"


def test_an_edit_shows_at_once_and_keeps_the_box(world: World) -> None:
    turn = answered(world, world.study.begin(topic_id=2), KNEW)
    assert turn.asked is not None
    world.authoring.edit(turn.asked.note.id, {"Question": "Better?"})
    assert asked(world.study.show(turn.session)) == "Better?"
    back = world.study.undo(turn.session).value
    assert back is not None
    assert asked(back) == "Question 1?"


def test_studying_ahead_moves_no_box(world: World) -> None:
    answered(world, world.study.begin(topic_id=2), KNEW, KNEW)
    world.watch.pass_by(days=1)
    turn = world.study.begin(topic_id=2, kind=SessionKind.AHEAD)
    assert turn.session.total == 2
    answered(world, turn, MISSED)
    last = reviews(world)[-1]
    assert (last.kind, last.before) == (ReviewKind.EARLY, last.after)


def test_studying_ahead_over_a_branch_asks_only_its_cards(world: World) -> None:
    answered(world, world.study.begin(topic_id=2), KNEW)
    answered(world, world.study.begin(topic_id=3), KNEW, KNEW)
    world.watch.pass_by(days=1)
    ahead = SessionKind.AHEAD
    assert world.study.begin(topic_id=2, kind=ahead).session.total == 1
    assert world.study.begin(topic_id=3, kind=ahead).session.total == 2
    assert world.study.begin(kind=ahead).session.total == 3


def test_a_session_across_four_in_the_morning_counts_for_the_new_day(world: World) -> None:
    world.watch.pass_by(hours=18, minutes=59)
    turn = world.study.begin(topic_id=2)
    turn = answered(world, turn, KNEW)
    world.watch.pass_by(minutes=2)
    answered(world, turn, KNEW)
    first, second = reviews(world)
    assert second.day == first.day + 1


@pytest.mark.parametrize("rating", [MISSED, KNEW])
def test_a_card_left_on_screen_for_days_rests_from_the_day_of_its_answer(
    world: World, rating: Rating
) -> None:
    turn = answered(world, world.study.begin(topic_id=2), KNEW)
    world.watch.pass_by(days=5)
    answered(world, turn, rating)
    last = reviews(world)[-1]
    assert last.after.due == last.day + last.after.rest


def test_a_clock_set_back_loses_nothing(world: World) -> None:
    turn = answered(world, world.study.begin(topic_id=2), KNEW)
    world.watch.pass_by(days=-3)
    answered(world, turn, MISSED)
    first, second = reviews(world)
    assert second.day == first.day - 3
    assert second.after.due is not None
    assert second.after.due > second.day
    assert world.study.begin(topic_id=2).session.total == 2


def test_rows_of_a_card_stand_in_the_order_in_which_they_came(world: World) -> None:
    turn = answered(world, world.study.begin(topic_id=2), MISSED, KNEW, KNEW, KNEW)
    world.watch.pass_by(days=-3)
    answered(world, turn, KNEW)
    first, *_, repeat = sorted(reviews(world), key=lambda review: review.id)
    assert (repeat.card_id, repeat.at) == (first.card_id, first.at + 1)


def test_catching_up_brings_no_new_cards_and_ends_when_all_is_cleared(world: World) -> None:
    answered(world, world.study.begin(topic_id=2), KNEW, KNEW)
    world.watch.pass_by(days=30)
    world.options.catch_up(20)
    turn = world.study.begin()
    assert (turn.session.choice.due, turn.session.choice.new) == (2, 0)
    turn = answered(world, turn, KNEW)
    assert world.options.read().catch_up_minutes == 20
    turn = answered(world, turn, KNEW)
    assert world.options.read().catch_up_minutes is None
    assert world.study.begin().session.choice.new > 0
    world.study.undo(turn.session)
    assert world.options.read().catch_up_minutes == 20


def test_the_budget_of_minutes_leaves_cards_for_later(world: World) -> None:
    settings = world.options.read()
    world.options.change(replace(settings, minutes_a_day=1))
    assert 0 < world.study.begin().session.total < 6


def test_undo_with_nothing_done_changes_nothing(world: World) -> None:
    done = world.study.undo(world.study.begin().session)
    assert (done.value, done.changed) == (None, Changed.NOTHING)
