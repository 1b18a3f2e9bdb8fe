"""What stands at the top of Today, and the one thing to do: chosen from the numbers alone."""

from __future__ import annotations

from enum import Enum, auto
from typing import NamedTuple

from aws_flash.domain.views import Offer, TodayView
from aws_flash.ui.today import words


class Deed(Enum):
    """What the button does: start the day, go on after it, study ahead, add a card."""

    NOTHING = auto()
    START = auto()
    GO_ON = auto()
    STUDY_AHEAD = auto()
    ADD_CARD = auto()


class Headline(NamedTuple):
    """The title, two lines under it ("" for none), and the button."""

    title: str
    line: str
    aside: str = ""
    deed: Deed = Deed.NOTHING
    button: str = ""


def headline(view: TodayView) -> Headline:
    """Return what to say at the top of the page."""
    if view.all_cards == 0:
        return _no_cards(view)
    if view.welcome is not None:
        return _welcome(view)
    if view.cards:
        return _session(view)
    return _done(view)


def recommended(offers: tuple[Offer, ...]) -> int:
    """Return which offer to lead with: the middle one, or the next that ends within a year."""
    middle = len(offers) // 2
    ending = (place for place in range(middle, len(offers)) if offers[place].clear_on is not None)
    return next(ending, middle)


def _no_cards(view: TodayView) -> Headline:
    title = words.tr("No cards here yet" if view.topic_id is not None else "No cards yet")
    line = words.tr("A question and its answer make the first one.")
    return Headline(title, line, deed=Deed.ADD_CARD, button=words.tr("New card"))


def _welcome(view: TodayView) -> Headline:
    offers = view.welcome.offers if view.welcome is not None else ()
    line = words.offer_sentence(offers[recommended(offers)], view.day) if offers else ""
    return Headline(words.tr("Welcome back."), line)


def _session(view: TodayView) -> Headline:
    about = words.about_text(view.minutes)
    if view.due:
        title = _cards_today(view)
        mix = words.mix_text(view.due, view.new)
        line = words.tr("{about} · {mix}").format(about=words.as_sentence(about), mix=mix)
    else:
        title = words.tr("{cards}, {about}").format(
            cards=words.new_cards_text(view.new), about=about
        )
        line = _invitation(view)
    others_wait = view.left_out > 0 and view.catch_up is None
    aside = words.others_wait_text(view.left_out) if others_wait else ""
    return Headline(title, line, aside, Deed.START, words.tr("Start review"))


def _cards_today(view: TodayView) -> str:
    if view.answered:
        return words.counted(view.cards, "1 more card today", "{count} more cards today")
    return words.counted(view.cards, "1 card today", "{count} cards today")


def _invitation(view: TodayView) -> str:
    if any(box.cards for box in view.boxes):
        return words.tr("Nothing else is due.")
    return words.tr("Press Space to see the first one.")


def _done(view: TodayView) -> Headline:
    nothing_came = view.answered == 0 and view.left_out == 0
    title = words.tr("Nothing due today." if nothing_came else "Done for today.")
    if view.left_out:
        button = _go_on(view)
        return Headline(title, words.cards_wait_text(view.left_out), "", Deed.GO_ON, button)
    line = words.tomorrow_text(view.tomorrow, view.tomorrow_minutes)
    if not view.can_study_ahead:
        return Headline(title, line)
    note = words.tr("Studying ahead is extra: cards that are not due stay in their boxes.")
    return Headline(title, line, note, Deed.STUDY_AHEAD, words.tr("Study ahead"))


def _go_on(view: TodayView) -> str:
    minutes = view.catch_up.minutes if view.catch_up is not None else view.minutes
    if minutes < 1:
        return words.tr("Go on")
    return words.tr("Another {minutes}").format(minutes=words.minutes_text(minutes))
