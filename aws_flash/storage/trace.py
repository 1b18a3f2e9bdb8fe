"""What an import added and overwrote, as one text, and back as values."""

from __future__ import annotations

import json
from dataclasses import dataclass, field
from typing import Any, Final

from aws_flash.storage.journal import Befores
from aws_flash.storage.tables import Tables

TRACED: Final = ("topics", "kinds", "notes", "cards", "deck_notes", "reviews")


@dataclass(frozen=True, slots=True)
class Trace:
    """By table: the keys of what was added, and the values that were overwritten."""

    added: dict[str, list[Any]] = field(default_factory=dict)
    changed: dict[str, list[Any]] = field(default_factory=dict)


def trace_of(tables: Tables, befores: Befores) -> str:
    """Return what was written so far as a text.

    Reviews of cards that were added are left out: they stay in the history when the cards go.
    """
    keepers = {keeper.name: keeper for keeper in tables.keepers}
    added = {
        name: [key for key, value in befores.get(name, {}).items() if value is None]
        for name in TRACED
    }
    fresh = set(added["cards"])
    if len(fresh) < len(befores.get("cards", {})):
        reviews = tables.reviews.get_all(added["reviews"]).values()
        added["reviews"] = [row.id for row in reviews if row.card_id not in fresh]
    else:
        added["reviews"] = []
    changed = {
        name: [keepers[name].packed(value) for value in befores[name].values() if value is not None]
        for name in TRACED
        if name in befores
    }
    return json.dumps({"added": added, "changed": changed}, separators=(",", ":"))


def read_trace(tables: Tables, content: str) -> Trace:
    """Return what an import added and overwrote."""
    keepers = {keeper.name: keeper for keeper in tables.keepers}
    told = json.loads(content)
    changed = {
        name: [keepers[name].unpacked(scalars) for scalars in packed]
        for name, packed in told["changed"].items()
    }
    return Trace(told["added"], changed)
