"""Closing: whatever was asked for is done first, and the collection is left whole."""

from __future__ import annotations

from threading import Event

from PySide6.QtCore import Qt

from aws_flash.application.services import Services
from aws_flash.domain.changes import Done
from tests.ui.main_window.program import CTRL, Program, Start

SPACE = Qt.Key.Key_Space


def test_an_answer_given_just_before_closing_is_kept(program: Program) -> None:
    program.press(SPACE, SPACE)
    program.qtbot.keyClick(program.focused(), Qt.Key.Key_2)
    program.close()
    assert len(program.reviews()) == 1


def test_what_waits_for_the_worker_is_done_before_the_end(program: Program) -> None:
    let_go = Event()
    program.window._desk.tasks.run(let_go.wait)
    federation = program.topic("Federation")

    def rename(services: Services) -> Done[None]:
        return services.topics.rename(federation, "Who you are")

    program.window._desk.do(rename, None)
    program.frame.close()
    let_go.set()
    program.close()
    names = program.read(lambda tables: [topic.name for topic in tables.topics.every()])
    assert "Who you are" in names


def test_the_log_of_the_database_is_folded_in(program: Program) -> None:
    program.press(SPACE, SPACE, "2")
    program.close()
    assert not (program.folder / "collection.db-wal").exists()


def test_a_window_closed_at_once_does_no_harm(start: Start) -> None:
    hasty = start()
    hasty.close()
    assert hasty.bugs == []
    start().wait_for("10 new cards")


def test_ctrl_q_closes_the_window(program: Program) -> None:
    with program.qtbot.waitSignal(program.window.closed):
        program.qtbot.keyClick(program.focused(), Qt.Key.Key_Q, CTRL)
    assert not program.frame.isVisible()
