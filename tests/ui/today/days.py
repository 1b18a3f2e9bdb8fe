"""Days to show on Today, and what a page says, in words."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING

from PySide6.QtWidgets import QAbstractButton, QLabel

from aws_flash.domain.views import BoxView, Offer, TodayView, WeakTopic, WelcomeView

if TYPE_CHECKING:
    from PySide6.QtWidgets import QWidget

TUESDAY = date(2026, 11, 24)
RESTS = (1, 3, 7, 14, 30)
NO_BOXES = tuple(BoxView(box, 0, 0, rest) for box, rest in enumerate(RESTS, start=1))
NO_WEEKS = ((0,) * 7,) * 15 + ((0, 0, None, None, None, None, None),)
ORDINARY = TodayView(
    topic_id=None,
    topic_name="",
    due=19,
    new=8,
    minutes=5,
    left_out=0,
    answered=0,
    all_cards=150,
    boxes=tuple(
        BoxView(box, cards, due, rest)
        for box, (cards, due, rest) in enumerate(
            zip((18, 24, 31, 22, 12), (9, 6, 3, 1, 0), RESTS, strict=True), start=1
        )
    ),
    heat=((0, 5, 40, 12, 0, 0, 9),) * 15 + ((7, 3, None, None, None, None, None),),
    streak=12,
    weakest=(WeakTopic(1, "STS calls", 0.58), WeakTopic(2, "Threat detection", 0.64)),
    welcome=None,
    catch_up=None,
    tomorrow=14,
    tomorrow_minutes=3,
    can_study_ahead=True,
    day=TUESDAY,
)
FIRST = ORDINARY._replace(
    due=0,
    new=10,
    minutes=4,
    all_cards=60,
    boxes=NO_BOXES,
    heat=NO_WEEKS,
    streak=0,
    weakest=(),
    tomorrow=0,
    can_study_ahead=False,
)
OFFERS = (Offer(10, date(2026, 12, 9)), Offer(20, date(2026, 11, 26)), Offer(40, TUESDAY))
WELCOME = ORDINARY._replace(due=312, new=0, welcome=WelcomeView(11, 312, OFFERS))
CATCHING_UP = ORDINARY._replace(new=0, left_out=55, catch_up=OFFERS[1])
DONE = ORDINARY._replace(due=0, new=0, minutes=0, answered=27)
USED_UP = DONE._replace(minutes=20, left_out=34)
NO_CARDS = FIRST._replace(new=0, all_cards=0)
EVERY_DAY = {
    "ordinary": ORDINARY,
    "first": FIRST,
    "welcome": WELCOME,
    "catching up": CATCHING_UP,
    "done": DONE,
    "used up": USED_UP,
    "no cards": NO_CARDS,
    "scoped": ORDINARY._replace(topic_id=7, topic_name="EC2 & guest OS"),
}


def said(widget: QWidget) -> list[str]:
    """Every text of a label or button that is shown; painted labels by their accessible name."""
    labels, buttons = widget.findChildren(QLabel), widget.findChildren(QAbstractButton)
    shown: list[QLabel | QAbstractButton] = [*labels, *buttons]
    texts = [one.text() or one.accessibleName() for one in shown if one.isVisibleTo(widget)]
    return [text for text in texts if text]
