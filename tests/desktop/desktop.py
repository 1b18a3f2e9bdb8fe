"""A user at a real screen: starts the program, presses keys, and looks at what is on disk."""

from __future__ import annotations

import json
import os
import sqlite3
import subprocess
import sys
import time
from collections.abc import Callable
from contextlib import closing
from itertools import cycle
from pathlib import Path

from aws_flash.domain.views import TodayView

PATIENCE = 20.0
_A_MOMENT = 0.3
_LOOK_EVERY = 0.02  # another program's work gives no signal to wait for


class Desktop:
    """One profile on a screen of its own, under a window manager."""

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
        """The window's number, once it is shown and has the keyboard."""
        self.wait(lambda: _xdotool("getactivewindow", "getwindowname").strip() == "aws-flash")
        return _xdotool("getactivewindow").strip()

    def is_in_front(self, window: str) -> bool:
        return _xdotool("getactivewindow").strip() == window

    def minimize(self, window: str) -> None:
        _xdotool("windowminimize", "--sync", window)

    def press(self, *keys: str) -> None:
        """Press keys, whatever has the focus."""
        for key in keys:
            _xdotool("key", key)

    def type(self, text: str) -> None:
        _xdotool("type", "--delay", "15", text)

    def answer(self, key: str) -> None:
        """Rate the card in question, whatever its kind: what is typed is handed in by Enter."""
        before = self.answers()
        for next_key in cycle(("space", key, "Return")):
            self.press(next_key)
            if self.comes(lambda: self.answers() > before):
                return

    def answers(self) -> int:
        """Answers on disk that stand."""
        return self.number("SELECT count(*) FROM reviews WHERE NOT undone")

    def number(self, query: str) -> int:
        """Ask the collection for a number, -1 until there is one."""
        file = self._folder / "collection.db"
        if not file.exists():
            return -1
        with closing(sqlite3.connect(f"file:{file}?mode=ro", uri=True)) as connection:
            try:
                return int(connection.execute(query).fetchone()[0])
            except sqlite3.OperationalError:
                return -1

    def today(self, field: str) -> object:
        """A value of Today as it was last on screen, None before it was."""
        file = self._folder / "last-overview.json"
        if not file.exists():
            return None
        values: list[object] = json.loads(file.read_text(encoding="utf-8"))["today"]
        return values[TodayView._fields.index(field)]

    def wait(self, holds: Callable[[], bool]) -> None:
        """Wait until something holds."""
        assert self.comes(holds, PATIENCE), "it did not come"

    @staticmethod
    def comes(holds: Callable[[], bool], patience: float = _A_MOMENT) -> bool:
        """Whether something holds within so many seconds."""
        deadline = time.monotonic() + patience
        while not holds():
            if time.monotonic() > deadline:
                return False
            time.sleep(_LOOK_EVERY)
        return True

    def end(self) -> None:
        for program in self._programs:
            if program.poll() is None:
                program.terminate()
                program.wait(PATIENCE)


def _xdotool(*words: str) -> str:
    done = subprocess.run(["xdotool", *words], capture_output=True, text=True, check=False)
    return done.stdout
