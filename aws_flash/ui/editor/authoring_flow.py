"""The flow of writing: new cards and new topics, from their sheets to the use-cases."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from functools import partial
from typing import TYPE_CHECKING, Any, TypeVar

from PySide6.QtCore import QObject, Signal
from PySide6.QtWidgets import QWidget
from shiboken6 import isValid

from aws_flash.domain.errors import UserError
from aws_flash.ui.editor.editing_sheet import EditingSheet
from aws_flash.ui.editor.new_card import NewCardSheet, WrittenCard
from aws_flash.ui.editor.new_topic import NewTopicSheet, WrittenTopic
from aws_flash.ui.editor.topic_paths import TopicPath, topic_paths
from aws_flash.ui.tasks import Tasks
from aws_flash.ui.theme.theme import Theme

if TYPE_CHECKING:
    from aws_flash.application.services import Services
    from aws_flash.domain.changes import Done
    from aws_flash.domain.views import TreeRow

T = TypeVar("T")


class AuthoringFlow(QObject):
    """Opens sheets over a window; `changed` carries each Done.

    What cannot be stored is said on the sheet, where the text still stands; bugs go to
    `Tasks.failed`, and so do errors when the sheet was closed meanwhile.
    """

    changed = Signal(object)

    def __init__(
        self, theme: Theme, window: QWidget, tasks: Tasks, services: Callable[[], Services]
    ) -> None:
        """Work over `window`; `services` is called on the worker."""
        super().__init__(window)
        self._theme = theme
        self._window = window
        self._tasks = tasks
        self._services = services
        self._is_storing = False
        self._last_topic: int | None = None

    def write_cards(self, rows: Iterable[TreeRow], scope: int | None = None) -> None:
        """Open the sheet for new cards with a topic chosen: `scope`, or else the one used last.

        Where there is no topic yet, the sheet for a new one comes first.
        """
        paths = topic_paths(rows)
        if not paths:
            self._open_topic_sheet((), None, then=self._write_into)
            return
        self._open_card_sheet(paths, scope if scope is not None else self._last_topic)

    def write_topic(self, rows: Iterable[TreeRow], scope: int | None = None) -> None:
        """Open the sheet for a new topic, to be put under `scope` unless another is chosen."""
        self._open_topic_sheet(topic_paths(rows), scope)

    def _write_into(self, name: str, topic_id: int) -> None:
        self._open_card_sheet((TopicPath(topic_id, (name,)),), topic_id)

    def _open_card_sheet(self, paths: Iterable[TopicPath], topic_id: int | None) -> None:
        sheet = NewCardSheet(self._theme, self._window, paths)
        sheet.choose_topic(topic_id)
        sheet.closed.connect(sheet.deleteLater)
        sheet.card_written.connect(partial(self._add_card, sheet))
        sheet.open()

    def _open_topic_sheet(
        self,
        paths: Iterable[TopicPath],
        parent_id: int | None,
        then: Callable[[str, int], None] | None = None,
    ) -> None:
        sheet = NewTopicSheet(self._theme, self._window, paths)
        sheet.choose_parent(parent_id)
        sheet.closed.connect(sheet.deleteLater)
        sheet.topic_written.connect(partial(self._add_topic, sheet, then))
        sheet.open()

    def _add_card(self, sheet: NewCardSheet, card: WrittenCard) -> None:
        def added(_done: Done[int]) -> None:
            self._last_topic = card.topic_id
            if isValid(sheet):
                sheet.card_added()

        self._store(
            sheet,
            lambda services: services.authoring.add_card(card.question, card.answer, card.topic_id),
            added,
        )

    def _add_topic(
        self,
        sheet: NewTopicSheet,
        then: Callable[[str, int], None] | None,
        topic: WrittenTopic,
    ) -> None:
        def added(done: Done[int]) -> None:
            if isValid(sheet):
                sheet.close_sheet()
            if then is not None:
                then(topic.name, done.value)

        self._store(sheet, lambda services: services.topics.add(topic.name, topic.parent_id), added)

    def _store(
        self,
        sheet: EditingSheet,
        work: Callable[[Services], Done[T]],
        then: Callable[[Done[T]], Any],
    ) -> None:
        """Do it on the worker; a second press meanwhile does not do it twice."""
        if self._is_storing:
            return
        self._is_storing = True

        def finished(done: Done[T]) -> None:
            self._is_storing = False
            then(done)
            if done.changed:
                self.changed.emit(done)

        def refused(error: Exception) -> None:
            self._is_storing = False
            if isinstance(error, UserError) and isValid(sheet):
                sheet.show_error(error)
            else:
                self._tasks.failed.emit(error)

        self._tasks.run(lambda: work(self._services()), finished, refused)
