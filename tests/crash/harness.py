"""Kills a program that works without end, again and again; looks at what answering left."""

from __future__ import annotations

import os
import shutil
import signal
import sqlite3
import subprocess
import sys
import time
from contextlib import closing
from dataclasses import dataclass, field
from hashlib import sha256
from pathlib import Path
from types import TracebackType
from typing import IO

from aws_flash.application.clock import Clock
from aws_flash.application.maintenance import Maintenance
from aws_flash.domain.ids import IdSource
from aws_flash.storage.profile import Profile
from tests.crash.answering import noon_of
from tests.storage import filled

ROOT = Path(__file__).parents[2]
CARDS = 600
SHORTEST, LONGEST = 0.020, 0.150
_ROUNDS_ON_ONE_COLLECTION = 8
_FIRST_DAY = filled.TODAY + 10


@dataclass
class Heard:
    """What a program said until it was killed: the answers it acknowledged, and took back."""

    answered: list[int] = field(default_factory=list)
    taken_back: set[int] = field(default_factory=set)


@dataclass(frozen=True)
class Moment:
    """When to kill: so many seconds after the start, or after the first answer was acknowledged.

    On a busy machine the start alone may take longer than any fixed time.
    """

    seconds: float
    after_an_answer: bool


class Program:
    """A process that does one thing without end; `kill_after` starts it anew and kills it."""

    def __init__(self, module: str) -> None:
        """Run a module of tests.crash."""
        self._module = module

    def __enter__(self) -> Program:
        command = [sys.executable, "-m", f"tests.crash.{self._module}"]
        self._process = subprocess.Popen(
            command, cwd=ROOT, stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True
        )
        return self

    def __exit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        at: TracebackType | None,
    ) -> None:
        self._process.kill()
        self._process.communicate()

    def kill_after(self, moment: Moment, asked: str) -> list[tuple[str, int]]:
        """Let it work until the moment, kill it, and return what it had said: word and number."""
        said, ask = self._pipe(self._process.stdout), self._pipe(self._process.stdin)
        ask.write(f"{asked}\n")
        ask.flush()
        child = int(said.readline().removeprefix("began "))
        line = said.readline() if moment.after_an_answer else ""
        time.sleep(moment.seconds)
        os.kill(child, signal.SIGKILL)
        heard = []
        while (line := line or said.readline()) != "ended\n":
            word, _, number = line.strip().rpartition(" ")
            heard.append((word, int(number)))
            line = ""
        return heard

    @staticmethod
    def _pipe(stream: IO[str] | None) -> IO[str]:
        assert stream is not None
        return stream


def _heard(said: list[tuple[str, int]]) -> Heard:
    heard = Heard()
    for what, number in said:
        if what == "answered":
            heard.answered.append(number)
        else:
            heard.taken_back.add(number)
    return heard


class Rounds:
    """Rounds of answering and killing on a profile; a new collection every few rounds."""

    def __init__(self, folder: Path, seed: int) -> None:
        self.profile = Profile(folder / "profile")
        self._sound = filled.make(folder / "sound.db", CARDS)
        self._seed = seed
        self.answers = 0

    def run(self, program: Program, number: int) -> None:
        """Answer, kill, and check all that was promised."""
        if number % _ROUNDS_ON_ONE_COLLECTION == 0:
            shutil.rmtree(self.profile.folder, ignore_errors=True)
            self.profile.folder.mkdir()
            shutil.copy(self._sound, self.profile.collection)
        before = rows(self.profile.collection)
        day = _FIRST_DAY + number
        heard = _heard(program.kill_after(self._moment(number), f"{self.profile.folder} {day}"))
        self.answers += len(heard.answered)
        self._check(heard, before, day)

    def _moment(self, number: int) -> Moment:
        seconds = SHORTEST + share_of(self._seed, number) * (LONGEST - SHORTEST)
        return Moment(seconds, after_an_answer=number % 4 != 0)

    def _check(self, heard: Heard, before: dict[int, bool], day: int) -> None:
        maintenance = self._maintenance(noon_of(day))
        assert maintenance.find_damage() == []
        collection = maintenance.open_existing()
        report = maintenance.mend(collection)
        collection.close()
        assert report.findings == ()
        after = rows(self.profile.collection)
        fresh = after.keys() - before.keys()
        assert fresh >= set(heard.answered), "an acknowledged answer is gone"
        assert len(fresh) - len(heard.answered) in {0, 1}, "an answer is there twice"
        undone = {key for key in fresh if after[key]}
        assert undone >= heard.taken_back, "an answer that was taken back is there again"
        assert undone <= heard.taken_back | set(heard.answered[-1:]), "an answer is taken back"
        assert {key: after[key] for key in before} == before, "an earlier answer has changed"

    def _maintenance(self, clock: Clock) -> Maintenance:
        return Maintenance(self.profile, clock, IdSource(clock.now, lambda bits: 0))


def share_of(seed: int, number: int) -> float:
    """Return by chance a number from 0 to 1, the same one each time."""
    digest = sha256(f"{seed} {number}".encode()).digest()
    return int.from_bytes(digest[:4], "big") / (1 << 32)


def rows(path: Path) -> dict[int, bool]:
    """Every review in a collection's file, and whether it was taken back."""
    with closing(sqlite3.connect(path)) as connection:
        found = connection.execute("SELECT id, undone FROM reviews")
        return {key: bool(undone) for key, undone in found}
