"""The provenance table: rows that belong to notes and come and go with them."""

from __future__ import annotations

import json
from collections.abc import Sequence
from datetime import date
from typing import Any

from aws_flash.domain.provenance import Provenance, Silenced, Source, Then, Volatility
from aws_flash.storage.keeper import Row


def row_of(note_id: int, provenance: Provenance) -> Row:
    """Return the row of a note's provenance."""
    return note_id, *columns_of(provenance).values()


def columns_of(provenance: Provenance) -> dict[str, object]:
    """Return what a row holds besides the note's id, in the order of the columns."""
    then = provenance.then
    sources = [(source.title, source.link, source.read) for source in provenance.sources]
    silenced = {one.rule: one.reason for one in provenance.silenced}
    checked_on = provenance.checked_on
    return {
        "sources": json.dumps(sources, ensure_ascii=False),
        "checked_on": checked_on.isoformat() if checked_on else None,
        "exam": provenance.exam,
        "domain": provenance.domain,
        "volatility": provenance.volatility.value if provenance.volatility else None,
        "statements": json.dumps(provenance.statements),
        "said": then.said if then else None,
        "now": then.now if then else None,
        "changed": then.changed if then else None,
        "see_also": json.dumps(provenance.see_also),
        "confusable": provenance.confusable,
        "silenced": json.dumps(silenced, ensure_ascii=False),
    }


def value_of(row: Sequence[Any]) -> Provenance | None:
    """Return the provenance in a row without its note id, or None where a note has none."""
    sources, checked_on, exam, domain, volatility, statements, said, now, changed = row[:9]
    see_also, confusable, silenced = row[9:]
    if sources is None:
        return None
    return Provenance(
        sources=tuple(Source(*source) for source in json.loads(sources)),
        checked_on=date.fromisoformat(checked_on) if checked_on else None,
        exam=exam,
        domain=domain,
        volatility=Volatility(volatility) if volatility else None,
        statements=tuple(json.loads(statements)),
        then=Then(said, now, changed) if said is not None else None,
        see_also=tuple(json.loads(see_also)),
        confusable=confusable,
        silenced=tuple(Silenced(*pair) for pair in json.loads(silenced).items()),
    )
