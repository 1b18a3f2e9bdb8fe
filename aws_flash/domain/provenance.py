"""Where a fact comes from, when it was checked, and what the notes said before it changed."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from enum import StrEnum


class Volatility(StrEnum):
    """What sort of fact it is, which says how soon it wants checking again."""

    NAME = "name"
    LIMIT = "limit"
    PRICE = "price"
    BEHAVIOUR = "behaviour"
    PRINCIPLE = "principle"


@dataclass(frozen=True, slots=True)
class Source:
    """A page that was read: its title, its address, and the date or version as read."""

    title: str
    link: str
    read: str = ""


@dataclass(frozen=True, slots=True)
class Then:
    """What the notes claimed, what holds now (both short), and since when."""

    said: str
    now: str
    changed: str


@dataclass(frozen=True, slots=True)
class Silenced:
    """A rule of good cards that this note breaks on purpose, and why."""

    rule: str
    reason: str


@dataclass(frozen=True, slots=True)
class Provenance:
    """Source and age of a note's fact.

    `statements` are ids of the source notes' statements that the note covers; `see_also` are guids
    of other notes; notes of one `confusable` group are easily taken for one another. `silenced`
    names each rule at most once.
    """

    sources: tuple[Source, ...] = ()
    checked_on: date | None = None
    exam: str = ""
    domain: str = ""
    volatility: Volatility | None = None
    statements: tuple[str, ...] = ()
    then: Then | None = None
    see_also: tuple[str, ...] = ()
    confusable: str = ""
    silenced: tuple[Silenced, ...] = ()
