"""One window a profile: a second start brings the first one to the front and ends well."""

from __future__ import annotations

import os
import sqlite3
import subprocess
import sys
from concurrent.futures import ThreadPoolExecutor
from contextlib import closing
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from pytestqt.qtbot import QtBot

from aws_flash.storage.lock import ProfileLock
from aws_flash.ui.main_window.single_instance import REQUEST, SecondStarts, raise_other
from tests.ui.main_window.arriving import note, write_deck
from tests.ui.main_window.program import Program


def start_again(profile: Path, *arguments: str) -> subprocess.Popen[str]:
    """Start the program in a process of its own over a profile that is in use."""
    environment = {**os.environ, "AWS_FLASH_PROFILE": str(profile), "QT_QPA_PLATFORM": "offscreen"}
    command = [sys.executable, "-m", "aws_flash", *arguments]
    return subprocess.Popen(
        command, env=environment, stdout=subprocess.PIPE, stderr=subprocess.PIPE, text=True
    )


@pytest.fixture
def lock(profile: Path) -> ProfileLock:
    lock = ProfileLock(profile)
    assert lock.acquire()
    return lock


def test_a_second_start_raises_the_first_window_and_ends_with_0(
    program: Program, lock: ProfileLock
) -> None:
    program.frame.showMinimized()
    second = start_again(program.folder)
    program.qtbot.waitUntil(lambda: second.poll() is not None, timeout=20_000)
    lock.release()
    assert second.communicate() == ("", "")
    assert second.returncode == 0
    assert not program.frame.windowState() & Qt.WindowState.WindowMinimized
    assert program.frame.isActiveWindow()


def test_a_second_start_that_nobody_answers_ends_with_4_and_a_sentence(
    profile: Path, lock: ProfileLock
) -> None:
    second = start_again(profile)
    _, said = second.communicate(timeout=20)
    lock.release()
    assert second.returncode == 4
    assert said == "Another aws-flash holds these cards. Close it and try again.\n"


@pytest.fixture
def others(qtbot: QtBot, tmp_path: Path) -> SecondStarts:
    return SecondStarts(tmp_path)


def test_a_second_start_is_heard_while_the_window_is_open(
    qtbot: QtBot, others: SecondStarts, tmp_path: Path
) -> None:
    with qtbot.waitSignal(others.raise_requested):
        (tmp_path / REQUEST).touch()
    assert not (tmp_path / REQUEST).exists()


def test_one_that_came_before_anybody_listened_is_heard(qtbot: QtBot, tmp_path: Path) -> None:
    (tmp_path / REQUEST).touch()
    others = SecondStarts(tmp_path)
    with qtbot.waitSignal(others.raise_requested):
        others.look()


def test_what_else_is_written_beside_raises_nobody(
    qtbot: QtBot, others: SecondStarts, tmp_path: Path
) -> None:
    with qtbot.assertNotEmitted(others.raise_requested, wait=100):
        (tmp_path / "preferences.json").touch()


def test_where_nobody_listens_no_request_is_left_behind(tmp_path: Path) -> None:
    assert not raise_other(tmp_path)
    assert list(tmp_path.iterdir()) == []


def test_a_folder_that_may_not_be_written_to_asks_nobody(tmp_path: Path) -> None:
    assert not raise_other(tmp_path / "there is none")


def test_the_lock_is_let_go_with_the_process(profile: Path, lock: ProfileLock) -> None:
    lock.release()
    with closing(sqlite3.connect(profile / "lock.db")) as connection:
        assert connection.execute("SELECT count(*) FROM sqlite_schema").fetchone() == (0,)
    assert ProfileLock(profile).acquire()


def test_a_second_start_hands_its_files_over(
    qtbot: QtBot, others: SecondStarts, tmp_path: Path
) -> None:
    files = [tmp_path / "a b.csv", tmp_path / "new\nline.apkg"]
    with qtbot.waitSignal(others.files_arrived) as arrived, ThreadPoolExecutor() as threads:
        told = threads.submit(raise_other, tmp_path, files)
        qtbot.waitUntil(told.done)
    assert arrived.args == [files]
    assert told.result()
    assert list(tmp_path.iterdir()) == []


def test_a_file_opened_with_the_program_shows_in_the_window_that_is_open(
    program: Program, lock: ProfileLock, tmp_path: Path
) -> None:
    deck = write_deck(tmp_path / "mine", note("n1", "What is new?"))
    second = start_again(program.folder, str(deck))
    program.wait_for("Import “mine”")
    program.qtbot.waitUntil(lambda: second.poll() is not None, timeout=20_000)
    lock.release()
    assert second.communicate() == ("", "")
    assert second.returncode == 0
    program.wait_for("What is new?")
