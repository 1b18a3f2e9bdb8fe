"""Exported cards: an archive of cards.xml, METADATA and media."""

from __future__ import annotations

import re
from typing import Final
from xml.etree.ElementTree import Element

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
from aws_flash.formats.source import Source
from aws_flash.formats.xml_file import MAX_SIZE, XmlElement, stream

CARDS: Final = "cards.xml"
_METADATA: Final = "METADATA"
_MAX_METADATA: Final = 2**20

# The numbers by which Mnemosyne says what an entry of its log is.
_TAG, _FACT, _CARD, _REPETITION = "10", "16", "6", "9"
_HOLE: Final = re.compile(r"'index':\s{0,3}([0-9]{1,4})")
_LONGEST_ANSWER: Final = 60_000


def read_package(source: Source, findings: Findings, monitor: Monitor) -> Library:
    """Return what an archive holds; raises FileUnreadable, FileUnsafe, Cancelled."""
    library = _described(source)
    tags: dict[str, str] = {}
    chunks = source.archive.chunks(CARDS, MAX_SIZE)
    for log in stream(chunks, {"log"}, str(source.path)):
        monitor.step()
        check_count(max(len(library.facts), len(library.cards)), str(source.path))
        sort, guid = log.get("type"), log.get("o_id", "")
        if sort == _TAG:
            tags[guid] = log.findtext("name") or ""
        elif sort == _FACT:
            library.facts[guid] = {one.tag: one.text or "" for one in log}
        elif sort == _CARD:
            _add_card(log, library, tags, findings)
        elif sort == _REPETITION:
            _add_repetition(log, library, findings)
    return library


def hole_in(extra: str) -> int | None:
    """Return which gap a card asks, from the Python that Mnemosyne keeps with it."""
    found = _HOLE.search(extra[:10_000])
    return int(found[1]) if found else None


def _described(source: Source) -> Library:
    if _METADATA not in source.archive:
        return Library()
    written = source.archive.read(_METADATA, _MAX_METADATA).decode("utf-8", "replace")
    told = dict(line.partition(":")[::2] for line in written.splitlines())
    return Library(
        name=told.get("card_set_name", "").strip(),
        author=told.get("author_name", "").strip(),
        description=told.get("notes", "").strip(),
    )


def _add_card(log: XmlElement, library: Library, tags: dict[str, str], findings: Findings) -> None:
    fact = log.get("fact", "")
    if fact not in library.facts:
        findings.add(f"line {log.line}", "the text of this card is not in the file")
        return
    library.cards.append(
        Card(
            guid=log.get("o_id", ""),
            fact=fact,
            card_type=log.get("card_t", "1"),
            view=log.get("fact_v", "1.1"),
            tags=tuple(tags[tag] for tag in log.get("tags", "").split(",") if tag in tags),
            learned=learned(
                number(log, "gr", -1),
                number(log, "l_rp", -1),
                number(log, "n_rp", -1),
                number(log, "lps"),
                number(log, "rt_rp_l"),
            ),
            hole=hole_in(log.findtext("extra") or ""),
            suspended=log.get("act") == "0",
            created=millisecond(number(log, "c_time")),
            modified=millisecond(number(log, "m_time")),
        )
    )


def _add_repetition(log: Element, library: Library, findings: Findings) -> None:
    if len(library.repetitions) >= MAX_REPETITIONS:
        findings.add("history", TOO_LONG)
        return
    asked = number(log, "time")
    at = millisecond(asked)
    if at is not None:
        took = min(max(number(log, "th_t"), 0) * 1000, _LONGEST_ANSWER)
        due, lapses, streak = number(log, "n_rp"), number(log, "lps"), number(log, "rt_rp_l")
        after = learned(number(log, "gr", -1), asked, due, lapses, streak)
        library.repetitions.append(Repetition(log.get("o_id", ""), at, took, after))


def number(element: Element, name: str, otherwise: int = 0) -> int:
    """Return an attribute as a whole number; what is none is `otherwise`."""
    written = element.get(name, "").partition(".")[0].strip()
    if not re.fullmatch(r"-?[0-9]{1,15}", written):
        return otherwise
    return int(written)
