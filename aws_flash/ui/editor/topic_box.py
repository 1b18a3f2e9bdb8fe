"""A drop-down list of topics by their paths."""

from __future__ import annotations

from collections.abc import Iterable

from PySide6.QtWidgets import QComboBox, QSizePolicy, QWidget

from aws_flash.ui.editor.topic_paths import TopicPath

_MOST_VISIBLE = 14
_LEAST_LETTERS = 20


class TopicBox(QComboBox):
    """Holds ids of topics, perhaps with a first entry that stands for none."""

    def __init__(
        self, name: str, paths: Iterable[TopicPath], parent: QWidget | None = None
    ) -> None:
        """Take the accessible `name` and the topics from top to bottom."""
        super().__init__(parent)
        self.setAccessibleName(name)
        self.setMaxVisibleItems(_MOST_VISIBLE)
        self.setMinimumContentsLength(_LEAST_LETTERS)
        self.setSizeAdjustPolicy(QComboBox.SizeAdjustPolicy.AdjustToMinimumContentsLengthWithIcon)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        for path in paths:
            self.addItem(path.text, path.topic_id)

    def add_none(self, text: str) -> None:
        """Begin with an entry for no topic, and choose it."""
        self.insertItem(0, text, None)
        self.setCurrentIndex(0)

    @property
    def topic_id(self) -> int | None:
        """The topic chosen."""
        found = self.currentData()
        return found if isinstance(found, int) else None

    def choose(self, topic_id: int | None) -> None:
        """Choose a topic; one that is not there changes nothing."""
        index = self.findData(topic_id) if topic_id is not None else -1
        if index >= 0:
            self.setCurrentIndex(index)
