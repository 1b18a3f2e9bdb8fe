"""A profile that has seen its first start, and a user at the program, who wants no motion."""

from __future__ import annotations

import shutil
from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from pytestqt.qtbot import QtBot

from aws_flash.ui.theme.theme import Theme
from tests.ui.main_window.arriving import note, write_deck
from tests.ui.main_window.program import CTRL, Program, Start, Wall, settled


@pytest.fixture
def reduced_motion() -> bool:
    return True


@pytest.fixture
def wall() -> Wall:
    return Wall()


@pytest.fixture(scope="session")
def _settled(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return settled(tmp_path_factory.mktemp("settled") / "profile")


@pytest.fixture
def profile(_settled: Path, tmp_path: Path) -> Path:
    """A profile of its own, with the built-in deck and nothing answered yet."""
    return Path(shutil.copytree(_settled, tmp_path / "profile"))


@pytest.fixture
def start(qtbot: QtBot, theme: Theme, profile: Path, wall: Wall) -> Iterator[Start]:
    """Start the program over the profile, or another folder, as often as the test likes."""
    started: list[Program] = []

    def starting(folder: Path = profile) -> Program:
        started.append(Program(qtbot, theme, folder, wall))
        return started[-1]

    yield starting
    for program in started:
        program.close()


@pytest.fixture
def program(start: Start) -> Program:
    """The program on its first day, with Today's numbers up to date."""
    program = start()
    program.wait_for("10 new cards")
    program.let_settle()
    return program


@pytest.fixture
def reported(program: Program, tmp_path: Path) -> Program:
    """The report of an import that has just come in."""
    deck = write_deck(tmp_path / "mine", note("n1", "What is a subnet?"))
    program.window.open_files([deck])
    program.wait_for("Import “mine”")
    program.let_settle()
    program.press(Qt.Key.Key_Return, held=CTRL)
    program.wait_for("Imported “mine”")
    program.let_settle()
    return program
