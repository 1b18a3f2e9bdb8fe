"""News of an edition: what it brought, each note by what it asks, to be told in words."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from aws_flash.application.decks import Loaded
from aws_flash.application.first_cards import first_cards
from aws_flash.domain.backup import Backup
from aws_flash.domain.bundle import Problem
from aws_flash.domain.deck import Deck
from aws_flash.domain.face import face_of
from aws_flash.domain.merge import Difference
from aws_flash.domain.plain_text import plain
from aws_flash.storage.tables import Tables


@dataclass(frozen=True, slots=True)
class NoteNews:
    """One note: what it asks, as plain text, and the topics above it, from the top down.

    `fields` are those that differ, as name, HTML before and HTML after; none of what came or went.
    """

    guid: str
    question: str
    path: tuple[str, ...]
    fields: tuple[tuple[str, str, str], ...] = ()


@dataclass(frozen=True, slots=True)
class EditionNews:
    """A deck, the edition that was here before (None: none), and what became of its notes.

    Where the collection had this edition already, both are the same and nothing is listed.
    """

    deck: Deck
    earlier: Deck | None
    added: tuple[NoteNews, ...] = ()
    changed: tuple[NoteNews, ...] = ()
    clashing: tuple[NoteNews, ...] = ()
    set_aside: tuple[NoteNews, ...] = ()
    problems: tuple[Problem, ...] = ()
    backup: Backup | None = None


def news_of(tables: Tables, loaded: Loaded) -> EditionNews:
    """Return what a loaded edition brought."""
    update = loaded.update
    differing = (*update.changed, *update.clashing)
    fields = {one.guid: _differing_fields(one) for one in differing}
    told = _told(tables, (*update.added, *update.dropped, *fields), fields)

    def listed(guids: Iterable[str]) -> tuple[NoteNews, ...]:
        return tuple(told[guid] for guid in guids if guid in told)

    return EditionNews(
        deck=loaded.deck,
        earlier=loaded.earlier,
        added=listed(update.added),
        changed=listed(one.guid for one in update.changed),
        clashing=listed(one.guid for one in update.clashing),
        set_aside=listed(update.dropped),
        problems=loaded.problems,
        backup=loaded.backup,
    )


def _told(
    tables: Tables, guids: Iterable[str], fields: dict[str, tuple[tuple[str, str, str], ...]]
) -> dict[str, NoteNews]:
    told: dict[str, NoteNews] = {}
    for first in first_cards(tables, tables.notes.ids_by_guid(guids).values()).values():
        face = face_of(first.note, first.kind, first.card.ordinal, first.path)
        guid, question = first.note.guid, " ".join(plain(face.question.html).split())
        told[guid] = NoteNews(guid, question, first.path, fields.get(guid, ()))
    return told


def _differing_fields(one: Difference) -> tuple[tuple[str, str, str], ...]:
    mine, theirs = dict(one.mine.fields), dict(one.theirs.fields)
    pairs = ((name, mine.get(name, ""), theirs.get(name, "")) for name in {**mine, **theirs})
    return tuple(pair for pair in pairs if pair[1] != pair[2])
