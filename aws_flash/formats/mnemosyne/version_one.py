"""XML of Mnemosyne 1, and of smconv, which makes it of SuperMemo's cards for Palm."""

from __future__ import annotations

from datetime import date
from typing import Final
from xml.etree.ElementTree import Element

from aws_flash.domain.days import day_number
from aws_flash.domain.monitor import Monitor
from aws_flash.formats.gathering import check_count
from aws_flash.formats.local_days import day_at
from aws_flash.formats.mnemosyne.library import LEARNED, Card, Learned, Library
from aws_flash.formats.mnemosyne.package import number
from aws_flash.formats.source import Source
from aws_flash.formats.xml_file import MAX_SIZE, XmlElement, root_attributes, stream_of

_BACK: Final = ".inv"
_FORWARD_VIEW, _BACK_VIEW = "2.1", "2.2"


def read_version_one(source: Source, monitor: Monitor) -> Library:
    """Return what a file of Mnemosyne 1 holds; raises FileUnreadable, FileUnsafe, Cancelled."""
    library = Library()
    start = day_at(_whole(root_attributes(source.head).get("time_of_start", "")))
    by_id: dict[str, Card] = {}
    for item in stream_of(source.content(MAX_SIZE), {"item"}, str(source.path)):
        monitor.step()
        check_count(len(library.cards), str(source.path))
        sides = {"f": item.findtext("Q") or "", "b": item.findtext("A") or ""}
        card = _card(item, start, len(library.facts))
        forward = by_id.get(card.guid.removesuffix(_BACK))
        if card.guid.endswith(_BACK) and forward and _is_swapped(library, forward, sides):
            card.fact, card.card_type, card.view = forward.fact, "2", _BACK_VIEW
            forward.card_type, forward.view = "2", _FORWARD_VIEW
        else:
            library.facts[card.fact] = sides
        by_id.setdefault(card.guid, card)
        library.cards.append(card)
    return library


def read_smconv(source: Source, monitor: Monitor) -> Library:
    """Return what a file of smconv holds; raises FileUnreadable, FileUnsafe, Cancelled."""
    library = Library()
    for element in stream_of(source.content(MAX_SIZE), {"card", "header"}, str(source.path)):
        if element.tag == "header":
            library.name = element.get("name", "").strip()
            continue
        monitor.step()
        check_count(len(library.cards), str(source.path))
        fields = {one.get("idx"): one.text or "" for one in element.iter("card_field")}
        fact = f"{len(library.facts)}"
        library.facts[fact] = {"f": fields.get("1", ""), "b": fields.get("2", "")}
        category = element.get("category", "").strip()
        tags = (category,) if category != "Unfiled" else ()
        library.cards.append(Card(fact, fact, "1", "1.1", tags, _of_smconv(element)))
    return library


def _card(item: XmlElement, start: int, place: int) -> Card:
    category = (item.findtext("cat") or "").strip()
    tags = (category,) if category else ()
    return Card(item.get("id", ""), f"{place}", "1", "1.1", tags, _learned(item, start))


def _learned(item: Element, start: int) -> Learned:
    """Days count from the start of the collection; what was only graded once is unseen."""
    grade = number(item, "gr", -1)
    is_unseen = item.get("u") == "1" and grade < LEARNED
    if grade < 0 or is_unseen:
        return Learned()
    return Learned(
        grade=grade,
        asked_on=start + number(item, "l_rp"),
        due=start + number(item, "n_rp"),
        lapses=number(item, "lps"),
        streak=number(item, "rt_rp_l"),
    )


def _of_smconv(element: Element) -> Learned:
    told = element.find("card_other")
    due = _day(told.get("datenexttest", "")) if told is not None else None
    interval = number(told, "interval") if told is not None else 0
    if told is None or due is None or interval < 1:
        return Learned()
    lapses = number(told, "lapses")
    streak = number(told, "recalls") if not lapses else 0
    return Learned(LEARNED, due - interval, due, lapses, streak)


def _is_swapped(library: Library, forward: Card, sides: dict[str, str]) -> bool:
    held = library.facts.get(forward.fact, {})
    return held.get("f") == sides["b"] and held.get("b") == sides["f"]


def _day(written: str) -> int | None:
    try:
        return day_number(date.fromisoformat(written))
    except ValueError:
        return None


def _whole(written: str) -> int:
    return int(written) if written.isascii() and written.isdigit() and len(written) < 12 else 0
