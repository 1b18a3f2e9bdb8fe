"""The histories of generated cards: answers on their days, each leading to the next standing."""

from __future__ import annotations

import random
from collections.abc import Iterator
from typing import NamedTuple, TypeAlias

from aws_flash.domain.card import BOXES
from aws_flash.domain.leitner import FIRST_KNOWN_BOX, MISSED_REST
from aws_flash.domain.settings import DEFAULT_RESTS, LONGEST_REST

SHARE_KNOWN = 0.82
SHARE_KNOWN_FIRST = 0.3
# What was missed is asked again soon: so at any moment few cards stand where a miss left them.
SHARE_KNOWN_LAST = 0.98
SHARE_LATE = 0.02

# Box, rest, due day, lapses, streak: the columns of a standing.
Standing: TypeAlias = tuple[int, int, int | None, int, int]
NEW: Standing = (0, 0, None, 0, 0)


class Answer(NamedTuple):
    """One answer: its day, whether the card was known, and the standings around it."""

    day: int
    knew: bool
    before: Standing
    after: Standing


class _Step(NamedTuple):
    knew: bool
    box: int
    rest: int
    lapses: int
    streak: int


def history(answers: int, today: int, chance: random.Random) -> list[Answer]:
    """Return so many answers, oldest first, all before today; the card is due soon after them."""
    steps = _steps(answers, chance)
    days = _days(steps, today, chance)
    before, told = NEW, []
    for step, day in zip(steps, days, strict=True):
        after: Standing = (step.box, step.rest, day + step.rest, step.lapses, step.streak)
        told.append(Answer(day, step.knew, before, after))
        before = after
    return told


def answers_per_card(cards: int, answers: int, chance: random.Random) -> Iterator[int]:
    """Share answers out, at least one a card: every other card leaves some to the next."""
    spare = answers - cards
    left = 0
    for place in range(cards):
        fair = spare * (place + 1) // cards - spare * place // cards + left
        gives_on = place % 2 == 0 and place < cards - 1
        taken = chance.randint(fair // 2, fair) if gives_on else fair
        left = fair - taken
        yield 1 + taken


def _steps(answers: int, chance: random.Random) -> list[_Step]:
    """Walk through the boxes by the gentle rules."""
    steps: list[_Step] = []
    box = rest = lapses = streak = 0
    for left in range(answers, 0, -1):
        knew = chance.random() < _share_known(box, left)
        if knew:
            rest = _rest_if_known(box, rest)
            box = min(box + 1, BOXES) if box else FIRST_KNOWN_BOX
            streak += 1
        else:
            rest, streak = MISSED_REST, 0
            lapses += box >= FIRST_KNOWN_BOX
            box = max(box - 1, 1)
        steps.append(_Step(knew, box, rest, lapses, streak))
    return steps


def _share_known(box: int, left: int) -> float:
    if left == 1:
        return SHARE_KNOWN_LAST
    return SHARE_KNOWN if box else SHARE_KNOWN_FIRST


def _rest_if_known(box: int, rest: int) -> int:
    if box == BOXES:
        return min(max(DEFAULT_RESTS[-1], 2 * rest), LONGEST_REST)
    return DEFAULT_RESTS[box] if box else DEFAULT_RESTS[FIRST_KNOWN_BOX - 1]


def _days(steps: list[_Step], today: int, chance: random.Random) -> list[int]:
    """Date the answers backwards from the last one; a few cards wait longer than a day."""
    rest = steps[-1].rest
    if chance.random() < SHARE_LATE:
        day = today - rest - chance.randint(1, 3)
    else:
        day = today - chance.randint(1, rest)
    days = [day]
    for step in reversed(steps[:-1]):
        day -= step.rest + (chance.random() < SHARE_LATE)
        days.append(day)
    return days[::-1]
