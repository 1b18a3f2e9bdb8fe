"""The words of Today: counts, minutes and days, as pure functions of values."""

from __future__ import annotations

from datetime import date, timedelta

from PySide6.QtCore import QCoreApplication

from aws_flash.domain.views import BoxView, Offer
from aws_flash.ui.text import day_text

_CONTEXT = "today"
_DAYS = ("Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday")
_MONTHS = (
    "January",
    "February",
    "March",
    "April",
    "May",
    "June",
    "July",
    "August",
    "September",
    "October",
    "November",
    "December",
)
_DAYS_BY_NAME = 6


def tr(text: str) -> str:
    """Return a text in the user's language."""
    return QCoreApplication.translate(_CONTEXT, text)


def counted(number: int, one: str, many: str) -> str:
    """Return the words for one, or those for many with their number in place of {count}.

    Languages with more than two forms find theirs by the number.
    """
    if number == 1:
        return tr(one)
    words = QCoreApplication.translate(_CONTEXT, many, None, number)
    return words.format(count=f"{number:,}")


def cards_text(number: int) -> str:
    """Return "1 card" or "27 cards"."""
    return counted(number, "1 card", "{count} cards")


def new_cards_text(number: int) -> str:
    """Return "1 new card" or "10 new cards"."""
    return counted(number, "1 new card", "{count} new cards")


def about_text(minutes: int) -> str:
    """Return "about 5 minutes"."""
    if minutes < 1:
        return tr("less than a minute")
    return counted(minutes, "about 1 minute", "about {count} minutes")


def minutes_text(minutes: int) -> str:
    """Return "20 minutes"."""
    return counted(minutes, "1 minute", "{count} minutes")


def as_sentence(text: str) -> str:
    """Return the text with a capital at its start."""
    return text[:1].upper() + text[1:]


def mix_text(due: int, new: int) -> str:
    """Return what a session is made of: "19 to review, 8 new"."""
    if not new:
        return tr("all to review")
    review = tr("{count} to review").format(count=f"{due:,}")
    return tr("{review}, {count} new").format(review=review, count=f"{new:,}")


def others_wait_text(left_out: int) -> str:
    """Return that there are more, without a frown."""
    return counted(left_out, "1 more waits for another day.", "{count} more wait for another day.")


def cards_wait_text(left_out: int) -> str:
    """Return that cards are left when the day's minutes are over."""
    return counted(left_out, "1 card waits for another day.", "{count} cards wait for another day.")


def tomorrow_text(cards: int, minutes: int) -> str:
    """Return what comes tomorrow: "14 cards tomorrow, about 3 minutes."."""
    if cards == 0:
        return tr("Tomorrow is free.")
    words = tr("{cards} tomorrow, {about}.")
    return words.format(cards=cards_text(cards), about=about_text(minutes))


def on_day(day: date, today: date) -> str:
    """Return a day to come: "today", "tomorrow", "Thursday", and "3 December" from a week on."""
    ahead = (day - today).days
    if ahead in (0, 1):
        return tr("today") if ahead == 0 else tr("tomorrow")
    if 0 < ahead <= _DAYS_BY_NAME:
        return tr(_DAYS[day.weekday()])
    return tr("{day} {month}").format(day=day.day, month=tr(_MONTHS[day.month - 1]))


def offer_promise(offer: Offer, today: date) -> str:
    """Return what an offer leads to, as a caption: "clear by Thursday"."""
    if offer.clear_on is None:
        return tr("takes more than a year")
    if offer.clear_on <= today:
        return tr("clear today")
    return tr("clear by {day}").format(day=on_day(offer.clear_on, today))


def offer_sentence(offer: Offer, today: date) -> str:
    """Return an offer as the one line of comfort: "20 minutes a day clears this by Thursday."."""
    minutes = minutes_text(offer.minutes)
    if offer.clear_on is None:
        return tr("There is no hurry. Choose a pace for the coming days.")
    if offer.clear_on <= today:
        return tr("{minutes} clears this today.").format(minutes=minutes)
    words = tr("{minutes} a day clears this by {day}.")
    return words.format(minutes=minutes, day=on_day(offer.clear_on, today))


def catch_up_text(offer: Offer, today: date) -> str:
    """Return the offer that holds: what is done a day, until when, and what pauses."""
    minutes = minutes_text(offer.minutes)
    if offer.clear_on is None:
        words = tr("Catching up: {minutes} a day. New cards wait for now.")
        return words.format(minutes=minutes)
    promise = offer_promise(offer, today)
    words = tr("Catching up: {minutes} a day, {promise}. New cards wait until then.")
    return words.format(minutes=minutes, promise=promise)


def recheck_text(facts: int) -> str:
    """Return how many facts were not checked for longer than they keep."""
    return counted(
        facts, "1 fact was last checked long ago.", "{count} facts were last checked long ago."
    )


def changed_text(facts: int) -> str:
    """Return how many facts a new edition changed."""
    return counted(facts, "1 AWS fact changed.", "{count} AWS facts changed.")


def streak_text(days: int) -> str:
    """Return "12-day streak", nothing for none."""
    return counted(days, "1-day streak", "{count}-day streak") if days else ""


def due_text(due: int) -> str:
    """Return "9 due", nothing for none."""
    return tr("{count} due").format(count=f"{due:,}") if due else ""


def rest_text(rest: int) -> str:
    """Return "every day" or "every 3 days"."""
    return counted(rest, "every day", "every {count} days")


def box_caption(box: BoxView) -> str:
    """Return what stands under a box: "Box 2 · every 3 days"."""
    return tr("Box {box} · {rest}").format(box=box.box, rest=rest_text(box.rest))


def box_summary(box: BoxView) -> str:
    """Return a box in words: "Box 1: 18 cards, 9 due, every day"."""
    name = tr("Box {box}").format(box=box.box)
    parts = [cards_text(box.cards), due_text(box.due), rest_text(box.rest)]
    return f"{name}: {', '.join(part for part in parts if part)}"


def unseen_text(cards: int) -> str:
    """Return how many cards are in no box yet."""
    return counted(cards, "1 card not seen yet", "{count} cards not seen yet")


def heat_tip(answers: int, day: date, today: date) -> str:
    """Return what a day of the map says: "12 answers · Thu 19 Nov"."""
    done = counted(answers, "1 answer", "{count} answers") if answers else tr("No answers")
    return f"{done} · {day_text(day, today)}"


def heat_summary(answers: int, days: int) -> str:
    """Return the map in words."""
    counts = counted(answers, "1 answer", "{count} answers")
    on_days = counted(days, "on 1 day", "on {count} days")
    return tr("Last 16 weeks: {answers} {on_days}").format(answers=counts, on_days=on_days)


def first_day(today: date, weeks: int) -> date:
    """Return the Monday with which so many weeks begin, the last of them being this one."""
    return today - timedelta(days=today.weekday() + 7 * (weeks - 1))
