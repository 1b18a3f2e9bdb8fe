"""The plug is pulled in the middle of a review, again and again: no answer is lost."""

from __future__ import annotations

import signal
import sqlite3
import subprocess
import sys
from contextlib import closing
from dataclasses import replace
from pathlib import Path

from aws_flash.domain.settings import Settings
from tests.ui.main_window.program import Start, Wall, access_to

ROOT = Path(__file__).parents[2]


def study_until_killed(profile: Path, answers: int, seed: int) -> int:
    """Let the program answer so many cards by itself, kill it, and return what it had told."""
    command = [sys.executable, "-m", "tests.walks.driven", str(profile), str(seed)]
    program = subprocess.Popen(command, cwd=ROOT, stdout=subprocess.PIPE, text=True)
    assert program.stdout is not None
    told = 0
    for line in program.stdout:
        told = int(line.removeprefix("answered "))
        if told >= answers:
            program.send_signal(signal.SIGKILL)
            break
    rest = [int(line.removeprefix("answered ")) for line in program.stdout if line.endswith("\n")]
    program.wait()
    program.stdout.close()
    return max([told, *rest])


def test_nothing_is_lost(profile: Path, start: Start, wall: Wall) -> None:
    access = access_to(profile, wall)
    access.services().options.change(replace(Settings(), new_a_day=40, minutes_a_day=600))
    access.close()
    told = [study_until_killed(profile, answers, answers) for answers in (3, 8, 1)]
    program = start()
    program.wait_for("new cards")
    program.let_settle()
    kept = program.reviews()
    assert sum(told) <= len(kept) <= sum(told) + len(told)
    assert len({one.card_id for one in kept}) == len(kept)
    assert program.shows(f"{40 - len(kept)} new cards")
    assert program.bugs == []
    program.close()
    with closing(sqlite3.connect(profile / "collection.db")) as connection:
        assert connection.execute("PRAGMA integrity_check").fetchone() == ("ok",)
