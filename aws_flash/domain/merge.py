"""What a deck's new edition does to a collection: content moves on, the user's own edits stay.

For each note three texts are compared by fingerprint: as the deck last delivered it (the base), as
it stands in the collection (mine), and as the new edition has it (theirs).
"""

from __future__ import annotations

import hashlib
import json
from collections.abc import Mapping
from dataclasses import dataclass, replace
from enum import StrEnum
from types import MappingProxyType

from aws_flash.domain.provenance import Provenance

GONE = ""
"""A base for notes of which only a tombstone is known: deleted, so not new."""

_FINGERPRINT_LETTERS = 32
_JSON = json.JSONEncoder(sort_keys=True, separators=(",", ":"))


@dataclass(frozen=True, slots=True)
class Content:
    """What a note says; `kind` is the guid of its kind."""

    kind: str
    fields: tuple[tuple[str, str], ...]
    provenance: Provenance | None = None

    @property
    def fingerprint(self) -> str:
        """The fingerprint of this content."""
        return fingerprint(self.kind, self.fields, self.provenance)

    @property
    def fact(self) -> str:
        """The fingerprint of what is taught alone: without sources, links and the like."""
        then = None if self.provenance is None else self.provenance.then
        return fingerprint(self.kind, self.fields, Provenance(then=then))


@dataclass(frozen=True, slots=True)
class Difference:
    """A note whose text in the collection (before any change) is not that of the new edition."""

    guid: str
    mine: Content
    theirs: Content

    @property
    def is_new_fact(self) -> bool:
        """Whether they teach something else, not only say more of where it comes from."""
        return self.mine.fact != self.theirs.fact


@dataclass(frozen=True, slots=True)
class DeckUpdate:
    """What a new edition brings, by the guid of each note.

    `updated` were the deck's own text and get the new one; `clashing` were changed by the user and
    by the deck, and stay as the user has them; `kept` were changed by the user alone; `dropped`
    are no longer in the deck, and their cards are set aside. `unchanged` have the deck's text.
    """

    added: tuple[str, ...] = ()
    updated: tuple[Difference, ...] = ()
    kept: tuple[str, ...] = ()
    clashing: tuple[Difference, ...] = ()
    dropped: tuple[str, ...] = ()
    unchanged: tuple[str, ...] = ()

    @property
    def changed(self) -> tuple[Difference, ...]:
        """Those of `updated` that teach something else now; the others change silently."""
        return tuple(one for one in self.updated if one.is_new_fact)

    @property
    def count(self) -> int:
        """How many notes come, change what they teach, or go."""
        return len(self.added) + len(self.changed) + len(self.dropped)


class Fate(StrEnum):
    """What becomes of one note."""

    ADDED = "added"
    UPDATED = "updated"
    KEPT = "kept"
    CLASHING = "clashing"
    DROPPED = "dropped"
    UNCHANGED = "unchanged"
    DELETED = "deleted"


def fate(base: str | None, mine: str | None, theirs: str | None) -> Fate:
    """Return what becomes of a note, from its three fingerprints.

    None means: never delivered, not in the collection, not in the new edition.
    """
    if mine is None:
        return Fate.ADDED if base is None and theirs is not None else Fate.DELETED
    if theirs is None:
        return Fate.DROPPED if mine == base else Fate.KEPT
    if mine == theirs:
        return Fate.UNCHANGED
    if mine == base:
        return Fate.UPDATED
    return Fate.KEPT if theirs == base else Fate.CLASHING


def settled(base_fact: str | None, mine: Content, theirs: Content) -> Fate:
    """Return what becomes of a note whose content both sides changed, from what it teaches.

    Whoever left the fact alone gives way. `base_fact` is None where it was not kept.
    """
    if mine.fact in {theirs.fact, base_fact}:
        return Fate.UPDATED
    return Fate.KEPT if theirs.fact == base_fact else Fate.CLASHING


def compare(
    bases: Mapping[str, str],
    mine: Mapping[str, Content],
    theirs: Mapping[str, Content],
    base_facts: Mapping[str, str | None] = MappingProxyType({}),
) -> DeckUpdate:
    """Compare a new edition with the collection, note by note.

    All are by guid: the fingerprints last delivered (GONE for what is only known as deleted), the
    notes in the collection, those of the edition, whose order the result keeps, and the facts last
    delivered.
    """
    by_fate: dict[Fate, list[str]] = {one: [] for one in Fate}
    for guid in dict.fromkeys((*theirs, *bases)):
        own, new = mine.get(guid), theirs.get(guid)
        prints = (own.fingerprint if own else None, new.fingerprint if new else None)
        found = fate(bases.get(guid), *prints)
        if found is Fate.CLASHING and own and new:
            found = settled(base_facts.get(guid), own, new)
        by_fate[found].append(guid)
    return DeckUpdate(
        added=tuple(by_fate[Fate.ADDED]),
        updated=tuple(Difference(g, mine[g], theirs[g]) for g in by_fate[Fate.UPDATED]),
        kept=tuple(by_fate[Fate.KEPT]),
        clashing=tuple(Difference(g, mine[g], theirs[g]) for g in by_fate[Fate.CLASHING]),
        dropped=tuple(by_fate[Fate.DROPPED]),
        unchanged=tuple(by_fate[Fate.UNCHANGED]),
    )


def fingerprint(
    kind: str, fields: tuple[tuple[str, str], ...], provenance: Provenance | None
) -> str:
    """Return the fingerprint of a note's content, the same in every version of the program.

    What is empty is left out, so that a field or an entry added later changes no fingerprint. The
    day of the last check is left out too: checking a fact again is not changing it.
    """
    text = _JSON.encode
    held = ",".join([f"{text(name)}:{text(html)}" for name, html in sorted(fields) if html])
    # One JSON text of all, put together in a quarter of the time that the encoder would take.
    rest = text(_told(provenance)) if provenance else "{}"
    told = f'{{"fields":{{{held}}},"kind":{text(kind)},"provenance":{rest}}}'
    return hashlib.sha256(told.encode()).hexdigest()[:_FINGERPRINT_LETTERS]


def with_later_check(theirs: Provenance | None, mine: Provenance | None) -> Provenance | None:
    """Return the edition's provenance, dated by whoever checked the fact last."""
    days = [one.checked_on for one in (theirs, mine) if one is not None and one.checked_on]
    return replace(theirs, checked_on=max(days)) if theirs is not None and days else theirs


def _told(provenance: Provenance) -> dict[str, object]:
    then = provenance.then
    told: dict[str, object] = {
        "sources": [[one.title, one.link, one.read] for one in provenance.sources],
        "exam": provenance.exam,
        "domain": provenance.domain,
        "volatility": provenance.volatility.value if provenance.volatility else "",
        "statements": provenance.statements,
        "then": [then.said, then.now, then.changed] if then else [],
        "see_also": provenance.see_also,
        "confusable": provenance.confusable,
        "silenced": [[one.rule, one.reason] for one in provenance.silenced],
    }
    return {name: value for name, value in told.items() if value}
