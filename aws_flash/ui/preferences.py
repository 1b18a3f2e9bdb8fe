"""Preferences of this machine: the look, and where the window was left; a small file, read first.

They stand apart from the collection, because the window needs them before any database is open and
because another machine has another screen.
"""

from __future__ import annotations

import json
from collections.abc import Callable
from contextlib import suppress
from pathlib import Path
from typing import Any, NamedTuple

FILE_NAME = "preferences.json"
_LARGEST = 1_000_000


class Preferences(NamedTuple):
    """What is remembered.

    `geometry` is Qt's own form in hexadecimal, empty when never moved; `sidebar_width` is for text
    of 100 %.
    """

    mode: str = "system"
    scale: float = 1.0
    reduced_motion: bool = False
    geometry: str = ""
    sidebar_width: float = 288
    page: str = "today"
    scope: int | None = None
    expanded: tuple[int, ...] | None = None
    warned_of_sync: str = ""


class PreferencesFile:
    """Reads and writes the file; one that cannot be read counts as never written."""

    def __init__(self, folder: Path) -> None:
        """Keep the file in the profile `folder`."""
        self._path = folder / FILE_NAME
        self._kept = _read(self._path)

    @property
    def kept(self) -> Preferences:
        """The preferences as last kept."""
        return self._kept

    def keep(self, **changes: Any) -> None:
        """Keep some preferences; nothing is written when nothing is new.

        A disk that is full or read-only is no reason to trouble anyone over a window's size.
        """
        fresh = self._kept._replace(**changes)
        if fresh == self._kept:
            return
        self._kept = fresh
        with suppress(OSError):
            write_atomically(self._path, json.dumps(fresh._asdict(), indent=1))


def write_atomically(path: Path, text: str) -> None:
    """Write a small file so that a reader sees the old or the new text, never half of it."""
    path.parent.mkdir(parents=True, exist_ok=True)
    beside = path.with_suffix(".new")
    beside.write_text(text, encoding="utf-8")
    beside.replace(path)


def _read(path: Path) -> Preferences:
    try:
        stored = json.loads(path.read_text(encoding="utf-8"))
    except (OSError, ValueError):
        return Preferences()
    if not isinstance(stored, dict):
        return Preferences()
    known = {name: stored[name] for name in Preferences._fields if name in stored}
    return Preferences(**{name: value for name, value in known.items() if _fits(name, value)})


def _is_text(value: object) -> bool:
    return isinstance(value, str)


def _is_number(value: object) -> bool:
    if not isinstance(value, (int, float)) or isinstance(value, bool):
        return False
    return abs(value) < _LARGEST  # which NaN is not


def _is_id(value: object) -> bool:
    return value is None or (isinstance(value, int) and not isinstance(value, bool))


def _is_ids(value: object) -> bool:
    return value is None or (isinstance(value, list) and all(isinstance(one, int) for one in value))


_TESTS: dict[str, Callable[[object], bool]] = {
    "scale": _is_number,
    "sidebar_width": _is_number,
    "reduced_motion": lambda value: isinstance(value, bool),
    "scope": _is_id,
    "expanded": _is_ids,
}


def _fits(name: str, value: object) -> bool:
    return _TESTS.get(name, _is_text)(value)
