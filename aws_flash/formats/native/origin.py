"""Provenance as the keys of a note, and back."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date
from itertools import chain
from typing import Any, Final

from aws_flash.domain.provenance import Provenance, Silenced, Source, Then, Volatility
from aws_flash.formats.native.fault import Fault
from aws_flash.formats.native.values import check_lines, lines_in, list_in, object_with

KEYS: Final = frozenset(
    {
        "sources",
        "checked_on",
        "exam",
        "domain",
        "volatility",
        "statements",
        "then",
        "see_also",
        "confusable",
        "silenced",
    }
)
_WORDS: Final = ("checked_on", "exam", "domain", "volatility", "confusable")
_SOURCE: Final = frozenset({"title", "link", "read"})
_THEN: Final = frozenset({"said", "now", "changed"})
_VOLATILITIES: Final = {one.value: one for one in Volatility}


def provenance_of(found: dict[str, Any]) -> Provenance | None:
    """Return what a note's keys say about its origin; None when they say nothing.

    Raises:
        Fault: a key does not hold what it should.
    """
    if KEYS.isdisjoint(found):
        return None
    sources = [object_with(one, _SOURCE, "a source") for one in list_in(found, "sources")]
    then = object_with(found["then"], _THEN, "“then”") if "then" in found else None
    words = [found.get(key, "") for key in _WORDS]
    check_lines(chain(words, *map(dict.values, sources), (then or {}).values()))
    checked_on, exam, domain, volatility, confusable = words
    return Provenance(
        sources=tuple(map(_source, sources)),
        checked_on=_day(checked_on) if checked_on else None,
        exam=exam,
        domain=domain,
        volatility=_volatility(volatility) if volatility else None,
        statements=lines_in(found, "statements"),
        then=_then(then) if then else None,
        see_also=lines_in(found, "see_also"),
        confusable=confusable,
        silenced=_silenced(found["silenced"]) if "silenced" in found else (),
    )


def origin_keys(provenance: Provenance | None) -> Iterator[tuple[str, Any]]:
    """Return keys and values in the order of the form, those that say nothing left out."""
    if provenance is None:
        return
    then, checked_on = provenance.then, provenance.checked_on
    keys = {
        "sources": [_told(title=s.title, link=s.link, read=s.read) for s in provenance.sources],
        "checked_on": checked_on.isoformat() if checked_on else "",
        "exam": provenance.exam,
        "domain": provenance.domain,
        "volatility": provenance.volatility.value if provenance.volatility else "",
        "statements": list(provenance.statements),
        "then": _told(said=then.said, now=then.now, changed=then.changed) if then else {},
        "see_also": list(provenance.see_also),
        "confusable": provenance.confusable,
        "silenced": {one.rule: one.reason for one in provenance.silenced},
    }
    yield from _told(**keys).items()


def _told(**keys: Any) -> dict[str, Any]:
    return {key: value for key, value in keys.items() if value}


def _source(found: dict[str, str]) -> Source:
    title, link = found.get("title", ""), found.get("link", "")
    if not title:
        raise Fault("a source has no title")
    if not link.startswith(("https://", "http://")) or " " in link:
        raise Fault("“link” is not an address of the web")
    return Source(title, link, found.get("read", ""))


def _then(found: dict[str, str]) -> Then:
    if not (found.get("said") and found.get("now")):
        raise Fault("“then” does not say what was said and what holds now")
    return Then(found["said"], found["now"], found.get("changed", ""))


def _silenced(found: object) -> tuple[Silenced, ...]:
    if not isinstance(found, dict):
        raise Fault("“silenced” is not an object")
    check_lines(chain(found, found.values()))
    if not all(rule.strip() and reason.strip() for rule, reason in found.items()):
        raise Fault("“silenced” names no rule or gives no reason")
    return tuple(Silenced(rule, reason) for rule, reason in found.items())


def _day(written: str) -> date:
    try:
        day = date.fromisoformat(written)
    except ValueError:
        day = None
    if day is None or day.isoformat() != written:
        raise Fault("“checked_on” is not a day such as 2026-11-23")
    return day


def _volatility(written: str) -> Volatility:
    if written not in _VOLATILITIES:
        raise Fault(f"“volatility” is none of {', '.join(_VOLATILITIES)}")
    return _VOLATILITIES[written]
