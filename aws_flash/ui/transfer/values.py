"""What the pages of importing show: plain values, made by the flow."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

if TYPE_CHECKING:
    from datetime import datetime

    from aws_flash.domain.imports import Report


class Draft(NamedTuple):
    """A note that was made by guessing: its texts without markup, and where it comes from."""

    guid: str
    question: str
    answer: str
    about: str
    is_ticked: bool


class ImportLine(NamedTuple):
    """An import as the list shows it; `taken_back` is None where it was not."""

    id: int
    name: str
    format: str
    at: datetime
    report: Report
    taken_back: datetime | None


class ExportPreview(NamedTuple):
    """What would leave, and what the format cannot hold of it."""

    cards: int
    topics: int
    losses: tuple[str, ...]
