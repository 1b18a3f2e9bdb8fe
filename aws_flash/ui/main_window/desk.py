"""The desk: what every flow of the window works with."""

from __future__ import annotations

from collections.abc import Callable
from datetime import datetime
from typing import TYPE_CHECKING, Any, TypeVar

from PySide6.QtCore import QObject, Signal

from aws_flash.ui.icons import Icons
from aws_flash.ui.preferences import PreferencesFile
from aws_flash.ui.tasks import Tasks
from aws_flash.ui.theme.theme import Theme

if TYPE_CHECKING:
    from aws_flash.application.services import ProfileAccess, Services
    from aws_flash.domain.changes import Done
    from aws_flash.ui.card.pictures import Pictures

T = TypeVar("T")


class Desk(QObject):
    """Runs use-cases for the flows and says what changed.

    `clock` gives the local time. `access` leads to the services and is called on the worker alone:
    the first call opens the collection, so a flow can ask for something before that has happened.
    `changed(Done, sender)` is the one signal that travels up unasked.
    """

    changed = Signal(object, object)

    def __init__(
        self,
        theme: Theme,
        tasks: Tasks,
        preferences: PreferencesFile,
        access: Callable[[], ProfileAccess],
        clock: Callable[[], datetime],
    ) -> None:
        """Keep what the flows share."""
        super().__init__()
        self.theme = theme
        self.icons = Icons(theme)
        self.tasks = tasks
        self.preferences = preferences
        self.access = access
        self.clock = clock

    def services(self) -> Services:
        """Return the services of the open collection; for the worker alone."""
        return self.access().services()

    def pictures(self) -> Pictures:
        """Return the pictures of the collection, for cards to show."""
        from aws_flash.ui.card.pictures import Pictures

        return Pictures(lambda name: self.access().media_path(name))

    def read(self, work: Callable[[Services], T], then: Callable[[T], None]) -> None:
        """Read something on the worker and hand it over."""
        self.tasks.run(lambda: work(self.services()), then)

    def do(
        self,
        work: Callable[[Services], Done[T]],
        sender: object,
        then: Callable[[Done[T]], Any] | None = None,
    ) -> None:
        """Run a use-case on the worker, hand its result over, and say what it changed."""

        def finished(done: Done[T]) -> None:
            if then is not None:
                then(done)
            if done.changed:
                self.changed.emit(done, sender)

        self.tasks.run(lambda: work(self.services()), finished)
