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
_NOTHING: Final = ("",) * len(_WORDS)
_SOURCE: Final = frozenset({"title", "link", "read"})
_THEN: Final = frozenset({"said", "now", "changed"})
_VOLATILITIES: Final = {one.value: one for one in Volatility}


class Origins:
    """Reads the origins of the notes of one deck; what many notes have alike is read once."""

    def __init__(self) -> None:
        """Begin with nothing known."""
        self._sources: dict[tuple[tuple[str, Any], ...], Source] = {}
        self._words: dict[tuple[Any, ...], Provenance] = {}

    def provenance_of(self, found: dict[str, Any]) -> Provenance | None:
        """Return what a note's keys say about its origin; None when they say nothing.

        Raises:
            Fault: a key does not hold what it should.
        """
        if KEYS.isdisjoint(found):
            return None
        try:
            words = self._told_in_words(found)
            sources = [self._source(one) for one in list_in(found, "sources")]
        except TypeError as error:  # a list or an object, which cannot have been seen before
            raise Fault("something is there in place of a text") from error
        return Provenance(
            sources=tuple(sources),
            checked_on=words.checked_on,
            exam=words.exam,
            domain=words.domain,
            volatility=words.volatility,
            statements=lines_in(found, "statements"),
            then=_then(found["then"]) if "then" in found else None,
            see_also=lines_in(found, "see_also"),
            confusable=words.confusable,
            silenced=_silenced(found["silenced"]) if "silenced" in found else (),
        )

    def _told_in_words(self, found: dict[str, Any]) -> Provenance:
        """Return what stands in single words, and nothing else of the origin."""
        told = tuple(map(found.get, _WORDS, _NOTHING))
        known = self._words.get(told)
        if known is None:
            known = self._words[told] = _words(told)
        return known

    def _source(self, found: object) -> Source:
        if not isinstance(found, dict):
            raise Fault("a source is not an object")
        items = tuple(found.items())
        known = self._sources.get(items)
        if known is None:
            known = self._sources[items] = _source(found)
        return known


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


def _words(told: tuple[Any, ...]) -> Provenance:
    check_lines(told)
    checked_on, exam, domain, volatility, confusable = told
    return Provenance(
        checked_on=_day(checked_on) if checked_on else None,
        exam=exam,
        domain=domain,
        volatility=_volatility(volatility) if volatility else None,
        confusable=confusable,
    )


def _source(found: dict[str, Any]) -> Source:
    check_lines(object_with(found, _SOURCE, "a source").values())
    title, link = found.get("title", ""), found.get("link", "")
    if not title:
        raise Fault("a source has no title")
    if not link.startswith(("https://", "http://")) or " " in link:
        raise Fault("“link” is not an address of the web")
    return Source(title, link, found.get("read", ""))


def _then(found: object) -> Then:
    then = object_with(found, _THEN, "“then”")
    check_lines(then.values())
    if not (then.get("said") and then.get("now")):
        raise Fault("“then” does not say what was said and what holds now")
    return Then(then["said"], then["now"], then.get("changed", ""))


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
