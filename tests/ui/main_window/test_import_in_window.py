"""Files brought in through the window: looked at, taken in, told, taken back."""

from __future__ import annotations

from pathlib import Path

import pytest
from PySide6.QtCore import QMimeData, QPointF, Qt, QUrl
from PySide6.QtGui import QDragEnterEvent, QDragLeaveEvent, QDropEvent
from PySide6.QtWidgets import QApplication, QFileDialog, QLineEdit, QTreeView, QWidget

from aws_flash.application.importing.arrival import Arrival
from tests.ui.main_window.arriving import arrival, bundle, learned, note, write_deck
from tests.ui.main_window.program import CTRL, NONE, Program

ESC, ENTER, DELETE = Qt.Key.Key_Escape, Qt.Key.Key_Return, Qt.Key.Key_Delete
LEFT, COPY = Qt.MouseButton.LeftButton, Qt.DropAction.CopyAction
VEIL = "Drop to look at it first"
FIRST, SECOND = note("n1", "What is a subnet?"), note("n2", "What is a key?", topic="t-keys")


@pytest.fixture
def deck(tmp_path: Path) -> Path:
    """A folder with two cards, each in a topic of its own."""
    return write_deck(tmp_path / "mine", FIRST, SECOND)


def look_at(program: Program, *files: Path) -> None:
    program.window.open_files(files)
    program.wait_for(f"Import “{files[0].name}”")
    program.let_settle()


def arrive(program: Program, arrived: Arrival) -> None:
    """Look at a file that no reader of ours had to read."""
    program.window.transfer.arrivals.look_at(arrived)
    program.wait_for(f"Import “{arrived.path.name}”")
    program.let_settle()


def take_in(program: Program) -> None:
    program.press(ENTER, held=CTRL)
    program.wait_for("Take back")
    program.let_settle()


def dragged(widget: QWidget, *paths: Path) -> QMimeData:
    """Drag files from outside over a widget, as Qt tells it."""
    carried = QMimeData()
    carried.setUrls([QUrl.fromLocalFile(str(path)) for path in paths])
    entering = QDragEnterEvent(widget.rect().center(), COPY, carried, LEFT, NONE)
    QApplication.sendEvent(widget, entering)
    assert entering.isAccepted()
    assert veil(widget).isVisible()
    return carried


def dropped(widget: QWidget, *paths: Path) -> None:
    """Drag files over a widget, and let them go there."""
    carried = dragged(widget, *paths)
    at = QPointF(widget.rect().center())
    QApplication.sendEvent(widget, QDropEvent(at, COPY, carried, LEFT, NONE))


def test_a_file_dropped_on_the_window_is_looked_at_first(program: Program, deck: Path) -> None:
    dropped(program.frame, deck)
    program.wait_for("aws-flash deck · 2 topics · 2 cards")
    program.wait_for("What is a subnet?")
    assert program.shows("2 new")
    assert "My notes" not in program.topics()


def veil(window: QWidget) -> QWidget:
    """What lies over the window while files are over it."""
    return next(one for one in window.findChildren(QWidget) if one.accessibleName() == VEIL)


def test_the_veil_goes_with_the_drop(program: Program, deck: Path) -> None:
    dropped(program.frame, deck)
    assert not veil(program.frame).isVisible()


def test_files_that_are_dragged_away_again_leave_no_trace(program: Program, deck: Path) -> None:
    dragged(program.frame, deck)
    QApplication.sendEvent(program.frame, QDragLeaveEvent())
    assert not veil(program.frame).isVisible()
    assert program.button("Start review").isVisible()


def test_what_is_no_file_is_not_taken(program: Program) -> None:
    carried = QMimeData()
    carried.setText("some words")
    entering = QDragEnterEvent(program.frame.rect().center(), COPY, carried, LEFT, NONE)
    entering.ignore()
    QApplication.sendEvent(program.frame, entering)
    assert not entering.isAccepted()


def test_ctrl_i_lets_a_file_be_chosen(program: Program, tmp_path: Path) -> None:
    file = tmp_path / "empty.txt"
    file.touch()
    program.press("I", held=CTRL)
    dialog = program.frame.findChild(QFileDialog)
    assert isinstance(dialog, QFileDialog)
    field = dialog.findChild(QLineEdit)
    assert isinstance(field, QLineEdit)
    field.setText(str(file))
    dialog.accept()
    program.wait_for_toast(f"There are no cards in {file}. Nothing was changed.")


def test_what_was_looked_at_comes_with_one_key_and_is_told(program: Program, deck: Path) -> None:
    look_at(program, deck)
    assert program.button("Add 2 cards").isVisible()
    take_in(program)
    assert program.shows("Imported “mine”")
    assert program.shows("2 cards added, 3 new topics")
    assert program.toast == "Imported mine"
    assert {"My notes", "Networks", "Keys and locks"} <= set(program.topics())


def test_an_import_is_one_step_to_undo(program: Program, deck: Path) -> None:
    look_at(program, deck)
    take_in(program)
    program.undo()
    program.wait_for("Start review")
    assert "My notes" not in program.topics()
    assert program.toast == "Undone: imported mine"


def test_escape_leaves_a_preview_and_nothing_came(program: Program, deck: Path) -> None:
    look_at(program, deck)
    program.press(ESC)
    program.wait_for("Start review")
    program.let_settle()
    assert "My notes" not in program.topics()


def test_the_same_file_again_brings_nothing_new(program: Program, deck: Path) -> None:
    look_at(program, deck)
    take_in(program)
    program.press(ESC)
    look_at(program, deck)
    assert program.shows("Nothing new: everything in this file is here already.")
    assert not any(text.startswith("Add") for text in program.texts())
    program.click("Done")
    program.wait_for("Start review")


def test_a_topic_without_its_tick_does_not_come(program: Program, deck: Path) -> None:
    look_at(program, deck)
    topics = next(one for one in program.seen() if one.accessibleName() == "Topics in the file")
    topics.setFocus()
    program.press(*[Qt.Key.Key_Down] * 3, Qt.Key.Key_Space)
    take_in_text = program.button("Add 1 card")
    assert take_in_text.isVisible()
    take_in(program)
    assert "Keys and locks" not in program.topics()
    assert "Networks" in program.topics()


def test_a_topic_counts_the_cards_below_it_as_the_tree_does(program: Program, deck: Path) -> None:
    look_at(program, deck)
    topics = next(one for one in program.seen() if one.accessibleName() == "Topics in the file")
    assert isinstance(topics, QTreeView)
    model = topics.model()
    mine = model.index(1, 0)
    rows = [model.index(1, 1), *(model.index(row, 1, mine) for row in range(2))]
    assert [row.data() for row in rows] == ["2", "1", "1"]
    assert rows[0].data(Qt.ItemDataRole.AccessibleTextRole) == "2 cards"


def test_a_topic_chosen_shows_its_cards(program: Program, deck: Path) -> None:
    look_at(program, deck)
    topics = next(one for one in program.seen() if one.accessibleName() == "Topics in the file")
    topics.setFocus()
    program.press(*[Qt.Key.Key_Down] * 3)
    program.wait_for("What is a key?")
    assert program.shows("1 of 1")


def test_next_shows_another_card(program: Program, deck: Path) -> None:
    look_at(program, deck)
    program.click("Next card")
    program.wait_for("What is a key?")
    assert program.shows("2 of 2")
    program.press(Qt.Key.Key_Right)
    program.wait_for("What is a subnet?")


def test_files_are_looked_at_one_after_the_other(
    program: Program, deck: Path, tmp_path: Path
) -> None:
    other = write_deck(tmp_path / "other", note("n9", "What is a role?"))
    look_at(program, deck, other)
    assert program.shows("1 of 2")
    take_in(program)
    program.click("Next file")
    program.wait_for("Import “other”")
    program.let_settle()
    program.press(ESC)
    program.wait_for("Start review")


def test_going_elsewhere_puts_the_file_aside(program: Program, deck: Path) -> None:
    look_at(program, deck)
    program.press("1", held=CTRL)
    program.wait_for("Start review")
    look_at(program, deck)
    assert program.shows("2 new")


def test_a_file_may_come_in_the_middle_of_a_review(program: Program, deck: Path) -> None:
    program.press(Qt.Key.Key_Space)
    look_at(program, deck)
    assert program.shows("2 new")


def test_a_changed_card_shows_both_texts(program: Program, deck: Path, tmp_path: Path) -> None:
    look_at(program, deck)
    take_in(program)
    program.press(ESC)
    later = write_deck(tmp_path / "later", note("n1", "What is a subnet?", "A range."), SECOND)
    look_at(program, later)
    assert program.button("Update 1 card").isVisible()
    program.click("1 changed")
    program.wait_for("A range.")
    assert program.shows("Yes.")


def test_in_a_clash_mine_stays_unless_the_file_is_to_win(program: Program) -> None:
    arrive(program, arrival(bundle(FIRST)))
    take_in(program)
    edit(program, "n1", "As I learned it.")
    theirs = bundle(note("n1", "What is a subnet?", "A range."))
    arrive(program, arrival(theirs))
    program.wait_for("1 changed by you and by the file")
    assert not program.shows("Update 1 card")
    program.click("Take the file's")
    assert program.button("Update 1 card").isVisible()
    take_in(program)
    assert answers(program)["n1"] == "A range."


def test_progress_comes_with_one_s_own_collection_alone(program: Program) -> None:
    arrive(program, arrival(learned(bundle(FIRST)), "mine.colpkg"))
    program.wait_for("Bring boxes, due days and history")
    assert program.button("Bring boxes").isChecked()
    take_in(program)
    assert program.shows("1 card added, 2 new topics, 1 review")


def test_drafts_can_be_left_out_and_changed(program: Program) -> None:
    drafts = bundle(note("d1", "Who?", line=3), note("d2", "When?", line=4), is_draft=True)
    arrive(program, arrival(drafts, "notes.txt"))
    program.wait_for("2 drafts · click one to change it, Del to leave it out")
    assert program.shows("Basic · line 3")
    program.button("Who?").setFocus()
    program.press(DELETE)
    assert program.button("Add 1 card").isVisible()
    edits = [one for one in program.seen() if one.accessibleName() == "Edit: When?"]
    program.qtbot.mouseClick(edits[0], Qt.MouseButton.LeftButton)
    program.wait_for("Edit card")
    program.press("a", held=CTRL)
    program.type("Since when?")
    program.press(ENTER, held=CTRL)
    program.wait_for("Since when?")
    take_in(program)
    assert set(answers(program)) == {"d2"}


def test_a_draft_without_a_question_comes_once_it_has_one(program: Program) -> None:
    drafts = bundle(note("d1", "", "On Mondays.", line=3), note("d2", "Who?"), is_draft=True)
    arrive(program, arrival(drafts, "notes.txt"))
    program.wait_for("No question yet")
    assert program.button("Add 1 card").isVisible()
    program.click("Edit")
    program.wait_for("Edit card")
    program.type("When?")
    program.press(ENTER, held=CTRL)
    program.wait_for("Add 2 cards")


def test_a_file_that_cannot_be_read_is_refused_in_a_sentence(
    program: Program, tmp_path: Path
) -> None:
    program.window.open_files([tmp_path / "gone.apkg"])
    program.wait_for_toast(
        f"{tmp_path / 'gone.apkg'} cannot be read: No such file or directory. Nothing was changed."
    )
    assert program.button("Start review").isVisible()


def edit(program: Program, guid: str, answer: str) -> None:
    """Edit a card as on the page of a review, on the program's worker."""
    services = program.window._desk.services

    def work() -> None:
        ids = services().operations.read(lambda tables: tables.notes.ids_by_guid([guid]))
        services().authoring.edit(ids[guid], {"Answer": answer})

    program.window._desk.tasks.run(work)
    program.let_settle()


def answers(program: Program) -> dict[str, str]:
    notes = program.read(lambda tables: list(tables.notes.every()))
    return {one.guid: one.field("Answer") for one in notes if len(one.guid) == 2}
