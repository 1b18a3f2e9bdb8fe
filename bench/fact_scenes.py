"""The scenes of facts that age: Today's lines, the recheck, the page of what changed."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QAbstractButton

from bench.shooting import Shooting

_CONTROL = Qt.KeyboardModifier.ControlModifier


def recheck(shooting: Shooting) -> None:
    """The line on Today; the list, some of it chosen, one done, the editor, and its end."""
    shooting.take("today-facts-age")
    _click(shooting, "Check them again")
    shooting.take("recheck")
    shooting.press(Qt.Key.Key_Space)
    _wait(shooting)
    shooting.take("recheck-one-done")
    _click(shooting, "Edit")
    _wait(shooting)
    shooting.take("recheck-edit")
    shooting.press(Qt.Key.Key_Escape)
    shooting.press(Qt.Key.Key_A, _CONTROL)
    shooting.take("recheck-chosen")
    for _ in range(4):
        _click(shooting, "Set aside", last=True)
        _wait(shooting)
        shooting.press(Qt.Key.Key_A, _CONTROL)
    shooting.take("recheck-end")


def stale_answer(shooting: Shooting) -> None:
    """The answer to a card whose fact was checked long ago."""
    shooting.press(Qt.Key.Key_Space)
    shooting.stage.wait_until(shooting.stage.takes_answers)
    for _ in range(12):
        shooting.stage.press(Qt.Key.Key_Space)
        shooting.stage.wait(0.3)
        page = shooting.stage.page
        if page is not None and _says(shooting, "ago"):
            break
        shooting.stage.press(Qt.Key.Key_S)
        shooting.stage.wait(0.3)
    shooting.take("review-stale-answer")


def changes(shooting: Shooting) -> None:
    """The line on Today, a clash, a change of what was studied, and back on Today."""
    shooting.take("today-facts-changed")
    _click(shooting, "See what changed")
    shooting.take("changes-clash")
    _click(shooting, "Keep mine")
    _wait(shooting)
    shooting.take("changes")
    shooting.press(Qt.Key.Key_Return)
    _wait(shooting)
    shooting.take("changes-last")
    shooting.press(Qt.Key.Key_Return)
    _wait(shooting)
    shooting.take("today-facts-seen")


def _wait(shooting: Shooting) -> None:
    shooting.stage.wait(0.5)
    shooting.stage.settle()


def _says(shooting: Shooting, words: str) -> bool:
    from aws_flash.ui.card.card_text import CardText

    texts = shooting.stage.window.findChildren(CardText)
    return any(words in text.spoken() for text in texts if text.isVisible())


def _click(shooting: Shooting, text: str, *, last: bool = False) -> None:
    """Click the first button that is called so, or the last."""
    buttons = shooting.stage.window.findChildren(QAbstractButton)
    found = [one for one in buttons if one.isVisible() and one.text() == text]
    if found:
        QTest.mouseClick(found[-1 if last else 0], Qt.MouseButton.LeftButton)
    _wait(shooting)
