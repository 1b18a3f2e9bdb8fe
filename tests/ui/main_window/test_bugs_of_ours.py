"""A bug of ours: told with a report that can be copied, and the session goes on."""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path

import pytest
from PySide6.QtCore import Qt, QTimer
from PySide6.QtWidgets import QApplication

from aws_flash.app import bug_report, write_bug
from tests.ui.main_window.program import Program

SPACE, ESC = Qt.Key.Key_Space, Qt.Key.Key_Escape
TITLE = "Something went wrong in aws-flash"


def fail() -> None:
    raise ZeroDivisionError("a slip of the test")


def fail_in_a_slot(program: Program) -> None:
    QTimer.singleShot(0, program.frame, fail)
    program.wait_for(TITLE)


def test_a_bug_in_a_slot_shows_a_report_and_the_review_goes_on(program: Program) -> None:
    program.press(SPACE, SPACE)
    fail_in_a_slot(program)
    assert program.shows("Report on ZeroDivisionError: a slip of the test")
    program.press(ESC)
    assert program.sheet() is None
    program.press("2")
    assert len(program.reviews()) == 1


def test_a_bug_on_the_worker_shows_a_report_and_the_worker_goes_on(program: Program) -> None:
    program.window._desk.tasks.run(fail)
    program.wait_for(TITLE)
    program.press(ESC)
    program.press(SPACE, SPACE, "2", ESC)
    program.wait_for("9 new cards")
    assert [type(bug) for bug in program.bugs] == [ZeroDivisionError]


def test_the_report_can_be_copied(program: Program) -> None:
    fail_in_a_slot(program)
    program.click("Copy report")
    assert QApplication.clipboard().text() == "Report on ZeroDivisionError: a slip of the test"


def test_the_report_holds_versions_and_the_traceback_and_is_logged(tmp_path: Path) -> None:
    with pytest.raises(ZeroDivisionError) as caught:
        fail()
    report, log = bug_report(caught.value), write_bug(tmp_path, caught.value)
    assert report.startswith("aws-flash ")
    assert "in fail" in report
    assert log is not None
    assert "ZeroDivisionError: a slip of the test" in log.read_text(encoding="utf-8")


def test_a_bug_before_there_is_a_window_ends_with_70_and_a_sentence(tmp_path: Path) -> None:
    broken = (
        "import sys, aws_flash.app as app\n"
        "def fail(): raise ZeroDivisionError\n"
        "app.real_clock = fail\n"
        "sys.exit(app.main(['due']))"
    )
    environment = {**os.environ, "AWS_FLASH_PROFILE": str(tmp_path / "profile")}
    ended = subprocess.run(
        [sys.executable, "-c", broken], env=environment, capture_output=True, text=True, check=False
    )
    assert ended.returncode == 70
    assert "aws-flash.log" in ended.stderr
    assert "Traceback" not in ended.stderr
