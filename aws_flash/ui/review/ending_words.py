"""What a session was and what comes tomorrow, in words."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from aws_flash.domain.session import SessionKind, summary
from aws_flash.ui.review.words import tr
from aws_flash.ui.text import counted

if TYPE_CHECKING:
    from aws_flash.domain.session import Session, Summary
    from aws_flash.domain.views import TodayView

_MINUTE = 60
_HOUR = 60


class Tile(NamedTuple):
    """A label, a figure, and a few words under it."""

    label: str
    figure: str
    caption: str


class EndingText(NamedTuple):
    """A title, tiles, and quiet lines; `can_undo` says that an answer can be taken back."""

    title: str
    tiles: tuple[Tile, ...]
    lines: tuple[str, ...]
    can_undo: bool


def ending_text(session: Session, after: TodayView | None) -> EndingText:
    """Return the end of a session; `after` is Today as it is now, None: not known."""
    done = summary(session)
    tiles = (*_done_tiles(session, done), *_tomorrow_tile(after))
    return EndingText(_title(session, done), tiles, _lines(session, done), done.answers > 0)


def time_text(milliseconds: int) -> str:
    """Return how long something took: "40 seconds", "6 minutes", "1 h 5 min"."""
    seconds = round(milliseconds / 1000)
    minutes = round(seconds / _MINUTE)
    if seconds < _MINUTE:
        return counted(max(seconds, 1), "second", "seconds")
    if minutes < _HOUR:
        return counted(minutes, "minute", "minutes")
    hours, rest = divmod(minutes, _HOUR)
    return tr("{hours} h {minutes} min").format(hours=hours, minutes=rest)


def _title(session: Session, done: Summary) -> str:
    if not session.choice.cards and done.answers == 0:
        return tr("Nothing is due here today.")
    if done.answers == 0:
        return tr("No card was answered.")
    cards = counted(done.answers, "card", "cards")
    return tr("{cards} in {time}").format(cards=cards, time=time_text(done.took))


def _done_tiles(session: Session, done: Summary) -> tuple[Tile, ...]:
    if done.answers == 0:
        return ()
    known = tr("{knew} of {answers}").format(knew=done.knew, answers=done.answers)
    missed = tr("{missed} missed").format(missed=done.missed) if done.missed else tr("none missed")
    first = Tile(tr("Known"), known, missed)
    if session.kind is SessionKind.AHEAD and not done.climbed:
        return (first,)
    return first, Tile(tr("Climbed"), f"{done.climbed:,}", tr("a box higher now"))


def _tomorrow_tile(after: TodayView | None) -> tuple[Tile, ...]:
    """Cards due tomorrow if nothing more is done today."""
    if after is None:
        return ()
    number = after.tomorrow + after.due
    if after.due or after.tomorrow_minutes < 1:
        return (Tile(tr("Tomorrow"), counted(number, "card", "cards"), tr("due")),)
    minutes = counted(after.tomorrow_minutes, "minute", "minutes")
    about = tr("due, about {minutes}").format(minutes=minutes)
    return (Tile(tr("Tomorrow"), counted(number, "card", "cards"), about),)


def _lines(session: Session, done: Summary) -> tuple[str, ...]:
    ahead = session.kind is SessionKind.AHEAD
    lines = []
    if ahead and done.answers and not done.climbed:
        lines.append(tr("This was extra study, so each card stays in its box."))
    if session.choice.left_out and not ahead:
        more = counted(session.choice.left_out, "more due card", "more due cards")
        lines.append(tr("{more} had no room in today's minutes and will wait.").format(more=more))
    if session.choice.siblings:
        lines.append(_siblings(len(session.choice.siblings)))
    return tuple(lines)


def _siblings(number: int) -> str:
    if number == 1:
        return tr("1 card waits until tomorrow: it belongs with one asked today.")
    cards = counted(number, "card", "cards")
    return tr("{cards} wait until tomorrow: they belong with cards asked today.").format(
        cards=cards
    )
