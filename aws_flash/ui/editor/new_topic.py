"""The sheet for a new topic: its name, and the topic it belongs to."""

from __future__ import annotations

from collections.abc import Iterable
from typing import NamedTuple

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QLineEdit, QWidget

from aws_flash.ui.editor.editing_sheet import EditingSheet
from aws_flash.ui.editor.labelled import labelled
from aws_flash.ui.editor.topic_box import TopicBox
from aws_flash.ui.editor.topic_paths import TopicPath
from aws_flash.ui.editor.words import tr
from aws_flash.ui.theme.theme import Theme

_LONGEST = 200


class WrittenTopic(NamedTuple):
    """A topic as written; no parent stands for the top."""

    name: str
    parent_id: int | None


class NewTopicSheet(EditingSheet):
    """`topic_written` carries a WrittenTopic; close the sheet when it is stored."""

    topic_written = Signal(object)

    def __init__(self, theme: Theme, window: QWidget, paths: Iterable[TopicPath]) -> None:
        """Offer the topics to put it under; not yet open."""
        super().__init__(theme, window, tr("New topic"), tr("Add topic"))
        self._name = QLineEdit()
        self._name.setAccessibleName(tr("Name"))
        self._name.setMaxLength(_LONGEST)
        self._name.returnPressed.connect(self.save)
        self._name.textEdited.connect(self.forget_problem)
        self._parent_topic = TopicBox(tr("Belongs under"), paths)
        self._parent_topic.add_none(tr("Nothing, it stands at the top"))
        for field in (self._name, self._parent_topic):
            self.column.addWidget(labelled(theme, field))

    def choose_parent(self, topic_id: int | None) -> None:
        """Choose the topic to put it under; None keeps the one chosen."""
        self._parent_topic.choose(topic_id)

    def is_changed(self) -> bool:
        """Whether a name is written."""
        return bool(self._name.text().strip())

    def save(self) -> None:
        """Hand out the topic, or say what is missing."""
        name = self._name.text().strip()
        if not name:
            self.show_problem(tr("A topic needs a name."))
            self._name.setFocus(Qt.FocusReason.OtherFocusReason)
            return
        self.topic_written.emit(WrittenTopic(name, self._parent_topic.topic_id))
