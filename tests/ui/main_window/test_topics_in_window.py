"""Topics in the window: added, renamed, moved, trashed, and taken back each time."""

from __future__ import annotations

from PySide6.QtCore import Qt

from tests.ui.main_window.program import ALT, CTRL, SHIFT, Program

ENTER = Qt.Key.Key_Return


def test_a_topic_is_added_and_taken_back(program: Program) -> None:
    program.press("N", held=CTRL | SHIFT)
    program.type("Incident response")
    program.press(ENTER)
    program.wait_for_toast("Added the topic Incident response")
    assert program.sheet() is None
    assert "Incident response" in program.topics()
    program.undo()
    program.wait_for_toast("Undone: added the topic Incident response")
    assert "Incident response" not in program.topics()


def test_a_new_topic_goes_under_the_one_that_today_is_about(program: Program) -> None:
    program.click_topic("Federation")
    program.press("N", held=CTRL | SHIFT)
    program.type("OIDC")
    program.press(ENTER)
    program.let_settle()
    outline = program.tree._model.outline
    added = next(row for row in outline.rows if row.name == "OIDC")
    assert added.parent_id == program.topic("Federation")
    assert program.tree.visualRect(program.tree.currentIndex()).height() > 0  # its branch opened
    assert program.tree._topic(program.tree.currentIndex()) == added.topic_id


def test_a_topic_is_renamed_in_place(program: Program) -> None:
    program.stand_on("EC2 instances")
    program.press(Qt.Key.Key_F2)
    program.press("A", held=CTRL)
    program.type("EC2 and guest OS")
    program.press(ENTER)
    program.wait_for_toast("Renamed the topic to EC2 and guest OS")
    assert "EC2 and guest OS" in program.topics()
    program.undo()
    program.let_settle()
    assert "EC2 instances" in program.topics()


def test_keys_of_the_window_are_letters_while_a_name_is_typed(program: Program) -> None:
    program.stand_on("EC2 instances")
    program.press(Qt.Key.Key_F2)
    program.press("A", held=CTRL)
    program.type("Why? 12")
    program.press(ENTER)
    program.let_settle()
    assert program.sheet() is None
    assert "Why? 12" in program.topics()


def test_a_topic_is_moved_by_keys_and_back_by_the_toast(program: Program) -> None:
    before = program.topics()
    program.stand_on("EC2 instances")
    program.press(Qt.Key.Key_Up, held=ALT)
    program.wait_for_toast("Moved EC2 instances")
    first = program.tree._model.outline.rows[1]
    assert first.name == "EC2 instances"
    program.click("Undo")
    program.wait_for_toast("Undone: moved EC2 instances")
    assert program.topics() == before


def test_a_topic_goes_to_the_trash_with_its_cards_and_comes_back(program: Program) -> None:
    before = program.topics()
    program.stand_on("Shared responsibility")
    program.press(Qt.Key.Key_Delete)
    program.let_settle()
    assert program.toast.startswith("Moved Shared responsibility and ")
    assert program.toast.endswith(" cards to the trash")
    assert "Shared responsibility" not in program.topics()
    program.click("Undo")
    program.let_settle()
    assert program.topics() == before
    assert program.due("Shared responsibility") == 10


def test_the_keyboard_stands_on_a_row_after_a_topic_went(program: Program) -> None:
    program.stand_on("EC2 instances")
    program.press(Qt.Key.Key_Delete)
    program.let_settle()
    assert program.tree.hasFocus()
    assert program.tree.currentIndex().isValid()


def test_the_toast_undoes_nothing_newer_than_what_it_said(program: Program) -> None:
    program.stand_on("EC2 instances")
    program.press(Qt.Key.Key_Up, held=ALT)
    said = program.frame.toasts._current
    program.press(Qt.Key.Key_Delete)
    assert said is not None
    program.frame.toasts.acted.emit(said.token)  # as if it had been pressed a moment too late
    program.let_settle()
    assert "EC2 instances" not in program.topics()
    program.wait_for_toast("Something newer was done. Ctrl+Z takes back step by step.")


def test_a_click_makes_today_about_a_topic_and_another_about_all(program: Program) -> None:
    program.click_topic("Penetration tests")
    program.let_settle()
    assert program.button("Penetration tests").isVisible()  # the chip that ends it
    assert not program.shows("10 new cards")
    program.click_topic("Penetration tests")
    program.wait_for("10 new cards, about 4 minutes")


def test_the_chip_makes_today_about_all_again(program: Program) -> None:
    program.click_topic("Managed services")
    program.click("Managed services")
    program.wait_for("10 new cards, about 4 minutes")
    assert program.tree.scope is None


def test_the_trash_of_the_topic_that_today_is_about_leads_back_to_all(program: Program) -> None:
    program.click_topic("Federation")
    program.stand_on("Federation")
    program.press(Qt.Key.Key_Delete)
    program.let_settle()
    program.wait_for("10 new cards, about 4 minutes")
    assert program.tree.scope is None


def test_a_click_on_a_topic_leads_from_the_settings_to_today(program: Program) -> None:
    program.press(",", held=CTRL)
    program.click_topic("Managed services")
    program.let_settle()
    assert program.button("Managed services").isVisible()
    assert not program.shows("Minutes a day")
