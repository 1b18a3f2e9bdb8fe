"""Mending: what the doctor finds is mended in one transaction, and said."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from dataclasses import replace
from pathlib import Path

from aws_flash.application.clock import Clock
from aws_flash.application.doctor import Diagnosis, Doctor, Trouble, finding_of
from aws_flash.domain.backup import Backup
from aws_flash.domain.doctor import Check, Finding, Report
from aws_flash.domain.ids import IdSource
from aws_flash.domain.salvage import Salvaged
from aws_flash.storage.collection import Collection
from aws_flash.storage.tables import Tables


def examined(collection: Collection, clock: Clock, ids: IdSource) -> Report:
    """Say what is wrong with a collection; of a file with broken pages only this is said."""
    with collection.read() as tables:
        pages = tables.upkeep.broken_pages()
        if pages:
            return _beyond_mending(pages)
        found = Doctor(tables, clock, ids).examine()
    return _report(found, [trouble.finding for trouble in found.troubles])


def mended(
    collection: Collection, clock: Clock, ids: IdSource, back_up: Callable[[], Backup]
) -> Report:
    """Mend what is wrong with a collection; `back_up` is called before anything is written."""
    with collection.read() as tables:
        pages = tables.upkeep.broken_pages()
    if pages:
        return _beyond_mending(pages)
    with collection.write(clock.now()) as tables:
        found = _examined_to_mend(tables, clock, ids)
        if not found.troubles:
            return _report(found, ())
        backup = back_up()
        _mend(tables, found.troubles)
        left = _examined_to_mend(tables, clock, ids)
    return replace(_report(found, _compared(found.troubles, left.troubles)), backup=backup.name)


def mended_salvage(path: Path, losses: tuple[str, ...], clock: Clock, ids: IdSource) -> Salvaged:
    """Lead a file of rescued rows to the newest schema, make it fit together, and count it.

    Where reviews were lost but no cards, a card stays where it stands; else reviews decide.
    """
    collection = Collection.open(path, lambda _: None)
    try:
        with collection.write(clock.now()) as tables:
            doctor = Doctor(tables, clock, ids)
            if "reviews" in losses and "cards" not in losses:
                doctor.keep_standings()
            _mend(tables, doctor.examine().troubles)
            keepers = (tables.topics, tables.notes, tables.cards, tables.reviews)
            topics, notes, cards, reviews = (keeper.count() for keeper in keepers)
    finally:
        collection.close()
    return Salvaged(topics, notes, cards, reviews, losses)


def _examined_to_mend(tables: Tables, clock: Clock, ids: IdSource) -> Diagnosis:
    doctor = Doctor(tables, clock, ids)
    found = doctor.examine()
    return replace(found, troubles=(*found.troubles, *doctor.examine_words()))


def _mend(tables: Tables, troubles: Iterable[Trouble]) -> None:
    tables.upkeep.allow_loose_ends()
    for trouble in troubles:
        trouble.mend()


def _compared(before: Iterable[Trouble], left: Iterable[Trouble]) -> list[Finding]:
    """Return what was found, each marked as mended unless it is still there."""
    remaining = {trouble.finding.check for trouble in left}
    found = [trouble.finding for trouble in before]
    return [replace(one, mended=one.check not in remaining) for one in found]


def _beyond_mending(pages: Sequence[str]) -> Report:
    return Report(0, 0, (finding_of(Check.FILE, pages),))


def _report(found: Diagnosis, findings: Iterable[Finding]) -> Report:
    return Report(found.cards, found.reviews, tuple(findings))
