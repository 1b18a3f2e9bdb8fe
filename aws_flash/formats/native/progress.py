"""cards.jsonl and reviews.jsonl: what is a card's own, and the answers given, a line each."""

from __future__ import annotations

import json
from collections.abc import Iterator
from datetime import date
from functools import lru_cache
from typing import Any, Final

from aws_flash.domain.bundle import Bundle, BundledCard, BundledReview, Progress
from aws_flash.domain.card import BOXES
from aws_flash.domain.days import date_of, day_number
from aws_flash.domain.kind import BUILT_IN
from aws_flash.domain.ordinals import ordinals_of
from aws_flash.domain.review import ANSWERS, Rating, ReviewKind
from aws_flash.formats.native.fault import Fault
from aws_flash.formats.native.values import guid_in, object_with

CARDS: Final = "cards.jsonl"
REVIEWS: Final = "reviews.jsonl"

_CARD_KEYS: Final = frozenset(
    {"card", "topic", "flag", "suspended", "aside", "skipped_until", "standing"}
)
_REVIEW_KEYS: Final = frozenset(
    {"card", "at", "day", "topic", "kind", "rating", "before", "after", "took_ms", "undone"}
)
_NAMED_KEYS: Final = frozenset({"note", "ordinal"})
_STANDING_KEYS: Final = frozenset({"box", "rest", "due", "lapses", "streak"})
_MOST: Final = 2**31
_LATEST: Final = 2**53
_JSON: Final = json.JSONEncoder(ensure_ascii=False)
_RATINGS: Final = {"missed": Rating.MISSED, "knew": Rating.KNEW}
_KINDS: Final = {kind.value: kind for kind in ReviewKind}


def card_lines(bundle: Bundle) -> Iterator[str]:
    """Yield the lines of all cards of those notes that have one with something of its own."""
    kinds = {kind.guid: kind for kind in (*BUILT_IN, *bundle.kinds)}
    listed: dict[str, list[BundledCard]] = {}
    for card in bundle.cards:
        listed.setdefault(card.note, []).append(card)
    for note in bundle.notes:
        cards = listed.get(note.guid, [])
        ordinals = ordinals_of(note.fields, kinds[note.kind])
        asked = [BundledCard(note.guid, each) for each in ordinals]
        own = [_at_home(card, note.topic) for card in cards]
        if own and own != asked:
            yield from map(_card_line, own)


def review_lines(bundle: Bundle) -> Iterator[str]:
    """Yield the lines of all reviews, in their order."""
    return map(_review_line, bundle.reviews)


def card_of(found: object) -> BundledCard:
    """Return the card of a line; raises Fault where it does not follow the form."""
    keys = object_with(_sound(found), _CARD_KEYS, "the card")
    note, ordinal = _named(keys.get("card"))
    return BundledCard(
        note=note,
        ordinal=ordinal,
        topic=guid_in(keys, "topic") if "topic" in keys else None,
        flag=_number(keys, "flag", 7),
        suspended=_said(keys, "suspended"),
        aside=_said(keys, "aside"),
        skipped_until=_day(keys["skipped_until"]) if "skipped_until" in keys else None,
        progress=_progress(keys["standing"]) if "standing" in keys else None,
    )


def review_of(found: object) -> BundledReview:
    """Return the review of a line; raises Fault where it does not follow the form."""
    keys = object_with(_sound(found), _REVIEW_KEYS, "the review")
    note, ordinal = _named(keys.get("card"))
    kind = _KINDS.get(str(keys.get("kind")))
    rating = _RATINGS.get(str(keys.get("rating")))
    if kind is None or (kind in ANSWERS) != (rating is not None):
        raise Fault("“kind” and “rating” do not go together")
    return BundledReview(
        note=note,
        ordinal=ordinal,
        at=_number(keys, "at", _LATEST),
        kind=kind,
        rating=rating,
        before=_progress(keys.get("before")),
        after=_progress(keys.get("after")),
        took=_number(keys, "took_ms", _MOST),
        day=_day(keys.get("day")),
        topic=guid_in(keys, "topic") if "topic" in keys else None,
        undone=_said(keys, "undone"),
    )


def _sound(found: object) -> object:
    """Return what a line says; raises the Fault that stands in the place of a faulty one."""
    if isinstance(found, Fault):
        raise found
    return found


def _at_home(card: BundledCard, topic: str) -> BundledCard:
    """Return the card without its topic where that is its note's."""
    if card.topic != topic:
        return card
    return BundledCard(
        card.note,
        card.ordinal,
        None,
        card.flag,
        card.suspended,
        card.progress,
        card.aside,
        card.skipped_until,
    )


def _card_line(card: BundledCard) -> str:
    own = {
        "topic": card.topic,
        "flag": card.flag,
        "suspended": card.suspended,
        "aside": card.aside,
        "skipped_until": None if card.skipped_until is None else _date_text(card.skipped_until),
        "standing": None if card.progress is None else _standing(card.progress),
    }
    told = {key: value for key, value in own.items() if value}
    return _JSON.encode({"card": {"note": card.note, "ordinal": card.ordinal}, **told})


def _review_line(review: BundledReview) -> str:
    keys: dict[str, Any] = {
        "card": {"note": review.note, "ordinal": review.ordinal},
        "at": review.at,
    }
    if review.day is not None:
        keys["day"] = _date_text(review.day)
    if review.topic is not None:
        keys["topic"] = review.topic
    rating = review.rating
    return _JSON.encode(
        {
            **keys,
            "kind": review.kind.value,
            "rating": None if rating is None else rating.name.lower(),
            "before": _standing(review.before),
            "after": _standing(review.after),
            "took_ms": review.took,
            "undone": review.undone,
        }
    )


def _standing(progress: Progress | None) -> dict[str, Any]:
    if progress is None:
        return {"box": 0, "rest": 0, "due": None, "lapses": 0, "streak": 0}
    return {
        "box": progress.box,
        "rest": progress.rest,
        "due": _date_text(progress.due),
        "lapses": progress.lapses,
        "streak": progress.streak,
    }


def _progress(found: object) -> Progress | None:
    keys = object_with(found, _STANDING_KEYS, "a standing")
    box = None if keys.get("box") is None else _number(keys, "box", BOXES)
    if box == 0:
        return None
    due = _day(keys.get("due"))
    if due is None:
        raise Fault("a card in a box has no due day")
    return Progress(
        rest=_number(keys, "rest", _MOST),
        due=due,
        lapses=_number(keys, "lapses", _MOST),
        streak=_number(keys, "streak", _MOST),
        box=box,
    )


def _named(found: object) -> tuple[str, int]:
    keys = object_with(found, _NAMED_KEYS, "“card”")
    return guid_in(keys, "note"), _number(keys, "ordinal", _MOST)


def _number(keys: dict[str, Any], key: str, most: int) -> int:
    value = keys.get(key, 0)
    if not isinstance(value, int) or isinstance(value, bool) or not 0 <= value <= most:
        raise Fault(f"“{key}” is not a number from 0 to {most}")
    return value


def _said(keys: dict[str, Any], key: str) -> bool:
    value = keys.get(key, False)
    if not isinstance(value, bool):
        raise Fault(f"“{key}” is not true or false")
    return value


def _day(found: object) -> int | None:
    if found is None:
        return None
    if not isinstance(found, str):
        raise Fault("a day is not a date")
    return _day_of_text(found)


# A history has a million dates on a few thousand days.


@lru_cache(maxsize=4096)
def _day_of_text(text: str) -> int:
    try:
        return day_number(date.fromisoformat(text))
    except ValueError as error:
        raise Fault(f"{text[:40]!a} is not a date") from error


@lru_cache(maxsize=4096)
def _date_text(day: int) -> str:
    return date_of(day).isoformat()
