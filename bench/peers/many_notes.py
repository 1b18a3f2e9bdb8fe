"""Bundles to measure with: so many notes in topics, learned and answered for years."""

from __future__ import annotations

import json
import random
from collections.abc import Iterator
from typing import Final

from aws_flash.domain.bundle import (
    Bundle,
    BundledCard,
    BundledNote,
    BundledReview,
    BundledTopic,
    Progress,
)
from aws_flash.domain.kind import BUILT_IN
from aws_flash.domain.review import Rating, ReviewKind
from bench.contents import content

TOPICS: Final = 100
RESTS: Final = (0, 1, 3, 7, 21, 60)
NEW_EACH: Final = 11
DAY_MS: Final = 86_400_000
KINDS: Final = {kind.id: kind.guid for kind in BUILT_IN}


def many(notes: int, reviews: int, today: int) -> Bundle:
    """Return a bundle of so many notes; the same numbers give the same."""
    chance = random.Random(1)  # noqa: S311 - the same numbers each time
    topics = tuple(BundledTopic(f"topic{n:05}", None, f"Topic {n}", n) for n in range(TOPICS))
    written = tuple(_note(number, topics, today, chance) for number in range(notes))
    cards = tuple(_card(number, note, today) for number, note in enumerate(written))
    answers = tuple(_answers(written, reviews, today))
    return Bundle("", "Many", "", "", topics, written, cards=cards, reviews=answers)


def _note(
    number: int, topics: tuple[BundledTopic, ...], today: int, chance: random.Random
) -> BundledNote:
    made = content(number, 0, chance)
    moment = (today - 1000) * DAY_MS + number
    return BundledNote(
        guid=f"n{number:09}",
        topic=topics[number % len(topics)].guid,
        kind=KINDS[made.kind_id],
        fields=tuple((name, html) for name, html in json.loads(made.fields)),
        tags=("aws", f"t{number % 50}"),
        created=moment,
        modified=moment,
    )


def _card(number: int, note: BundledNote, today: int) -> BundledCard:
    box = 1 + number % 5
    progress = Progress(RESTS[box], today + number % RESTS[box], 0, 1, box)
    return BundledCard(note.guid, 0, progress=None if number % NEW_EACH == 0 else progress)


def _answers(notes: tuple[BundledNote, ...], reviews: int, today: int) -> Iterator[BundledReview]:
    """Yield answers, oldest first; the last one of each card led to where it stands."""
    rounds = -(-reviews // len(notes))
    for at in range(reviews):
        number = at % len(notes)
        if number % NEW_EACH:
            box = 1 + number % 5
            day = today - rounds + at // len(notes)
            after = Progress(RESTS[box], today + number % RESTS[box], 0, 1, box)
            moment = day * DAY_MS + at % DAY_MS
            yield BundledReview(
                notes[number].guid, 0, moment, ReviewKind.ANSWER, Rating.KNEW, after, after, 4000
            )
