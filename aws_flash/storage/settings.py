"""The settings table: one row a setting, its value as JSON."""

from __future__ import annotations

import json
from collections.abc import Sequence
from dataclasses import asdict, dataclass, fields
from typing import Any

from aws_flash.domain.settings import Fall, Settings
from aws_flash.domain.shelf_life import ShelfLives
from aws_flash.storage.keeper import Keeper, Row
from aws_flash.storage.schema import settings


@dataclass(frozen=True, slots=True)
class Setting:
    """One setting by name; `value` is JSON."""

    name: str
    value: str


class SettingsTable(Keeper[str, Setting]):
    """Settings by name."""

    name = "settings"
    table = settings
    key = settings.c.name

    _known: Settings | None = None

    def read(self) -> Settings:
        """Return the settings; what was never set has its default."""
        if self._known is None:
            self._known = self._decoded()
        return self._known

    def write(self, values: Settings) -> None:
        """Store the settings."""
        self.put_all(Setting(name, json.dumps(value)) for name, value in asdict(values).items())

    def _decoded(self) -> Settings:
        known = {field.name for field in fields(Settings)}
        stored = {one.name: json.loads(one.value) for one in self.every() if one.name in known}
        if "rests" in stored:
            stored["rests"] = tuple(stored["rests"])
        if "fall" in stored:
            stored["fall"] = Fall(stored["fall"])
        if "shelf_lives" in stored:
            stored["shelf_lives"] = ShelfLives(**stored["shelf_lives"])
        return Settings(**stored)

    def unreadable(self) -> list[str]:
        """Return the names of the settings when they make no sense together; else none."""
        try:
            self.read()
        except (ValueError, TypeError):
            return [one.name for one in self.every()]
        return []

    def _stored(self, _olds: dict[str, Setting], _fresh: dict[str, Setting]) -> None:
        self._known = None

    def _removed(self, _olds: dict[str, Setting]) -> None:
        self._known = None

    def _key_of(self, value: Setting) -> str:
        return value.name

    def _row(self, value: Setting) -> Row:
        return (value.name, value.value)

    def _value(self, row: Sequence[Any]) -> Setting:
        return Setting(*row)
