"""The words of importing and exporting, as pure functions of values."""

from __future__ import annotations

from collections.abc import Iterable
from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication

from aws_flash.ui.text import counted

if TYPE_CHECKING:
    from aws_flash.application.importing.preview import Preview
    from aws_flash.domain.imports import Report
    from aws_flash.ui.transfer.offer import Offer

_CONTEXT = "transfer"
_MINUTE = 60
_TALLIED = {"notes": "cards"}
_HOUR = 3600


def tr(text: str) -> str:
    """Return a text in the user's language."""
    return QCoreApplication.translate(_CONTEXT, text)


def cards_text(number: int) -> str:
    """Return "212 cards"."""
    return counted(number, "card", "cards")


def deed_text(added: int, updated: int, *, brings_progress: bool) -> str:
    """Return what the button does: "Add 212 cards, update 14"; empty where that is nothing."""
    if added and updated:
        return tr("Add {cards}, update {number}").format(
            cards=cards_text(added), number=f"{updated:,}"
        )
    if added:
        return tr("Add {cards}").format(cards=cards_text(added))
    if updated:
        return tr("Update {cards}").format(cards=cards_text(updated))
    return tr("Bring your progress") if brings_progress else ""


def about_text(format_name: str, preview: Preview) -> str:
    """Return what a file is: "Anki package · 15 topics · 212 cards"."""
    topics = counted(preview.topics_in_file, "topic", "topics")
    return " · ".join((format_name, topics, cards_text(preview.cards_in_file)))


def fate_text(offer: Offer) -> str:
    """Return what would become of it, in cards: "58 new · 14 changed · 120 here already"."""
    plan = offer.preview.plan
    counts = (
        (offer.cards_added, tr("{count} new")),
        (len(plan.changed), tr("{count} changed")),
        (len(plan.clashing), tr("{count} changed by you and by the file")),
        (offer.cards_same, tr("{count} here already")),
        (len(offer.bundle.problems), tr("{count} left out")),
    )
    return " · ".join(words.format(count=f"{number:,}") for number, words in counts if number)


def tally_text(tally: Iterable[tuple[str, int]]) -> str:
    """Return what became of each line: "93 lines: 49 bullets, 9 headings"; "" for no tally.

    The first count is the sum of the others.
    """
    counts = [f"{number:,} {tr(_TALLIED.get(name, name))}" for name, number in tally if number]
    return f"{counts[0]}: {', '.join(counts[1:])}" if len(counts) > 1 else "".join(counts)


def report_text(report: Report) -> str:
    """Return what an import did: "212 cards added, 14 updated, 3 topics, 40 reviews"."""
    parts = [tr("{cards} added").format(cards=cards_text(report.cards))]
    if report.changed:
        parts.append(tr("{count} updated").format(count=f"{report.changed:,}"))
    for number, one, many in (
        (report.topics, "new topic", "new topics"),
        (report.media, "picture or sound", "pictures and sounds"),
        (report.reviews, "review", "reviews"),
    ):
        if number:
            parts.append(counted(number, one, many))
    return ", ".join(parts)


def rest_text(report: Report) -> str:
    """Return what an import left as it was, "" for nothing."""
    parts = []
    if report.same:
        parts.append(tr("{count} were here already").format(count=f"{report.same:,}"))
    if report.clashing:
        parts.append(tr("{count} you had changed too").format(count=f"{report.clashing:,}"))
    return ", ".join(parts)


def where_text(where: str) -> str:
    """Return where a fault is, as a heading: "Line 4"; names of files stay as they are."""
    return _capital(where) if where.partition(" ")[0].isalpha() else where


def why_text(why: str) -> str:
    """Return why something was left out, as a sentence begins."""
    return _capital(why)


def _capital(text: str) -> str:
    return text[:1].upper() + text[1:]


def left_out_text(number: int) -> str:
    """Return how many parts could not be read: "2 parts were left out."."""
    if number == 1:
        return tr("1 part of the file was left out.")
    return tr("{count} parts of the file were left out.").format(count=f"{number:,}")


def place_text(position: int, total: int) -> str:
    """Return which one of several: "2 of 3"; the first is 1."""
    return tr("{position} of {total}").format(position=f"{position:,}", total=f"{total:,}")


def count_text(done: int, total: int) -> str:
    """Return how far the work is: "12,000 of 100,000", "12,000", nothing at its start."""
    if total:
        return place_text(min(done, total), total)
    return f"{done:,}" if done else ""


def left_text(seconds: float | None) -> str:
    """Return how long it will take about, "" where that is not known or soon over."""
    if seconds is None or seconds < 1:
        return ""
    if seconds < _MINUTE:
        return tr("about {time} left").format(time=counted(round(seconds), "second", "seconds"))
    if seconds < _HOUR:
        minutes = round(seconds / _MINUTE)
        return tr("about {time} left").format(time=counted(minutes, "minute", "minutes"))
    return tr("more than an hour left")


def seconds_left(done: int, total: int, elapsed: float) -> float | None:
    """Return how long the rest will take at the pace so far; None where nothing says so.

    Over the first second, and before a hundredth is done, a pace means little.
    """
    if not total or elapsed < 1 or done * 100 < total:
        return None
    return elapsed * max(total - done, 0) / done
