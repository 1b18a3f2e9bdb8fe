"""The overview as last seen: a small file, so that the first window shows numbers at once."""

from __future__ import annotations

import json
from contextlib import suppress
from datetime import date
from pathlib import Path
from typing import Any

from aws_flash.domain.views import (
    BoxView,
    Offer,
    Overview,
    TodayView,
    TreeRow,
    WeakTopic,
    WelcomeView,
)
from aws_flash.ui.preferences import write_atomically

FILE_NAME = "last-overview.json"


def keep(folder: Path, overview: Overview) -> None:
    """Write the overview into the profile folder; a disk that refuses is no matter."""
    tree = [row._asdict() for row in overview.tree]
    with suppress(OSError):
        text = json.dumps({"tree": tree, "today": overview.today}, default=_plain)
        write_atomically(folder / FILE_NAME, text)


def last(folder: Path) -> Overview | None:
    """Return the overview as last kept; None when there is none, or one of another version."""
    try:
        stored = json.loads((folder / FILE_NAME).read_text(encoding="utf-8"))
        return Overview(tuple(_row(**row) for row in stored["tree"]), _today(*stored["today"]))
    except (OSError, ValueError, TypeError, KeyError):
        return None


def _plain(value: object) -> str:
    if isinstance(value, date):
        return value.isoformat()
    raise TypeError(type(value).__name__)


def _row(boxes: list[int], **others: Any) -> TreeRow:
    return TreeRow(boxes=tuple(boxes), **others)


def _today(*values: Any) -> TodayView:
    stored: Any = TodayView(*values)
    view: TodayView = stored._replace(
        boxes=tuple(BoxView(*box) for box in stored.boxes),
        heat=tuple(tuple(week) for week in stored.heat),
        weakest=tuple(WeakTopic(*topic) for topic in stored.weakest),
        welcome=stored.welcome and _welcome(*stored.welcome),
        catch_up=stored.catch_up and _offer(*stored.catch_up),
        day=date.fromisoformat(stored.day),
    )
    return view


def _welcome(days_away: int, waiting: int, offers: list[Any]) -> WelcomeView:
    return WelcomeView(days_away, waiting, tuple(_offer(*offer) for offer in offers))


def _offer(minutes: int, clear_on: str | None) -> Offer:
    return Offer(minutes, date.fromisoformat(clear_on) if clear_on else None)
