"""The command line, called as a user calls it, on a profile of each test's own."""

from __future__ import annotations

import json
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import pytest

from aws_flash.app import main
from tests.storage import filled


@dataclass(frozen=True)
class Said:
    """What a command answered: its exit code, and what it printed where."""

    code: int
    out: str
    err: str

    @property
    def json(self) -> Any:
        return json.loads(self.out)


class Shell:
    """Calls the command line on one profile."""

    def __init__(self, folder: Path, capture: pytest.CaptureFixture[str]) -> None:
        self.folder = folder
        self.collection = folder / "collection.db"
        self._capture = capture

    def run(self, *arguments: str) -> Said:
        """Run a command on the profile and return what it said."""
        return self.run_bare(*arguments, "--profile", str(self.folder))

    def run_bare(self, *arguments: str) -> Said:
        """Run a command just so."""
        self._capture.readouterr()
        code = main(arguments)
        return Said(code, *self._capture.readouterr())

    def files(self) -> dict[str, bytes]:
        """Everything in the profile, the lock and SQLite's working files aside."""
        every = (file for file in self.folder.rglob("*") if file.is_file())
        kept = (file for file in every if not file.name.endswith(("lock.db", "-shm", "-wal")))
        return {str(file.relative_to(self.folder)): file.read_bytes() for file in kept}


@pytest.fixture
def fresh(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> Shell:
    """A profile in which nothing is yet."""
    return Shell(tmp_path / "profile", capsys)


@pytest.fixture
def shell(fresh: Shell) -> Shell:
    """A profile with cards and answers."""
    filled.make(fresh.collection)
    return fresh
