"""A database of Mnemosyne 2: somebody's own collection, with its history."""

from __future__ import annotations

from typing import Final

from aws_flash.domain.monitor import Monitor
from aws_flash.formats.gathering import Findings, check_count
from aws_flash.formats.local_days import millisecond
from aws_flash.formats.mnemosyne.library import (
    MAX_REPETITIONS,
    TOO_LONG,
    Card,
    Library,
    Repetition,
    learned,
)
from aws_flash.formats.mnemosyne.package import hole_in
from aws_flash.formats.source import Source
from aws_flash.formats.sqlite_file.columns import text, whole
from aws_flash.formats.sqlite_file.database import SqliteFile
from aws_flash.formats.sqlite_file.private_copy import copy_database

_COPY: Final = "mnemosyne.db"
_ANSWERED: Final = 9
"""The number by which Mnemosyne's log says that a card was answered."""
_LONGEST_ANSWER: Final = 60
_STEP: Final = 1000

_CARD: Final = (
    whole("_id"),
    text("id"),
    text("card_type_id"),
    whole("_fact_id"),
    text("fact_view_id"),
    whole("grade"),
    whole("last_rep"),
    whole("next_rep"),
    whole("lapses"),
    whole("ret_reps_since_lapse"),
    text("extra_data"),
    whole("active"),
    whole("creation_time"),
    whole("modification_time"),
)
_LOG: Final = (
    whole("event_type"),
    whole("timestamp"),
    text("object_id"),
    whole("grade"),
    whole("next_rep"),
    whole("lapses"),
    whole("ret_reps_since_lapse"),
    whole("thinking_time"),
)


def read_database(source: Source, findings: Findings, monitor: Monitor) -> Library:
    """Return what a database holds; raises FileUnreadable, FileUnsafe, DiskFull, Cancelled."""
    copy = source.workspace / _COPY
    copy_database(source.path, copy)
    with SqliteFile(copy, source.path) as file:
        check_count(max(map(file.count, ("facts", "cards"))), str(source.path))
        monitor.phase("Reading", sum(map(file.count, ("data_for_fact", "cards", "log"))))
        library = Library(is_collection=True)
        ids = _read_facts(file, library, monitor)
        _read_cards(file, library, ids, findings, monitor)
        if "log" in file.tables:
            _read_log(file, library, findings, monitor)
        return library


def _read_facts(file: SqliteFile, library: Library, monitor: Monitor) -> dict[int, str]:
    ids: dict[int, str] = dict(file.rows("facts", whole("_id"), text("id")))
    library.facts = {guid: {} for guid in ids.values()}
    columns = (whole("_fact_id"), text("key"), text("value"))
    for count, (row, key, value) in enumerate(file.rows("data_for_fact", *columns), 1):
        if row in ids:
            library.facts[ids[row]][key] = value
        if count % _STEP == 0:
            monitor.step(_STEP)
    return ids


def _tags_by_card(file: SqliteFile) -> dict[int, tuple[str, ...]]:
    names = dict(file.rows("tags", whole("_id"), text("name"))) if "tags" in file.tables else {}
    found: dict[int, tuple[str, ...]] = {}
    if "tags_for_card" in file.tables:
        for card, tag in file.rows("tags_for_card", whole("_card_id"), whole("_tag_id")):
            if tag in names:
                found[card] = (*found.get(card, ()), names[tag])
    return found


def _read_cards(
    file: SqliteFile, library: Library, ids: dict[int, str], findings: Findings, monitor: Monitor
) -> None:
    tags = _tags_by_card(file)
    for count, row in enumerate(file.rows("cards", *_CARD), 1):
        if count % _STEP == 0:
            monitor.step(_STEP)
        number, guid, card_type, fact, view, grade, asked, due, lapses, streak, *rest = row
        extra, active, created, modified = rest
        if fact not in ids:
            findings.add(f"card {guid or number}", "the text of this card is not in the file")
            continue
        library.cards.append(
            Card(
                guid=guid,
                fact=ids[fact],
                card_type=card_type,
                view=view,
                tags=tags.get(number, ()),
                learned=learned(grade, asked, due, lapses, streak),
                hole=hole_in(extra),
                suspended=not active,
                created=millisecond(created),
                modified=millisecond(modified),
            )
        )


def _read_log(file: SqliteFile, library: Library, findings: Findings, monitor: Monitor) -> None:
    for count, row in enumerate(file.rows("log", *_LOG), 1):
        if count % _STEP == 0:
            monitor.step(_STEP)
        event, asked, card, grade, due, lapses, streak, seconds = row
        at = millisecond(asked)
        if event == _ANSWERED and len(library.repetitions) >= MAX_REPETITIONS:
            findings.add("history", TOO_LONG)
            return
        if event == _ANSWERED and at is not None:
            took = min(max(seconds, 0), _LONGEST_ANSWER) * 1000
            after = learned(grade, asked, due, lapses, streak)
            library.repetitions.append(Repetition(card, at, took, after))
