"""The scenes of a review: a card of every kind, asked and answered, and the end of a session."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QLineEdit

from aws_flash.domain.formula import may_hold_formulas
from aws_flash.domain.kind import Family
from aws_flash.domain.plain_text import plain
from bench.shooting import Shooting

if TYPE_CHECKING:
    from aws_flash.application.asking import Asked
    from aws_flash.application.study import Turn
    from aws_flash.ui.review.page import ReviewPage

MOST_CARDS = 400
ENDING_CARDS = 40
THOUGHT = 9_500
DRAWN = 1.5  # seconds after which formulas are drawn


def review_kinds(shooting: Shooting) -> None:
    """Go through a session of all cards, with pictures of the first of each sort."""
    with _asked_cards() as asked_cards:
        _begin(shooting)
        shown: set[str] = set()
        for _ in range(MOST_CARDS):
            if shooting.stage.is_over():
                break
            asked = asked_cards[-1]
            name = next((one for one in _sorts_of(asked) if one not in shown), None)
            if name is not None:
                shown.add(name)
                _picture_both_sides(shooting, asked, name)
            _answer(shooting)


def review_ending(shooting: Shooting) -> None:
    """Answer all of the day as fast as a user would, a few of them missed."""
    with _slow_thinking():
        _begin(shooting)
        for number in range(ENDING_CARDS):
            if shooting.stage.is_over():
                break
            _answer(shooting, missed=number % 6 == 2)
        shooting.take("review-ending")


def review_toast(shooting: Shooting) -> None:
    """Skip a card; edit the next in place; flag it."""
    _begin(shooting)
    shooting.stage.press(Qt.Key.Key_S)
    _wait(shooting)
    shooting.take("review-toast")
    shooting.press(Qt.Key.Key_F)
    shooting.press(Qt.Key.Key_E)
    shooting.take("review-editor")


def _begin(shooting: Shooting) -> None:
    shooting.press(Qt.Key.Key_Space)
    _wait(shooting)


def _wait(shooting: Shooting) -> None:
    stage = shooting.stage
    stage.wait_until(lambda: stage.takes_answers() or stage.is_over())


def _answer(shooting: Shooting, *, missed: bool = False) -> None:
    """Show the answer unless it shows, and rate it."""
    page = shooting.stage.page
    if not _is_revealed(page):
        if isinstance(QApplication.focusWidget(), QLineEdit):  # there Space is a letter
            shooting.type("x")
            shooting.stage.press(Qt.Key.Key_Return)
        else:
            shooting.stage.press(Qt.Key.Key_Space)
        _wait(shooting)
    shooting.stage.press(Qt.Key.Key_1 if missed else Qt.Key.Key_2)
    _wait(shooting)


def _is_revealed(page: object) -> bool:
    from aws_flash.ui.card.card_face import CardFace
    from aws_flash.ui.review.page import ReviewPage

    face = page.findChild(CardFace) if isinstance(page, ReviewPage) else None
    return face is not None and face.is_revealed


def _sorts_of(asked: Asked) -> Iterator[str]:
    """Name what a card is a picture of, the rarest first."""
    face, provenance = asked.face, asked.note.provenance
    html = face.question.html + face.answer.html + face.explanation
    held = {
        "sound": bool(face.question.sounds),
        "formulas": may_hold_formulas(html),
        "table": "<table" in html,
        "code": "<code" in html,
    }
    yield from (name for name, is_held in held.items() if is_held)
    if face.family is Family.CHOICE:
        yield "choice-two" if sum(option.right for option in face.options) > 1 else "choice-right"
        yield "choice-wrong"
    elif face.family is Family.TYPED:
        yield "typed-right"
        yield "typed-wrong"
    elif face.family is Family.REVERSED and asked.card.ordinal:
        yield "reversed-back"
    elif provenance is not None and provenance.then and face.family is Family.BASIC:
        yield "outdated"
    else:
        yield face.family.value


def _picture_both_sides(shooting: Shooting, asked: Asked, name: str) -> None:
    if name == "formulas":
        shooting.stage.wait(DRAWN)
    shooting.take(f"review-{name}-question")
    if name.startswith("choice"):
        _pick(shooting, asked, right=name != "choice-wrong")
        shooting.take(f"review-{name}-picked")
        shooting.stage.press(Qt.Key.Key_Return)
    elif name.startswith("typed"):
        right = name == "typed-right"
        shooting.type(asked.face.accepted[0] if right else f"{asked.face.accepted[0][:-1]}x")
        shooting.stage.press(Qt.Key.Key_Return)
    else:
        shooting.stage.press(Qt.Key.Key_Space)
    _wait(shooting)
    shooting.take(f"review-{name}-answer")


def _pick(shooting: Shooting, asked: Asked, *, right: bool) -> None:
    """Pick the right options, or as many wrong ones, by their letters."""
    from aws_flash.ui.card.card_text import CardText
    from aws_flash.ui.card.option_row import OptionRow

    wanted = {plain(one.text) for one in asked.face.options if one.right is right}
    number = sum(one.right for one in asked.face.options)
    rows = [row for row in shooting.stage.window.findChildren(OptionRow) if row.isVisible()]
    texts = [text.toPlainText().strip() for row in rows if (text := row.findChild(CardText))]
    places = [place for place, text in enumerate(texts) if text in wanted][:number]
    for place in places:
        shooting.press(Qt.Key(Qt.Key.Key_A.value + place))


@contextmanager
def _slow_thinking() -> Iterator[None]:
    """Have each answer count as many seconds as a user takes, though the script took none."""
    from aws_flash.ui.review.stopwatch import Stopwatch

    elapsed = Stopwatch.elapsed
    Stopwatch.elapsed = property(lambda _: THOUGHT)  # type: ignore[method-assign, assignment]
    try:
        yield
    finally:
        Stopwatch.elapsed = elapsed  # type: ignore[method-assign]


@contextmanager
def _asked_cards() -> Iterator[list[Asked]]:
    """Note each card that the page is given, from outside."""
    from aws_flash.ui.review.page import ReviewPage

    noted: list[Asked] = []
    show_turn = ReviewPage.show_turn

    def show(page: ReviewPage, turn: Turn) -> None:
        if turn.asked is not None:
            noted.append(turn.asked)
        show_turn(page, turn)

    ReviewPage.show_turn = show  # type: ignore[method-assign, assignment]
    try:
        yield noted
    finally:
        ReviewPage.show_turn = show_turn  # type: ignore[method-assign]
