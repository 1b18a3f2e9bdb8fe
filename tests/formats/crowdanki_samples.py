"""Decks of CrowdAnki of our own."""

from __future__ import annotations

import json
from typing import Any

BASIC: dict[str, Any] = {
    "__type__": "NoteModel",
    "crowdanki_uuid": "kind-1",
    "name": "Basic",
    "css": ".card { color: red }",
    "type": 0,
    "flds": [{"name": "Back", "ord": 1}, {"name": "Front", "ord": 0}],
    "tmpls": [{"name": "Card 1", "qfmt": "{{Front}}", "afmt": "{{FrontSide}}<hr>{{Back}}"}],
}
CLOZE: dict[str, Any] = {
    "crowdanki_uuid": "kind-2",
    "name": "Cloze",
    "type": 1,
    "flds": [{"name": "Text"}, {"name": "Extra"}],
    "tmpls": [{"name": "Cloze", "qfmt": "{{cloze:Text}}", "afmt": "{{cloze:Text}}"}],
}


def note(*fields: str, kind: str = "kind-1", **others: Any) -> dict[str, Any]:
    """A note as CrowdAnki writes it."""
    return {"__type__": "Note", "fields": [*fields], "note_model_uuid": kind, **others}


def deck(name: str, *notes: Any, **others: Any) -> dict[str, Any]:
    """A deck as CrowdAnki writes it; kinds stand in the topmost."""
    return {
        "__type__": "Deck",
        "children": [],
        "crowdanki_uuid": f"deck-{name}",
        "desc": f"About {name}",
        "media_files": [],
        "name": name,
        "notes": [*notes],
        **others,
    }


def written(found: dict[str, Any]) -> bytes:
    """The file."""
    return json.dumps(found, ensure_ascii=False, indent=4, sort_keys=True).encode()


WHOLE: dict[str, Any] = deck(
    "Top",
    note("a <b>x</b>", "b", guid="Guid{1}", tags=["one", "two words"]),
    children=[deck("Top::Inner", note("An {{c1::SCP}}", "", kind="kind-2", guid="g2"))],
    note_models=[BASIC, CLOZE],
    media_files=["x.png"],
)


def samples() -> list[tuple[str, bytes]]:
    """Return files that the reader reads, by name."""
    return [("deck.json", written(WHOLE))]
