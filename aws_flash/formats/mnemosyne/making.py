"""A library of Mnemosyne as a bundle."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from typing import Final

from aws_flash.domain.bundle import Bundle, BundledCard, BundledNote
from aws_flash.domain.errors import FileEmpty
from aws_flash.domain.monitor import Monitor
from aws_flash.formats.gathering import Findings, Guids, Topics, tag_of
from aws_flash.formats.mnemosyne.history import reviews_of
from aws_flash.formats.mnemosyne.kinds import (
    BOTH_WAYS,
    CLOZE,
    SENTENCE,
    Fact,
    cloze_fields,
    fields_of,
    ordinal_of,
    own_kinds,
    type_of,
    without_holes,
)
from aws_flash.formats.mnemosyne.library import Card, Library
from aws_flash.formats.mnemosyne.markup import field_of
from aws_flash.formats.source import storable
from aws_flash.formats.taken_media import TakenMedia

FORMAT: Final = "mnemosyne"
_NO_TAGS: Final = frozenset({"__UNTAGGED__", "<default>", ""})
_BETWEEN: Final = "::"
_SHORTEST_GUID: Final = 16
"""Facts of version 2 have ids of 22 letters; shorter ones were made up while reading."""

Place = tuple[str, int]


class Making:
    """One run from a library to notes."""

    def __init__(self, library: Library, path: Path, media: TakenMedia, findings: Findings) -> None:
        """Begin; the name of the file at `path` goes for a library without one."""
        self._library = library
        self._path = str(path)
        self._name = library.name or storable(path.stem)
        self._media = media
        self._findings = findings
        self._topics = Topics(FORMAT, self._name)
        self._guids = Guids(FORMAT, self._path)
        self._kinds = own_kinds()
        self._missing: set[str] = set()
        self._notes: list[BundledNote] = []
        self._cards: list[BundledCard] = []
        self._places: dict[str, Place] = {}

    def bundle(self, monitor: Monitor) -> Bundle:
        """Return the bundle; raises FileEmpty, Cancelled."""
        by_fact: dict[str, list[Card]] = {}
        for card in self._library.cards:
            by_fact.setdefault(card.fact, []).append(card)
        monitor.phase("Making notes", len(by_fact))
        for fact, cards in by_fact.items():
            self._add(fact, cards)
            monitor.step()
        if not self._notes and not self._findings.all():
            raise FileEmpty(self._path)
        used = {note.kind for note in self._notes}
        return Bundle(
            guid="",
            name=self._name,
            edition="",
            description=self._library.description,
            topics=self._topics.in_order() if self._notes else (),
            notes=tuple(self._notes),
            kinds=tuple(kind for kind in self._kinds.values() if kind.guid in used),
            media=self._media.all(),
            problems=self._findings.all(),
            authors=(self._library.author,) if self._library.author else (),
            cards=tuple(self._cards),
            reviews=tuple(reviews_of(self._library.repetitions, self._places)),
            is_collection=self._library.is_collection,
        )

    def _add(self, fact_id: str, cards: list[Card]) -> None:
        written = self._library.facts[fact_id]
        fact = {key: field_of(value, self._take) for key, value in written.items()}
        if not any(value.strip() for value in fact.values()):
            self._findings.add(f"card {len(self._notes) + 1}", "it is empty")
            return
        sort = type_of(cards[0].card_type, fact)
        if sort == SENTENCE:
            self._add_sentence(fact_id, fact, cards)
        elif sort == CLOZE:
            fields = cloze_fields(fact["text"], _others(fact, "text"))
            self._put(fact_id, "cloze", fields, cards, _holes(cards))
        else:
            fields = fields_of(sort, fact)
            kind = "reversed" if sort == BOTH_WAYS else "basic"
            own = self._kinds.get(sort)
            ordinals = [ordinal_of(card.view) if own or sort == BOTH_WAYS else 0 for card in cards]
            self._put(fact_id, own.guid if own else kind, fields, cards, ordinals)

    def _take(self, written: str) -> str | None:
        name = self._media.take(written)
        if name is None and written not in self._missing:
            self._missing.add(written)
            self._findings.add(written, "this picture or sound is not there")
        return name

    def _add_sentence(self, fact_id: str, fact: Fact, cards: list[Card]) -> None:
        """Sentences ask what they mean, and their gaps: two notes."""
        text, rest = fact.get("f", ""), [*_others(fact, "f")]
        whole = [card for card in cards if card.hole is None]
        gaps = [card for card in cards if card.hole is not None]
        if gaps:
            self._put(fact_id, "cloze", cloze_fields(text, rest), gaps, _holes(gaps))
        if whole:
            sides = {"f": without_holes(text), "b": "<br>".join(filter(None, rest))}
            fields = fields_of("1", sides)
            self._put(f"{fact_id}-whole", "basic", fields, whole, [0] * len(whole))

    def _put(
        self,
        fact_id: str,
        kind: str,
        fields: tuple[tuple[str, str], ...],
        cards: list[Card],
        ordinals: list[int],
    ) -> None:
        own = self._guids.own(fact_id) if len(fact_id) >= _SHORTEST_GUID else None
        guid = own or self._guids.derived(fields[0][1] or fields[1][1])
        tags = tuple(dict.fromkeys(tag for card in cards for tag in card.tags))
        self._notes.append(
            BundledNote(
                guid=guid,
                topic=self._topics.guid_of(_topic(tags)),
                kind=kind,
                fields=fields,
                tags=tuple(filter(None, map(tag_of, _named(tags)))),
                created=min((card.created for card in cards if card.created), default=None),
                modified=max((card.modified for card in cards if card.modified), default=None),
            )
        )
        for ordinal, card in self._apart(cards, ordinals):
            progress = card.learned.progress()
            self._places.setdefault(card.guid, (guid, ordinal))
            self._cards.append(
                BundledCard(guid, ordinal, suspended=card.suspended, progress=progress)
            )

    def _apart(self, cards: list[Card], ordinals: list[int]) -> Iterator[tuple[int, Card]]:
        """Yield cards that ask different things; a second one of the same is told."""
        taken: set[int] = set()
        for ordinal, card in zip(ordinals, cards, strict=True):
            if ordinal in taken:
                self._findings.add(f"card {card.guid}", "another card asks the same")
            else:
                taken.add(ordinal)
                yield ordinal, card


def _holes(cards: list[Card]) -> list[int]:
    return [(card.hole if card.hole is not None else place) + 1 for place, card in enumerate(cards)]


def _others(fact: Fact, without: str) -> Iterator[str]:
    return (value for key, value in fact.items() if key != without)


def _named(tags: tuple[str, ...]) -> Iterator[str]:
    return (tag for tag in tags if tag not in _NO_TAGS)


def _topic(tags: tuple[str, ...]) -> tuple[str, ...]:
    """Return the path that a card's tags say: one in levels, or the only one."""
    named = [*_named(tags)]
    leveled = [tag for tag in named if _BETWEEN in tag]
    if leveled:
        return tuple(leveled[0].split(_BETWEEN))
    return (named[0],) if len(named) == 1 else ()
