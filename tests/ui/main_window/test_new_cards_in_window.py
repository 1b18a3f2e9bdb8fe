"""New cards in the window: written on a sheet, there at once, taken back like anything else."""

from __future__ import annotations

from PySide6.QtCore import Qt

from tests.ui.main_window.program import CTRL, Program

TAB, ENTER, ESC, SPACE = (
    Qt.Key.Key_Tab,
    Qt.Key.Key_Return,
    Qt.Key.Key_Escape,
    Qt.Key.Key_Space,
)


def write_card(program: Program, question: str, answer: str) -> None:
    """Write a card on the sheet, which stays open."""
    program.type(question)
    program.press(TAB)
    program.type(answer)
    program.press(ENTER, held=CTRL)


def cards(program: Program) -> int:
    return program.read(lambda tables: len(list(tables.cards.every())))


def test_a_card_is_added_and_shows_up_on_today(program: Program) -> None:
    program.click_topic("Managed services")
    before = cards(program)
    program.press("N", held=CTRL)
    write_card(program, "Who patches RDS?", "AWS")
    program.wait_for("Added. 1 card")
    program.press(ESC)
    program.wait_for_toast("Added a card")
    assert cards(program) == before + 1
    program.undo()
    assert cards(program) == before


def test_the_sheet_stays_for_the_next_card(program: Program) -> None:
    program.press("N", held=CTRL)
    write_card(program, "One?", "1")
    write_card(program, "Two?", "2")
    program.wait_for("Added. 2 cards")
    assert program.focused().accessibleName() == "Question"


def test_keys_of_the_window_wait_while_a_card_is_written(program: Program) -> None:
    before = cards(program)
    program.press("N", held=CTRL)
    program.type("Why ? 12 @")
    program.press("1", "N", held=CTRL)
    assert program.sheet() is not None
    program.press(ESC)
    program.wait_for("Your text is not saved yet.")
    program.click("Discard")
    assert program.sheet() is None
    assert cards(program) == before


def test_ctrl_z_on_the_sheet_takes_back_letters_not_steps(program: Program) -> None:
    program.press(SPACE, SPACE, "2", ESC)
    program.press("N", held=CTRL)
    program.type("Half a thought")
    program.undo()
    assert len(program.reviews()) == 1
    assert program.sheet() is not None


def test_closing_the_window_asks_about_a_text_that_is_not_saved(program: Program) -> None:
    program.press("N", held=CTRL)
    program.type("Half a thought")
    program.frame.close()
    assert program.frame.isVisible()
    program.wait_for("Your text is not saved yet.")
    program.click("Discard")
    program.frame.close()
    assert not program.frame.isVisible()


def test_an_open_sheet_with_nothing_written_holds_nobody_up(program: Program) -> None:
    program.press("N", held=CTRL)
    program.frame.close()
    assert not program.frame.isVisible()


def test_a_card_written_during_a_review_leaves_the_review_as_it_is(program: Program) -> None:
    program.press(SPACE)
    place = next(text for text in program.texts() if text.startswith("1 of "))
    program.press("N", held=CTRL)
    write_card(program, "Who patches RDS?", "AWS")
    program.press(ESC)
    assert program.shows(place)
    program.press(SPACE, "2")
    assert len(program.reviews()) == 1


def test_a_sheet_gives_the_focus_back(program: Program) -> None:
    before = program.focused()
    program.press("N", held=CTRL)
    assert program.focused() is not before
    program.press(ESC)
    assert program.focused() is before
