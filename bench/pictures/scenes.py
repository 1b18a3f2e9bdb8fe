"""The scenes: which states of which pages are kept as pictures."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from datetime import timedelta

from PySide6.QtCore import Qt

from aws_flash.application.study import Turn
from aws_flash.domain import session as sessions
from aws_flash.domain.kind import Family
from aws_flash.domain.queue import Choice
from aws_flash.domain.review import Rating
from aws_flash.ui.review.ending_words import ending_text
from bench.pictures.studio import Studio

Key = Qt.Key


def first_day(studio: Studio) -> None:
    """A new user: Today, the first card, its answer."""
    studio.open()
    studio.shoot("today-first")
    studio.press(Key.Key_Space)
    studio.shoot("review-question")
    studio.press(Key.Key_Space)
    studio.shoot("review-answer")
    studio.close()


def later_days(studio: Studio) -> None:
    """Weeks later: Today with a history, a scope, nothing left, missed days."""
    studio.study(days=24)
    studio.open()
    studio.shoot("today")
    window = studio.window
    window.show_settings()
    studio.shoot("settings")
    window.show_today()
    studio.close()
    for _ in range(2):
        studio.study(days=1)
        studio.moment -= timedelta(days=1)
    studio.open()
    studio.shoot("today-done")
    studio.close()
    settings = studio.services.options.read()
    studio.services.options.change(settings.__class__(minutes_a_day=1))
    studio.moment += timedelta(days=24)
    studio.open()
    studio.shoot("today-welcome-back")
    studio.services.options.catch_up(10)
    studio.close()
    studio.open()
    studio.shoot("today-catching-up")
    studio.close()
    studio.services.options.change(settings)


def sheets(studio: Studio) -> None:
    """What opens over a page."""
    studio.open()
    window = studio.window
    for name, action in (
        ("keys", "keys"),
        ("about", "about"),
        ("restore", "restore"),
        ("new-card", "new card"),
        ("new-topic", "new topic"),
    ):
        window.act(action)
        studio.settle(0.5)
        studio.shoot(f"sheet-{name}")
        studio.press(Key.Key_Escape)
    window.trouble.show_bug("aws-flash 0.1.0, Python 3.11.7, linux\n\nTraceback: …")
    studio.shoot("sheet-bug")
    studio.press(Key.Key_Escape)
    window.act("back up")
    studio.settle(0.5)
    studio.shoot("toast")
    window.trouble.show_damage("database disk image is malformed")
    studio.settle(0.5)
    studio.shoot("damage")
    studio.close()


def cards(studio: Studio) -> None:
    """A question and an answer of every kind."""
    studio.open()
    page = studio.review_page()
    for name, wanted, keys in _kinds():
        page.show_turn(studio.turn_for(wanted))
        studio.shoot(f"card-{name}-question")
        page.setFocus()
        studio.press(*keys)
        studio.shoot(f"card-{name}-answer")
    asked = studio.turn_for(_of(Family.CHOICE)).asked
    if asked is not None:
        editor = page.open_editor(asked.note, Family.CHOICE)
        studio.shoot("editor")
        editor.close_sheet()
    _ending(studio)
    studio.close()


def _ending(studio: Studio) -> None:
    """The end of a session of five cards."""
    study = studio.services.study
    ids = studio.services.operations.read(lambda tables: [c.id for c in tables.cards.every()][:5])
    turn = study.show(sessions.start(Choice(tuple(ids), new=5)))
    for rating in (Rating.KNEW, Rating.KNEW, Rating.MISSED, Rating.KNEW, Rating.KNEW, Rating.KNEW):
        if turn.asked is not None:
            turn = study.answer(turn, rating, 9000).value
    today = studio.services.overviews.look().today
    page = studio.review_page()
    page.show_ending(ending_text(turn.session, today))
    studio.shoot("ending")


def _kinds() -> Iterator[tuple[str, Callable[[Turn], bool], tuple[Qt.Key, ...]]]:
    show = (Key.Key_Space,)
    yield "basic", _of(Family.BASIC), show
    yield "then-and-now", _outdated, show
    yield "table", _with_table, show
    yield "reversed", _of(Family.REVERSED), show
    yield "gap", _of(Family.CLOZE), show
    yield "picture", _of(Family.PICTURE), show
    yield "choice", _choosing(1), (Key.Key_A, Key.Key_Return)
    yield "choose-two", _choosing(2), (Key.Key_A, Key.Key_B, Key.Key_Return)
    yield "typed", _of(Family.TYPED), (Key.Key_U, Key.Key_S, Key.Key_Return)


def _of(family: Family) -> Callable[[Turn], bool]:
    return lambda turn: turn.asked is not None and turn.asked.face.family is family


def _choosing(right: int) -> Callable[[Turn], bool]:
    def wanted(turn: Turn) -> bool:
        face = turn.asked.face if turn.asked else None
        return face is not None and sum(option.right for option in face.options) == right

    return wanted


def _outdated(turn: Turn) -> bool:
    provenance = turn.asked.note.provenance if turn.asked else None
    return provenance is not None and provenance.then is not None


def _with_table(turn: Turn) -> bool:
    return turn.asked is not None and "<table" in turn.asked.face.explanation


ALL = (first_day, later_days, sheets, cards)
