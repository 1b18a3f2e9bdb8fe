"""New cards and topics, from the sheet to the collection."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QComboBox, QWidget
from pytestqt.qtbot import QtBot

from aws_flash.domain.note import Note
from aws_flash.domain.topic import Topic
from aws_flash.domain.views import TreeRow
from aws_flash.ui.editor.authoring_flow import AuthoringFlow
from aws_flash.ui.editor.editing_sheet import EditingSheet
from aws_flash.ui.tasks import Tasks
from aws_flash.ui.theme.theme import Theme
from tests.ui.editor.hands import ENTER, ESC, TAB, Hands, focused
from tests.ui.review.own_collection import Watch, services_in


class Writer:
    """A user who writes cards into a real collection."""

    def __init__(self, theme: Theme, window: QWidget, qtbot: QtBot, folder: Path) -> None:
        self.hands = Hands(window, qtbot)
        self.window = window
        self.tasks = Tasks()
        self.services = services_in(folder, Watch())
        self.flow = AuthoringFlow(theme, window, self.tasks, lambda: self.services)
        self.told: list[str] = []
        self.flow.changed.connect(lambda done: self.told.append(done.step.action.value))

    def rows(self) -> tuple[TreeRow, ...]:
        return self.services.overviews.look().tree

    def sheets(self) -> list[EditingSheet]:
        return [one for one in self.window.findChildren(EditingSheet) if one.isVisible()]

    def topic_box(self) -> QComboBox:
        return next(one for one in self.window.findChildren(QComboBox) if one.isVisible())

    def notes(self) -> list[Note]:
        return self.services.operations.read(lambda tables: list(tables.notes.every()))

    def topics(self) -> list[Topic]:
        return self.services.operations.read(lambda tables: tables.topics.tree())

    def wait_for(self, *told: str) -> None:
        self.hands.qtbot.waitUntil(lambda: self.told == list(told))

    def write(self, question: str, answer: str) -> None:
        self.hands.type(question)
        self.hands.strike(TAB)
        self.hands.type(answer)
        self.hands.save()


@pytest.fixture
def writer(theme: Theme, window: QWidget, qtbot: QtBot, tmp_path: Path) -> Iterator[Writer]:
    made = Writer(theme, window, qtbot, tmp_path)
    yield made
    made.tasks.finish()
    made.services.collection.close()


def test_a_card_is_added_and_the_sheet_waits_for_the_next(writer: Writer) -> None:
    writer.flow.write_cards(writer.rows(), scope=3)
    writer.write("What is 1 < 2?", "True")
    writer.wait_for("add card")
    assert writer.notes()[0].field("Question") == "What is 1 &lt; 2?"
    assert writer.hands.fields() == {"Question": "", "Answer": ""}
    assert focused().accessibleName() == "Question"
    assert writer.hands.shows("Added. 1 card")
    writer.write("Next?", "Yes")
    writer.wait_for("add card", "add card")
    assert writer.hands.shows("Added. 2 cards")


def test_the_topic_in_view_is_chosen(writer: Writer) -> None:
    writer.flow.write_cards(writer.rows(), scope=3)
    assert writer.topic_box().currentText() == "Identity federation \u203a STS calls"
    writer.write("Which?", "That")
    writer.wait_for("add card")
    cards = writer.services.operations.read(lambda tables: tables.cards.ids_in_topics([3]))
    assert len(cards) == 1


def test_the_topic_used_last_is_chosen_where_none_is_in_view(writer: Writer) -> None:
    writer.flow.write_cards(writer.rows(), scope=2)
    writer.write("Which?", "That")
    writer.wait_for("add card")
    writer.hands.strike(ESC)
    writer.flow.write_cards(writer.rows())
    assert writer.topic_box().currentText() == "AWS \u203a Identity federation"


def test_a_card_without_an_answer_is_not_added(writer: Writer) -> None:
    writer.flow.write_cards(writer.rows())
    writer.hands.type("Which?")
    writer.hands.save()
    assert writer.hands.shows("Answer still needs a text.")
    assert focused().accessibleName() == "Answer"
    writer.hands.type("That")
    assert not writer.hands.shows("still needs")
    writer.hands.save()
    writer.wait_for("add card")


def test_saving_twice_at_once_adds_one_card(writer: Writer) -> None:
    writer.flow.write_cards(writer.rows())
    writer.write("Which?", "That")
    writer.hands.save()
    writer.wait_for("add card")
    assert len(writer.notes()) == 1


def test_a_topic_deleted_meanwhile_is_said_and_the_text_stays(writer: Writer) -> None:
    writer.flow.write_cards(writer.rows(), scope=3)
    writer.services.topics.delete(3)
    writer.write("Which?", "That")
    writer.hands.qtbot.waitUntil(lambda: writer.hands.shows("no longer there"))
    assert writer.hands.fields() == {"Question": "Which?", "Answer": "That"}


def test_escape_keeps_a_half_written_card(writer: Writer) -> None:
    writer.flow.write_cards(writer.rows())
    writer.hands.type("Which?")
    writer.hands.strike(ESC)
    assert writer.hands.shows("Your text is not saved yet.")
    writer.hands.click("Keep editing")
    assert writer.hands.fields()["Question"] == "Which?"


def test_a_topic_is_added_under_the_one_in_view(writer: Writer) -> None:
    writer.flow.write_topic(writer.rows(), scope=2)
    writer.hands.type("SAML")
    writer.hands.strike(ENTER)
    writer.wait_for("add topic")
    assert [topic.parent_id for topic in writer.topics() if topic.name == "SAML"] == [2]
    assert writer.sheets() == []


def test_a_topic_needs_a_name(writer: Writer) -> None:
    writer.flow.write_topic(writer.rows())
    writer.hands.save()
    assert writer.hands.shows("A topic needs a name.")
    writer.hands.type("S")
    assert not writer.hands.shows("A topic needs a name.")
    writer.hands.strike(Qt.Key.Key_Backspace)
    writer.hands.strike(ESC)
    assert writer.sheets() == []


def test_where_there_is_no_topic_the_first_one_comes_before_the_first_card(writer: Writer) -> None:
    writer.services.topics.delete(1)
    writer.flow.write_cards(writer.rows())
    writer.hands.type("Biology")
    writer.hands.strike(ENTER)
    writer.wait_for("add topic")
    assert writer.topic_box().currentText() == "Biology"
    writer.write("What is a cell?", "A room")
    writer.wait_for("add topic", "add card")
    assert len(writer.notes()) == 1
