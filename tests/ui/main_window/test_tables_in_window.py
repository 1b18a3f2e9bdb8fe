"""Tables as text in the preview: read in another way, and put right row by row."""

from __future__ import annotations

from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QComboBox, QLineEdit, QTableWidget

from aws_flash.domain.note import Note
from tests.ui.main_window.program import CTRL, Program, text_of

TEXT = "Question;Answer\nHola?;Hello\nSol?\nLuna?;Moon\n"


@pytest.fixture
def looked_at(program: Program, tmp_path: Path) -> Program:
    """The preview of a table of which a row is faulty, at the part about the table."""
    file = tmp_path / "words.csv"
    file.write_text(TEXT, encoding="utf-8")
    program.window.open_files([file])
    program.wait_for("Import “words.csv”")
    program.let_settle()
    program.click("Table")
    program.let_settle()
    return program


def box(program: Program, name: str) -> QComboBox:
    boxes = [one for one in program.frame.findChildren(QComboBox) if one.isVisible()]
    return next(one for one in boxes if one.accessibleName() == name)


def choose(program: Program, name: str, value: str) -> None:
    """Choose from a drop-down list by keys."""
    found = box(program, name)
    found.setFocus()
    program.type(value)
    program.let_settle()
    assert box(program, name).currentText() == value


def cells(program: Program) -> list[str]:
    """The first rows after the row of roles, a row in one text."""
    table = program.frame.findChild(QTableWidget)
    assert isinstance(table, QTableWidget)
    return [
        " | ".join(
            item.text()
            for place in range(table.columnCount())
            if (item := table.item(row, place)) is not None
        )
        for row in range(1, table.rowCount())
    ]


def test_the_first_rows_show_as_they_are_read(looked_at: Program) -> None:
    assert cells(looked_at) == ["Hola? | Hello", "Sol?", "Luna? | Moon"]
    assert looked_at.shows("2 cards")
    assert box(looked_at, "Between cells").currentText() == "Semicolon"


def test_another_role_makes_other_cards(looked_at: Program) -> None:
    choose(looked_at, "Answer holds", "Question")
    choose(looked_at, "Question holds", "Answer")
    looked_at.press(Qt.Key.Key_Return, held=CTRL)
    looked_at.wait_for("2 cards added, 1 new topic")
    notes: list[Note] = looked_at.read(lambda tables: list(tables.notes.every()))
    asked = {note.field("Question") for note in notes}
    assert {"Hello", "Moon"} <= asked


def test_another_sign_between_cells_is_seen_at_once(looked_at: Program) -> None:
    choose(looked_at, "Between cells", "Tab")
    assert cells(looked_at)[0] == "Hola?;Hello"


def test_the_header_may_be_a_card_after_all(looked_at: Program) -> None:
    looked_at.button("The first row names the columns").setFocus()
    looked_at.press(Qt.Key.Key_Space)
    looked_at.wait_for("3 cards")
    assert cells(looked_at)[0] == "Question | Answer"


def test_a_faulty_row_put_right_comes_too(looked_at: Program) -> None:
    looked_at.click("1 left out")
    fields = [one for one in looked_at.frame.findChildren(QLineEdit) if one.isVisible()]
    (cell,) = [one for one in fields if one.text() == "Sol?"]
    cell.setFocus()
    looked_at.press(Qt.Key.Key_Tab)
    looked_at.type("Sun")
    looked_at.press(Qt.Key.Key_Return)
    looked_at.wait_for("3 cards")
    assert not looked_at.shows("left out")
    looked_at.press(Qt.Key.Key_Return, held=CTRL)
    looked_at.wait_for("3 cards added, 1 new topic")


def save_left_out(program: Program, path: Path) -> str:
    """Press the button, name the file in the system's dialog, and return what it holds then."""
    assert program.save_as("Save what was left out…", path) == "words left out.csv"
    program.qtbot.waitUntil(lambda: program.toast.startswith(f"Saved to {path.name}"))
    return path.read_text(encoding="utf-8-sig")


def test_what_is_left_out_is_saved_mended_and_brought_in(
    looked_at: Program, tmp_path: Path
) -> None:
    looked_at.click("1 left out")
    saved = tmp_path / "mend me.csv"
    text = save_left_out(looked_at, saved)
    assert text.splitlines() == [
        "left out of words.csv,why,Question,Answer",
        'line 3,"there is one cell, where others have 2",Sol?',
    ]
    saved.write_text(text.replace("Sol?", "Sol?,Sun"), encoding="utf-8")
    looked_at.click("Cancel")
    looked_at.window.open_files([saved])
    looked_at.wait_for("Import “mend me.csv”")
    looked_at.let_settle()
    looked_at.click("Table")
    looked_at.wait_for("These rows were left out of “words.csv” before.")
    assert cells(looked_at) == ["Sol? | Sun"]
    assert not looked_at.shows("left out.")


def test_the_report_still_saves_the_cells(looked_at: Program, tmp_path: Path) -> None:
    looked_at.press(Qt.Key.Key_Return, held=CTRL)
    looked_at.wait_for("1 part of the file was left out.")
    assert looked_at.shows("There is one cell, where others have 2")
    assert "Sol?" in save_left_out(looked_at, tmp_path / "mend me.csv")


def test_an_older_report_saves_where_and_why(looked_at: Program, tmp_path: Path) -> None:
    looked_at.press(Qt.Key.Key_Return, held=CTRL)
    looked_at.wait_for("1 part of the file was left out.")
    other = tmp_path / "other.csv"
    other.write_text("Question;Answer\nTierra?;Earth\n", encoding="utf-8")
    looked_at.window.open_files([other])
    looked_at.wait_for("Import “other.csv”")
    looked_at.let_settle()
    looked_at.press(Qt.Key.Key_Return, held=CTRL)
    looked_at.wait_for("Imported “other.csv”")
    looked_at.click("All imports")
    looked_at.let_settle()
    reports = [one for one in looked_at.seen() if text_of(one) == "Report"]
    looked_at.qtbot.mouseClick(reports[1], Qt.MouseButton.LeftButton)
    looked_at.wait_for("1 part of the file was left out.")
    text = save_left_out(looked_at, tmp_path / "mend me.csv")
    assert text.splitlines()[1] == 'line 3,"there is one cell, where others have 2"'


def test_cells_are_called_as_their_columns_are(looked_at: Program) -> None:
    looked_at.click("1 left out")
    fields = [one for one in looked_at.frame.findChildren(QLineEdit) if one.isVisible()]
    assert [one.accessibleName() for one in fields] == ["line 3, Question", "line 3, Answer"]
    assert fields[1].placeholderText() == "Answer"
