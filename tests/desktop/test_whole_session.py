"""A whole session in a real window: a screen, a window manager, keys from outside the program."""

from __future__ import annotations

import os
import sqlite3
import subprocess
import sys
import time
from collections.abc import Callable, Iterator
from contextlib import closing
from pathlib import Path

import pytest

PATIENCE = 20.0


class Desktop:
    """One profile on a real screen: starts the program, presses keys, looks into the file."""

    def __init__(self, folder: Path) -> None:
        self._folder = folder
        self._programs: list[subprocess.Popen[bytes]] = []

    def start(self) -> subprocess.Popen[bytes]:
        """Start the program, as a click on its icon does."""
        environment = os.environ | {"AWS_FLASH_PROFILE": str(self._folder)}
        program = subprocess.Popen([sys.executable, "-m", "aws_flash"], env=environment)
        self._programs.append(program)
        return program

    def window(self) -> str:
        """The window's number, once there is one that is shown."""
        found: list[str] = []

        def is_there() -> bool:
            found[:] = _xdotool("search", "--onlyvisible", "--name", "^aws-flash$").split()
            return bool(found)

        self.wait(is_there)
        return found[0]

    def press(self, *keys: str) -> None:
        """Press keys, whatever has the focus."""
        for key in keys:
            _xdotool("key", key)

    def count(self, query: str) -> int:
        """Ask the collection for a number."""
        file = self._folder / "collection.db"
        if not file.exists():
            return -1
        with closing(sqlite3.connect(f"file:{file}?mode=ro", uri=True)) as connection:
            try:
                return int(connection.execute(query).fetchone()[0])
            except sqlite3.OperationalError:
                return -1

    def answers(self) -> int:
        """Answers that stand."""
        return self.count("SELECT count(*) FROM reviews WHERE NOT undone")

    @staticmethod
    def wait(holds: Callable[[], bool]) -> None:
        """Wait until something holds: another program's work gives no signal to wait for."""
        deadline = time.monotonic() + PATIENCE
        while not holds():
            assert time.monotonic() < deadline, "it did not come"
            time.sleep(0.05)  # polling a process from outside, not a wait of fixed length

    def answer(self, key: str) -> None:
        """Show the answer of the card and rate it, until the rating is on disk."""
        before = self.answers()

        def is_recorded() -> bool:
            if self.answers() > before:
                return True
            self.press("space" if self._flips() else key)
            return False

        self.wait(is_recorded)

    def _flips(self) -> bool:
        self._turn = not getattr(self, "_turn", False)
        return self._turn

    def end(self) -> None:
        for program in self._programs:
            if program.poll() is None:
                program.terminate()
                program.wait(PATIENCE)


def _xdotool(*words: str) -> str:
    done = subprocess.run(["xdotool", *words], capture_output=True, text=True, check=False)
    return done.stdout


@pytest.fixture
def desktop(tmp_path: Path) -> Iterator[Desktop]:
    made = Desktop(tmp_path / "profile")
    yield made
    made.end()


def test_launch_study_close_and_come_back(desktop: Desktop) -> None:
    program = desktop.start()
    desktop.window()
    desktop.wait(lambda: desktop.count("SELECT count(*) FROM cards") > 50)
    desktop.answer("2")
    desktop.answer("1")
    answered = desktop.answers()
    desktop.press("ctrl+z")
    desktop.wait(lambda: desktop.answers() < answered)
    desktop.press("Escape", "Escape")
    desktop.press("ctrl+q")
    assert program.wait(PATIENCE) == 0
    left = desktop.answers()

    again = desktop.start()
    desktop.window()
    desktop.press("ctrl+q")
    assert again.wait(PATIENCE) == 0
    assert desktop.answers() == left


def test_a_second_start_brings_the_first_window_to_the_front(desktop: Desktop) -> None:
    first = desktop.start()
    window = desktop.window()
    desktop.wait(lambda: desktop.count("SELECT count(*) FROM cards") > 50)
    _xdotool("windowminimize", window)
    second = desktop.start()
    assert second.wait(PATIENCE) == 0
    desktop.wait(lambda: window in _xdotool("search", "--onlyvisible", "--name", "^aws-flash$"))
    assert first.poll() is None
