"""The media table; the files themselves lie beside the collection, named by their hash."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from aws_flash.domain.media import Medium
from aws_flash.storage.keeper import Keeper, Row
from aws_flash.storage.schema import media


class Media(Keeper[str, Medium]):
    """Media by the name that fields use."""

    name = "media"
    table = media
    key = media.c.name

    def _key_of(self, value: Medium) -> str:
        return value.name

    def _row(self, value: Medium) -> Row:
        return (value.name, value.digest, value.size)

    def _value(self, row: Sequence[Any]) -> Medium:
        return Medium(*row)
