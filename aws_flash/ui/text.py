"""Words for the user: days, counts, steps that can be undone, and what went wrong."""

from __future__ import annotations

from datetime import date, datetime
from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication

if TYPE_CHECKING:
    from aws_flash.domain.changes import Step
    from aws_flash.domain.errors import UserError

_DAYS = ("Mon", "Tue", "Wed", "Thu", "Fri", "Sat", "Sun")
_MONTHS = ("Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec")
_WEEK = 7
_YEAR = 12


def tr(text: str) -> str:
    """Return a text in the user's language."""
    return QCoreApplication.translate("text", text)


def counted(number: int, one: str, many: str) -> str:
    """Return "1 card" or "27 cards", from the words for one and for many."""
    return f"{number:,} {tr(one if number == 1 else many)}"


def day_text(day: date, today: date) -> str:
    """Return a day to come as short as it stays clear: "tomorrow", "Fri 27 Nov", "3 Jan 2027"."""
    ahead = (day - today).days
    if ahead in (0, 1):
        return tr("today") if ahead == 0 else tr("tomorrow")
    plain = f"{day.day} {tr(_MONTHS[day.month - 1])}"
    if day.year != today.year and ahead > _WEEK:
        return f"{plain} {day.year}"
    return f"{tr(_DAYS[day.weekday()])} {plain}"


def clock_text(moment: datetime, now: datetime) -> str:
    """Return a moment gone by: "today 09:12", "Mon 23 Nov 18:40", "3 Jan 2025 08:00"."""
    clock = f"{moment:%H:%M}"
    gone = (now.date() - moment.date()).days
    if gone == 0:
        return f"{tr('today')} {clock}"
    day = f"{moment.day} {tr(_MONTHS[moment.month - 1])}"
    if moment.year != now.year:
        return f"{day} {moment.year} {clock}"
    return f"{tr(_DAYS[moment.weekday()])} {day} {clock}"


def month_text(day: date) -> str:
    """Return a month: "Nov 2026"."""
    return f"{tr(_MONTHS[day.month - 1])} {day.year}"


def date_text(day: date) -> str:
    """Return a day gone by, with its year: "24 Nov 2026"."""
    return f"{day.day} {month_text(day)}"


def ago_text(months: int) -> str:
    """Return how long ago something was: "14 months ago", "2 years ago"."""
    if months < 1:
        return tr("this month")
    if months < 2 * _YEAR:
        return tr("{time} ago").format(time=counted(months, "month", "months"))
    return tr("{time} ago").format(time=counted(months // _YEAR, "year", "years"))


_STEPS = {
    "answer": "Answer",
    "flag": "Flag",
    "skip": "Skipped for today",
    "suspend": "Suspended",
    "edit card": "Edited the card",
    "add card": "Added a card",
    "delete cards": "Moved {cards} to the trash",
    "add topic": "Added the topic {subject}",
    "rename topic": "Renamed the topic to {subject}",
    "move topic": "Moved {subject}",
    "delete topic": "Moved {subject} and {cards} to the trash",
    "change settings": "Changed the settings",
    "catch up": "Changed the daily pace",
    "update deck": "Updated the deck",
    "still true": "Checked {facts} again",
    "set aside": "Set {facts} aside",
    "see changes": "Saw {facts} that changed",
    "keep mine": "Kept your text",
    "take theirs": "Took the new text",
    "import": "Imported {subject}",
    "revert import": "Took back the import of {subject}",
}


def step_text(step: Step) -> str:
    """Return what was done, for a toast: "Moved STS calls and 12 cards to the trash"."""
    words = tr(_STEPS[step.action.value])
    return words.format(
        subject=step.subject,
        cards=counted(step.count, "card", "cards"),
        facts=counted(step.count, "fact", "facts"),
    )


def undone_text(step: Step) -> str:
    """Return that a step was taken back."""
    return tr("Undone: {what}").format(what=_in_sentence(step))


def redone_text(step: Step) -> str:
    """Return that a step was done again."""
    return tr("Done again: {what}").format(what=_in_sentence(step))


_BEING_UNDONE = {"import": "Taking back the import of {subject}"}
_BEING_REDONE = {
    "import": "Bringing {subject} back",
    "revert import": "Taking {subject} back again",
}


def undoing_text(step: Step | None) -> str:
    """Return what is being taken back; None where the worker has not come to it."""
    words = _BEING_UNDONE.get(step.action.value) if step is not None else None
    return tr(words).format(subject=step.subject) if step and words else tr("Undoing the last step")


def redoing_text(step: Step | None) -> str:
    """Return what is being done again; None where the worker has not come to it."""
    words = _BEING_REDONE.get(step.action.value) if step is not None else None
    return tr(words).format(subject=step.subject) if step and words else tr("Doing it again")


def _in_sentence(step: Step) -> str:
    words = step_text(step)
    return words[:1].lower() + words[1:]


_ERRORS = {
    "CollectionTooNew": (
        "This collection was written by a newer aws-flash. Nothing was changed. Please update "
        "aws-flash, or choose another data folder."
    ),
    "CollectionDamaged": (
        "The collection cannot be read: {why}. It was left as it is. You can restore a backup or "
        "rescue what can still be read."
    ),
    "CollectionReadOnly": (
        "aws-flash may not write to {path}. Nothing was changed. Please allow it to write there, "
        "or choose another data folder."
    ),
    "CollectionLocked": (
        "Another program is using the collection. Nothing was changed. Please close it and try "
        "again."
    ),
    "CollectionMissing": "There is no collection at {path}.",
    "DiskFull": (
        "The disk is full. This last change was not saved, everything before it was. Please make "
        "some room and try again."
    ),
    "FileUnreadable": "{path} cannot be read: {why}. Nothing was changed.",
    "FileUnwritable": "{path} cannot be written: {why}. Nothing else was changed.",
    "FileExists": (
        "There is a file {path} already. Nothing was changed. Please choose another name, or let "
        "it be replaced."
    ),
    "FormatUnknown": (
        "{path} is of no form that aws-flash can read. Nothing was changed. Please export it from "
        "its program as a package or as text, and try that."
    ),
    "FormatTooNew": (
        "{path} was written by a newer {program} than aws-flash knows. Nothing was changed. Please "
        "update aws-flash, or export it for older versions."
    ),
    "FileEmpty": "There are no cards in {path}. Nothing was changed.",
    "FileUnsafe": (
        "{path} {why}. aws-flash did not read it, to be safe. Nothing was changed. Please get the "
        "file again from someone you trust."
    ),
    "DeckInvalid": "The deck at {path} has a mistake in {where}: {why}. Nothing was changed.",
    "BackupUnusable": "This backup cannot be used: {why}. Your collection was left as it is.",
    "Gone": "That {what} is no longer there. Nothing else was changed.",
    "Refused": "That cannot be done: {why}. Nothing was changed.",
}


def error_text(error: UserError) -> str:
    """Return what happened, what was kept and what to do, in a sentence or two."""
    return tr(_ERRORS[type(error).__name__]).format(**vars(error))
