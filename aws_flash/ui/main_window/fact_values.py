"""Facts that age, as their pages show them."""

from __future__ import annotations

from typing import TYPE_CHECKING

from aws_flash.domain.provenance import Provenance
from aws_flash.ui.card.passages import passages
from aws_flash.ui.editor.topic_paths import below_root, path_text
from aws_flash.ui.facts.values import AgedFact, ShownChange
from aws_flash.ui.text import ago_text, date_text

if TYPE_CHECKING:
    from datetime import date

    from aws_flash.application.fact_changes import ChangedFact
    from aws_flash.application.rechecking import Recheck


def aged_fact(found: Recheck) -> AgedFact:
    """Return a row of the page for rechecks."""
    return AgedFact(
        note_id=found.note_id,
        question=found.question,
        answer=found.answer,
        path=path_text(below_root(found.path)),
        age=ago_text(found.months),
        provenance=Provenance(sources=found.sources, checked_on=found.checked_on),
    )


def shown_change(found: ChangedFact, came_on: date, place: tuple[int, int]) -> ShownChange:
    """Return what the page of changes shows; `place` is which one of how many."""
    return ShownChange(
        note_id=found.note_id,
        path=path_text(below_root(found.path)),
        changed_on=date_text(came_on),
        passages=passages(found.before.face, found.after.face),
        provenance=found.after.provenance,
        is_clash=found.is_clash,
        is_seen=found.was_seen,
        position=place[0],
        total=place[1],
    )
