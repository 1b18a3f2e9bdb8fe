"""Options: what the user sets for the collection."""

from __future__ import annotations

from dataclasses import replace

from aws_flash.application.operations import Operations
from aws_flash.domain.changes import Action, Done, Step
from aws_flash.domain.settings import Settings
from aws_flash.storage.tables import Tables


class Options:
    """Reads and changes the settings of the collection."""

    def __init__(self, operations: Operations) -> None:
        """Work through `operations`."""
        self._operations = operations

    def read(self) -> Settings:
        """Return the settings."""
        return self._operations.read(lambda tables: tables.settings.read())

    def change(self, settings: Settings) -> Done[Settings]:
        """Store settings; new rests hold for answers from now on."""

        def body(tables: Tables) -> Settings:
            tables.settings.write(settings)
            return settings

        return self._operations.run(Step(Action.CHANGE_SETTINGS), body)

    def catch_up(self, minutes: int | None) -> Done[Settings]:
        """Take an offer of so many minutes a day until all is cleared; None ends it."""

        def body(tables: Tables) -> Settings:
            settings = replace(tables.settings.read(), catch_up_minutes=minutes)
            tables.settings.write(settings)
            return settings

        return self._operations.run(Step(Action.CATCH_UP), body)
