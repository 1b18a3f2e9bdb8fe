"""Two days with the program: launch, study, undo, close; and the next day the right cards wait."""

from __future__ import annotations

from pathlib import Path

from aws_flash.domain.review import Rating
from aws_flash.resources import resource
from tests.application.conftest import Watch
from tests.application.test_services import access_to


def test_two_days(tmp_path: Path) -> None:
    watch, deck = Watch(), resource("decks", "aws-security")
    first = access_to(tmp_path, deck, watch)
    study = first.services().study
    assert first.services().overviews.look().today.new == 10

    turn = study.begin()
    assert turn.asked is not None
    missed = turn.asked.card.id
    ratings = (Rating.MISSED, Rating.KNEW, Rating.KNEW, Rating.KNEW, Rating.MISSED)
    for rating in ratings:
        turn = study.answer(turn, rating, 6000).value
    assert study.undo(turn.session).value is not None
    first.close()

    watch.pass_by(days=1)
    second = access_to(tmp_path, deck, watch)
    today = second.services().overviews.look().today
    assert today.streak == 1
    assert today.due == 1
    asked, turn = set(), second.services().study.begin()
    while turn.asked is not None:
        if turn.asked.card.standing.box:
            asked.add(turn.asked.card.id)
        turn = second.services().study.answer(turn, Rating.KNEW, 6000).value
    assert asked == {missed}
    assert second.services().overviews.look().today.due == 0
    second.close()
