"""Progress from elsewhere: which box, and a history that a doctor agrees with."""

from __future__ import annotations

import pytest

from aws_flash.domain.bundle import Bundle, BundledCard, BundledReview, Progress
from aws_flash.domain.imports import Wishes
from aws_flash.domain.review import Rating, ReviewKind
from tests.application.importing.harbour import Harbour, bundle, word

DUE = 20_800
AT = 1_790_000_000_000


def learned(progress: Progress | None, *reviews: BundledReview) -> Bundle:
    return bundle(
        word("a", "uno"), cards=(BundledCard("a", 0, progress=progress),), reviews=reviews
    )


def review(at: int, rating: Rating, rest: int) -> BundledReview:
    after = Progress(rest=rest, due=DUE)
    return BundledReview("a", 0, at, ReviewKind.ANSWER, rating, None, after, took=90_000)


@pytest.mark.parametrize(
    ("rest", "box"), [(0, 1), (1, 1), (2, 1), (3, 2), (7, 3), (13, 3), (14, 4), (30, 5), (900, 5)]
)
def test_the_box_is_the_highest_that_the_interval_has_earned(
    harbour: Harbour, rest: int, box: int
) -> None:
    harbour.take_in(learned(Progress(rest=rest, due=DUE, lapses=2, streak=4)))
    standing = harbour.card("a").standing
    assert (standing.box, standing.rest, standing.due, standing.lapses) == (box, rest, DUE, 2)


def test_a_box_of_the_files_own_is_kept(harbour: Harbour) -> None:
    harbour.take_in(learned(Progress(rest=30, due=DUE, box=1)))
    assert harbour.card("a").standing.box == 1


def test_without_being_asked_progress_stays_behind(harbour: Harbour) -> None:
    harbour.take_in(learned(Progress(rest=30, due=DUE), review(AT, Rating.KNEW, 30)), Wishes())
    assert harbour.card("a").standing.box == 0
    assert harbour.history("a") == []


def test_history_comes_as_rows_and_the_doctor_agrees(harbour: Harbour) -> None:
    rows = (review(AT, Rating.MISSED, 1), review(AT + 10, Rating.KNEW, 3))
    done = harbour.taken(learned(Progress(rest=3, due=DUE), *rows))
    history = harbour.history("a")
    assert [row.kind for row in history] == [ReviewKind.ANSWER, ReviewKind.ANSWER]
    assert history[0].took == 60_000
    assert done.report.reviews == 2
    assert harbour.card("a").standing == history[1].after
    assert harbour.trouble() == []


def test_a_standing_that_no_answer_led_to_has_a_row_of_its_own(harbour: Harbour) -> None:
    harbour.take_in(learned(Progress(rest=9, due=DUE), review(AT, Rating.KNEW, 3)))
    kinds = [row.kind for row in harbour.history("a")]
    assert kinds == [ReviewKind.ANSWER, ReviewKind.IMPORTED]
    assert harbour.card("a").standing.rest == 9
    assert harbour.trouble() == []


def test_the_same_history_again_adds_nothing(harbour: Harbour) -> None:
    same = learned(Progress(rest=3, due=DUE), review(AT, Rating.KNEW, 3))
    harbour.take_in(same)
    assert harbour.take_in(same).step is None


def test_a_card_answered_here_keeps_its_box_unless_the_file_knows_more(harbour: Harbour) -> None:
    harbour.take_in(learned(Progress(rest=3, due=DUE), review(AT, Rating.KNEW, 3)))
    mine = harbour.card("a").standing
    harbour.take_in(learned(Progress(rest=30, due=DUE), review(AT - 5, Rating.KNEW, 30)))
    assert harbour.card("a").standing == mine
    later = harbour.world.watch.now() + 1000
    harbour.world.watch.pass_by(days=1)
    harbour.take_in(learned(Progress(rest=30, due=DUE), review(later, Rating.KNEW, 30)))
    assert harbour.card("a").standing.box == 5
    assert harbour.trouble() == []
