"""A program that answers cards by itself until it is killed; run as a process of its own.

It reads lines "FOLDER DAY" and for each forks a child, which opens the collection in that folder on
that day and answers without end. The child says "began PID", and when each answer has been
acknowledged "answered ID" or "taken back ID"; the parent says "ended" when the child is gone.
Forking spares each child the time in which Python starts; it opens its own connections, like any
program.
"""

from __future__ import annotations

import os
import sys
import time
from collections.abc import Callable
from datetime import UTC, datetime, timedelta
from datetime import time as time_of_day
from hashlib import sha256
from itertools import count
from pathlib import Path

from aws_flash.application.clock import Clock
from aws_flash.application.operations import Operations
from aws_flash.application.study import Study, Turn
from aws_flash.domain.days import date_of
from aws_flash.domain.ids import IdSource
from aws_flash.domain.review import Rating
from aws_flash.storage.collection import Collection

_TAKE_BACK = 7
_MISS = 4


class _NotedIds(IdSource):
    """Ids of which the last one is remembered: that of the row which an answer wrote."""

    last = 0

    def new_id(self) -> int:
        self.last = super().new_id()
        return self.last


def answer_without_end(folder: Path, day: int) -> None:
    clock = noon_of(day)
    ids = _NotedIds(clock.now, chance(day))
    operations = Operations(Collection.open(folder / "collection.db", lambda _: None), clock.now)
    study = Study(operations, clock, ids)
    turn = study.begin()
    for number in count(1):
        if turn.asked is None:
            turn = study.begin()
        if turn.asked is None:
            time.sleep(60)  # nothing is left to ask today: wait for the end
        rating = Rating.MISSED if number % _MISS == 0 else Rating.KNEW
        turn = study.answer(turn, rating, 1200).value
        tell(f"answered {ids.last}")
        if number % _TAKE_BACK == 0:
            turn = taken_back(study, turn)
            tell(f"taken back {ids.last}")


def noon_of(day: int, passed: float = 0) -> Clock:
    """A clock that begins at noon of a day, or so many seconds after."""
    noon = datetime.combine(date_of(day), time_of_day(12), UTC)
    started = time.monotonic() - passed

    def local() -> datetime:
        return noon + timedelta(seconds=time.monotonic() - started)

    return Clock(lambda: round(local().timestamp() * 1000), local)


def taken_back(study: Study, turn: Turn) -> Turn:
    back = study.undo(turn.session).value
    return turn if back is None else back


def tell(line: str) -> None:
    os.write(1, f"{line}\n".encode())


def chance(seed: int) -> Callable[[int], int]:
    numbers = count()

    def entropy(bits: int) -> int:
        digest = sha256(f"{seed} {next(numbers)}".encode()).digest()
        return int.from_bytes(digest, "big") % (1 << bits)

    return entropy


def main() -> None:
    for line in sys.stdin:
        folder, day = line.rsplit(maxsplit=1)
        child = os.fork()
        if child == 0:
            tell(f"began {os.getpid()}")
            answer_without_end(Path(folder), int(day))
        os.waitpid(child, 0)
        tell("ended")


if __name__ == "__main__":
    main()
