"""The sheet for new cards: question, answer, topic; it stays open for the next one."""

from __future__ import annotations

from collections.abc import Iterable
from typing import NamedTuple

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QWidget

from aws_flash.ui.editor.editing_sheet import EditingSheet
from aws_flash.ui.editor.field_text import html_of
from aws_flash.ui.editor.labelled import labelled
from aws_flash.ui.editor.text_area import TextArea
from aws_flash.ui.editor.topic_box import TopicBox
from aws_flash.ui.editor.topic_paths import TopicPath
from aws_flash.ui.editor.words import tr
from aws_flash.ui.text import counted
from aws_flash.ui.theme.theme import Theme


class WrittenCard(NamedTuple):
    """A card as written: question and answer in HTML, and the topic it belongs to."""

    question: str
    answer: str
    topic_id: int


class NewCardSheet(EditingSheet):
    """`card_written` carries a WrittenCard; tell `card_added` when it is stored."""

    card_written = Signal(object)

    def __init__(self, theme: Theme, window: QWidget, paths: Iterable[TopicPath]) -> None:
        """Offer the topics, of which there must be one; not yet open."""
        super().__init__(theme, window, tr("New card"), tr("Add card"))
        self._added = 0
        self.name_cancel(tr("Close"))
        self._question = TextArea(theme, tr("Question"), least_lines=2)
        self._answer = TextArea(theme, tr("Answer"), least_lines=3)
        self._topic = TopicBox(tr("Topic"), paths)
        for field in (self._question, self._answer, self._topic):
            self.column.addWidget(labelled(theme, field))
        for text in (self._question, self._answer):
            text.edited.connect(self.forget_problem)

    def choose_topic(self, topic_id: int | None) -> None:
        """Choose the topic for the card; None keeps the one chosen."""
        self._topic.choose(topic_id)

    @property
    def topic_id(self) -> int | None:
        """The topic chosen."""
        return self._topic.topic_id

    def is_changed(self) -> bool:
        """Whether something is written."""
        return bool(self._question.text().strip() or self._answer.text().strip())

    def save(self) -> None:
        """Hand out the card, or say what is missing."""
        topic_id = self._topic.topic_id
        for field in (self._question, self._answer):
            if not field.text().strip():
                self.show_problem(
                    tr("{field} still needs a text.").format(field=field.accessibleName())
                )
                field.setFocus(Qt.FocusReason.OtherFocusReason)
                return
        if topic_id is not None:
            question, answer = html_of(self._question.text()), html_of(self._answer.text())
            self.card_written.emit(WrittenCard(question, answer, topic_id))

    def card_added(self) -> None:
        """Make room for the next card, and say how many there were."""
        self._added += 1
        self._ask(asking=False)
        for field in (self._question, self._answer):
            field.set_text("")
        self.set_note(tr("Added. {cards}").format(cards=counted(self._added, "card", "cards")))
        self._question.setFocus(Qt.FocusReason.OtherFocusReason)
