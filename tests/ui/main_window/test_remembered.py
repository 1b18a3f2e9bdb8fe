"""The next start finds the window as it was left."""

from __future__ import annotations

from PySide6.QtCore import Qt

from tests.ui.main_window.program import CTRL, Program, Start


def test_the_size_is_remembered(program: Program, start: Start) -> None:
    program.frame.resize(800, 640)  # the screen of the tests is no wider
    program.close()
    assert start().frame.size().toTuple() == (800, 640)


def test_the_line_beside_the_sidebar_is_remembered(program: Program, start: Start) -> None:
    handle = program.frame._splitter.handle(1)
    center = handle.rect().center()
    program.qtbot.mousePress(handle, Qt.MouseButton.LeftButton, pos=center)
    moved = center.__class__(center.x() + 60, center.y())
    program.qtbot.mouseMove(handle, moved)
    program.qtbot.mouseRelease(handle, Qt.MouseButton.LeftButton, pos=moved)
    width = program.tree.width()
    assert width > 320
    program.close()
    assert start().tree.width() == width


def test_larger_text_gets_a_wider_sidebar_and_gives_it_back(program: Program) -> None:
    before = program.tree.width()
    program.press("=", "=", "=", held=CTRL)
    assert program.tree.width() > before
    program.press("-", "-", "-", held=CTRL)
    assert program.tree.width() == before


def test_open_branches_are_remembered(program: Program, start: Start) -> None:
    program.stand_on("Federation")
    program.press(Qt.Key.Key_Right)
    program.stand_on("AWS Security notes")
    program.close()
    again = start()
    federation = again.tree._model.find(again.topic("Federation"))
    others = again.tree._model.find(again.topic("Amazon Cognito"))
    assert again.tree.isExpanded(federation)
    assert not again.tree.isExpanded(others)


def test_the_page_is_remembered(program: Program, start: Start) -> None:
    program.press(",", held=CTRL)
    program.close()
    start().wait_for("Minutes a day")


def test_the_topic_that_today_is_about_is_remembered(program: Program, start: Start) -> None:
    program.click_topic("Managed services")
    program.let_settle()
    program.close()
    again = start()
    again.let_settle()
    assert again.button("Managed services").isVisible()
    assert again.tree.scope == again.topic("Managed services")


def test_the_numbers_last_seen_are_there_before_the_collection_is_open(
    program: Program, start: Start
) -> None:
    program.press(Qt.Key.Key_Space, Qt.Key.Key_Space, "2", Qt.Key.Key_Escape)
    program.wait_for("9 new cards")
    program.let_settle()
    program.close()
    assert start().shows("9 new cards")  # the worker has not had a turn yet


def test_a_window_closed_in_a_review_comes_back_to_today(program: Program, start: Start) -> None:
    program.press(Qt.Key.Key_Space, Qt.Key.Key_Space, "2")
    program.close()
    again = start()
    again.wait_for("9 new cards")
    assert again.tree.isVisible()
    assert again.tree.width() > 200
