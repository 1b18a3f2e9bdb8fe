"""A session in the real window: Space on Today, then answers, each beside its floor."""

from __future__ import annotations

import json
import os
import sys
from pathlib import Path

from PySide6.QtCore import Qt

from aws_flash.app import PROFILE_VARIABLE
from bench.bare_answer import BareAnswer
from bench.bare_card import BareCard, card_on_screen
from bench.runs.watching import run_program
from bench.stage import Stage, play
from bench.timing import timed

MISSED_EACH = 5
A_LOOK = 0.05
AT_REST = 1.5


def main(answers: int, copy: Path) -> None:
    """Print what a first Space took, and so many answers; the floor writes into `copy`."""
    play(lambda stage: print(json.dumps(_measured(stage, answers, copy))))
    run_program()


def _measured(stage: Stage, answers: int, copy: Path) -> dict[str, object]:
    stage.wait_until_open()
    stage.wait(AT_REST)
    first = timed(lambda: _begin(stage))
    card = card_on_screen(stage.window)
    floor = BareAnswer(Path(os.environ[PROFILE_VARIABLE]), copy)
    bare = BareCard()
    bare.show()
    took: list[float] = []
    bare_took: list[float] = []
    for number in range(answers):
        _reveal(stage)
        key = Qt.Key.Key_1 if number % MISSED_EACH == 0 else Qt.Key.Key_2
        took.append(timed(lambda: _answer(stage, key)))  # noqa: B023  # called at once
        floor.fetch()
        html = card_on_screen(stage.window)
        stage.wait(A_LOOK)
        bare_took.append(timed(lambda: _bare(stage, floor, bare, html)))  # noqa: B023  # the same
        if stage.is_over():
            took.pop()
            bare_took.pop()
            _come_back(stage)
    bare.close()
    return {"first": first, "card": card, "answers": took, "floors": bare_took}


def _begin(stage: Stage) -> None:
    stage.press(Qt.Key.Key_Space)
    stage.wait_until(stage.takes_answers)


def _reveal(stage: Stage) -> None:
    stage.press(Qt.Key.Key_Space)
    stage.wait_until(stage.takes_answers)
    stage.wait(A_LOOK)


def _answer(stage: Stage, key: Qt.Key) -> None:
    stage.press(key)
    stage.wait_until(lambda: stage.takes_answers() or stage.is_over())


def _bare(stage: Stage, floor: BareAnswer, bare: BareCard, html: str) -> None:
    floor.commit()
    bare.set_card(html)
    stage.wait_until(lambda: bare.is_painted)


def _come_back(stage: Stage) -> None:
    stage.press(Qt.Key.Key_Return)
    stage.settle()
    _begin(stage)


if __name__ == "__main__":
    main(int(sys.argv[1]), Path(sys.argv[2]))
