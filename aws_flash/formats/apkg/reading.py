"""A file of Anki, put together as a bundle."""

from __future__ import annotations

from dataclasses import replace
from typing import Final

from aws_flash.domain.bundle import Bundle
from aws_flash.domain.monitor import Monitor
from aws_flash.formats.apkg.bounds import most_pieces, rows_within
from aws_flash.formats.apkg.cards import Cards, Homes
from aws_flash.formats.apkg.decks import Deck, legacy_decks, stored_decks, tree_of
from aws_flash.formats.apkg.findings import Findings
from aws_flash.formats.apkg.history import History
from aws_flash.formats.apkg.kinds import ReadKind, kinds_of, legacy_shapes, stored_shapes
from aws_flash.formats.apkg.media import media_of
from aws_flash.formats.apkg.notes import Notes, kinds_used
from aws_flash.formats.apkg.package import opened
from aws_flash.formats.apkg.settings import Settings, settings_of
from aws_flash.formats.source import Source
from aws_flash.formats.sqlite_file.database import SqliteFile
from aws_flash.formats.uncollected import uncollected

_DEFAULT_DECK: Final = 1


def read_anki(source: Source, monitor: Monitor) -> Bundle:
    """Return what a package or a collection of Anki holds.

    Raises:
        FileUnreadable, FileUnsafe, FormatTooNew, DiskFull, FileUnwritable: it cannot be read.
        Cancelled: the user called it off.
    """
    monitor.phase("Unpacking")
    package = opened(source, monitor)
    findings = Findings()
    media = media_of(source, package, findings)
    with SqliteFile(package.copy, source.path) as file, uncollected():
        held = _content(file, source.size, findings, monitor)
    return replace(
        held,
        name=source.stem,
        media=media,
        problems=findings.all(),
        is_collection=package.is_collection,
    )


def _content(file: SqliteFile, size: int, findings: Findings, monitor: Monitor) -> Bundle:
    settings = settings_of(file)
    monitor.phase("Reading", rows_within(file, size))
    decks = _decks(file, settings, findings)
    homes = Homes(file, {deck.id for deck in decks}, monitor)
    tree = tree_of(decks, homes.used or {_DEFAULT_DECK})
    notes = Notes(_kinds(file, settings, findings), tree, homes, most_pieces(size))
    read = notes.read(file, findings, monitor)
    history = History(notes.known, settings.days)
    reviews = tuple(history.read(file, findings, monitor))
    cards = Cards(notes.known, homes, tree, settings.days)
    return Bundle(
        guid="",
        name="",
        edition="",
        description="",
        topics=tree.topics if read else (),
        notes=read,
        kinds=tuple(kinds_used(read, notes.kinds)),
        cards=tuple(cards.read(file, history.streaks, findings, monitor)),
        reviews=reviews,
    )


def _kinds(file: SqliteFile, settings: Settings, findings: Findings) -> dict[int, ReadKind]:
    if settings.in_tables:
        return kinds_of(stored_shapes(file, findings), findings)
    return kinds_of(legacy_shapes(settings.models), findings)


def _decks(file: SqliteFile, settings: Settings, findings: Findings) -> list[Deck]:
    if settings.in_tables and "decks" in file.tables:
        return list(stored_decks(file, findings))
    return list(legacy_decks(settings.decks, findings))
