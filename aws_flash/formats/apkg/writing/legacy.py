"""A collection of schema 11, which every Anki since 2012 opens: it speaks of itself in JSON."""

from __future__ import annotations

import json
import sqlite3
from typing import Any, Final

from aws_flash.formats.apkg.decks import OWN_GUID
from aws_flash.formats.apkg.writing.decks import DEFAULT, Deck
from aws_flash.formats.apkg.writing.kinds import NoteType
from aws_flash.formats.apkg.writing.tables import Described, insert

VERSION: Final = 11
LATEX_BEFORE: Final = (
    "\\documentclass[12pt]{article}\n\\usepackage[utf8]{inputenc}\n"
    "\\usepackage{amssymb,amsmath}\n\\pagestyle{empty}\n\\setlength{\\parindent}{0in}\n"
    "\\begin{document}\n"
)
LATEX_AFTER: Final = "\\end{document}"

_ANY: Final = "any"
_GRAVES: Final = (
    "CREATE TABLE graves (usn integer NOT NULL, oid integer NOT NULL, type integer NOT NULL)"
)
_NONE_TODAY: Final = ("newToday", "revToday", "lrnToday", "timeToday")
_OPTIONS: Final[dict[str, Any]] = {
    "id": DEFAULT,
    "name": "Default",
    "mod": 0,
    "usn": 0,
    "maxTaken": 60,
    "autoplay": True,
    "timer": 0,
    "replayq": True,
    "dyn": False,
    "new": {
        "bury": False,
        "delays": [1, 10],
        "initialFactor": 2500,
        "ints": [1, 4, 7],
        "order": 1,
        "perDay": 20,
        "separate": True,
    },
    "rev": {
        "bury": False,
        "ease4": 1.3,
        "fuzz": 0.05,
        "ivlFct": 1,
        "maxIvl": 36500,
        "minSpace": 1,
        "perDay": 200,
        "hardFactor": 1.2,
    },
    "lapse": {"delays": [10], "leechAction": 1, "leechFails": 8, "minInt": 1, "mult": 0},
}


def settings_of(described: Described) -> dict[str, Any]:
    """Return the settings of a collection, those of the days among them."""
    return {
        "activeDecks": [DEFAULT],
        "addToCur": True,
        "collapseTime": 1200,
        "creationOffset": 0,
        "curDeck": DEFAULT,
        "curModel": described.types[0].id if described.types else None,
        "dayLearnFirst": False,
        "dueCounts": True,
        "estTimes": True,
        "newSpread": 0,
        "nextPos": described.next_place,
        "rollover": 4,
        "schedVer": 2,
        "sortBackwards": False,
        "sortType": "noteFld",
        "timeLim": 0,
    }


class Legacy:
    """The generation of schema 11."""

    def describe(self, connection: sqlite3.Connection, described: Described) -> None:
        """Write the row of `col`."""
        connection.execute(_GRAVES)
        seconds = described.changed // 1000
        said = (
            settings_of(described),
            {str(one.id): _model(one, seconds) for one in described.types},
            {str(one.id): _deck(one, seconds) for one in described.decks},
            {str(DEFAULT): _OPTIONS},
            dict.fromkeys(described.tags, -1),
        )
        changed = described.changed
        row = (1, described.days.created, changed, changed, VERSION, 0, 0, 0)
        texts = (json.dumps(one, ensure_ascii=False) for one in said)
        insert(connection, "col", [(*row, *texts)])


def _model(one: NoteType, seconds: int) -> dict[str, Any]:
    templates = enumerate(one.templates)
    return {
        "id": one.id,
        "name": one.name,
        "type": int(one.kind.by_hole),
        "mod": seconds,
        "usn": -1,
        "sortf": 0,
        "did": DEFAULT,
        "vers": [],
        "tags": [],
        "flds": [_field(number, name) for number, name in enumerate(one.fields)],
        "tmpls": [
            {
                "name": template.name,
                "ord": number,
                "qfmt": template.question,
                "afmt": template.answer,
                "bqfmt": "",
                "bafmt": "",
                "did": None,
            }
            for number, template in templates
        ],
        "css": one.css,
        "latexPre": LATEX_BEFORE,
        "latexPost": LATEX_AFTER,
        "req": [[n, _ANY, one.asked(each)] for n, each in enumerate(one.templates)],
    }


def _field(number: int, name: str) -> dict[str, Any]:
    look = {"sticky": False, "rtl": False, "font": "Arial", "size": 20, "media": []}
    return {"name": name, "ord": number, **look}


def _deck(deck: Deck, seconds: int) -> dict[str, Any]:
    said: dict[str, Any] = {
        "id": deck.id,
        "name": "::".join(deck.path),
        "desc": deck.description,
        "mod": seconds,
        "usn": -1,
        "dyn": 0,
        "conf": DEFAULT,
        "collapsed": False,
        "browserCollapsed": False,
        "extendNew": 0,
        "extendRev": 0,
        **{name: [0, 0] for name in _NONE_TODAY},
    }
    return {**said, OWN_GUID: deck.guid} if deck.guid else said
