"""Strategies for values of every table."""

from __future__ import annotations

from datetime import date

from hypothesis import strategies as st

from aws_flash.domain.card import BOXES, Card, Standing
from aws_flash.domain.kind import CardTemplate, Family, Kind
from aws_flash.domain.note import Note
from aws_flash.domain.plan import Plan
from aws_flash.domain.provenance import Provenance, Silenced, Source, Then, Volatility
from aws_flash.domain.review import ANSWERS, LONGEST_ANSWER, Rating, Review, ReviewKind
from aws_flash.domain.settings import Fall, Settings
from aws_flash.domain.shelf_life import LONGEST_LIFE, ShelfLives

IDS = st.integers(min_value=1, max_value=2**63 - 1)
DAYS = st.integers(min_value=0, max_value=60_000)
MOMENTS = st.integers(min_value=0, max_value=2**42)
TEXTS = st.text(st.characters(codec="utf-8", exclude_characters="\x00"), max_size=40)
WORDS = st.text(st.characters(categories=["L", "N"]), min_size=1, max_size=12)


@st.composite
def standings(draw: st.DrawFn) -> Standing:
    box = draw(st.integers(0, BOXES))
    numbers = st.integers(0, 400)
    due = draw(DAYS) if box else None
    return Standing(box, draw(numbers), due, draw(numbers), draw(numbers))


provenances = st.builds(
    Provenance,
    sources=st.lists(st.builds(Source, TEXTS, TEXTS, TEXTS), max_size=2).map(tuple),
    checked_on=st.none() | st.dates(date(2000, 1, 1), date(2100, 1, 1)),
    exam=TEXTS,
    domain=TEXTS,
    volatility=st.none() | st.sampled_from(Volatility),
    statements=st.lists(WORDS, max_size=3).map(tuple),
    then=st.none() | st.builds(Then, TEXTS, TEXTS, TEXTS),
    see_also=st.lists(WORDS, max_size=3).map(tuple),
    confusable=TEXTS,
    silenced=st.dictionaries(TEXTS, TEXTS, max_size=2).map(
        lambda found: tuple(Silenced(*pair) for pair in found.items())
    ),
)
notes = st.builds(
    Note,
    id=IDS,
    guid=WORDS,
    kind_id=st.integers(1, 6),
    fields=st.lists(st.tuples(WORDS, TEXTS), max_size=4, unique_by=lambda pair: pair[0]).map(tuple),
    tags=st.lists(WORDS, max_size=3).map(tuple),
    created=MOMENTS,
    modified=MOMENTS,
    provenance=st.none() | provenances,
)
kinds = st.builds(
    Kind,
    id=IDS.filter(lambda number: number > 6),
    guid=WORDS,
    name=TEXTS,
    family=st.sampled_from(Family),
    fields=st.lists(WORDS, min_size=1, max_size=4, unique=True).map(tuple),
    templates=st.lists(st.builds(CardTemplate, TEXTS, TEXTS, TEXTS), min_size=1, max_size=3).map(
        tuple
    ),
    css=TEXTS,
    by_hole=st.booleans(),
)
plans = st.builds(
    Plan,
    id=IDS,
    name=TEXTS,
    started_on=st.integers(0, 100),
    exam_on=st.none() | st.integers(100, 60_000),
    topics=st.lists(IDS, max_size=3).map(tuple),
)


@st.composite
def settings(draw: st.DrawFn) -> Settings:
    rests = sorted(draw(st.lists(st.integers(1, 365), min_size=5, max_size=5)))
    return Settings(
        minutes_a_day=draw(st.integers(1, 600)),
        new_a_day=draw(st.integers(0, 999)),
        rests=tuple(rests),
        fall=draw(st.sampled_from(Fall)),
        day_begins_at=draw(st.integers(0, 23)),
        catch_up_minutes=draw(st.none() | st.integers(1, 60)),
        shelf_lives=draw(st.builds(ShelfLives, *[st.integers(1, LONGEST_LIFE)] * 5)),
    )


@st.composite
def reviews(draw: st.DrawFn) -> Review:
    kind = draw(st.sampled_from(ReviewKind))
    return Review(
        id=draw(IDS),
        card_id=draw(st.integers(1, 5)),
        topic_id=draw(st.integers(1, 3)),
        at=draw(MOMENTS),
        day=draw(st.integers(0, 5)),
        kind=kind,
        rating=draw(st.sampled_from(Rating)) if kind in ANSWERS else None,
        before=draw(standings()),
        after=draw(standings()),
        took=draw(st.integers(0, LONGEST_ANSWER)),
        undone=draw(st.booleans()),
    )


@st.composite
def cards(draw: st.DrawFn, note_id: int = 1, topic_id: int = 1) -> Card:
    return Card(
        id=draw(IDS),
        note_id=note_id,
        ordinal=draw(st.integers(0, 500)),
        topic_id=topic_id,
        position=draw(st.integers(0, 100)),
        standing=draw(standings()),
        flag=draw(st.integers(0, 7)),
        suspended=draw(st.booleans()),
        skipped_until=draw(st.none() | DAYS),
        aside=draw(st.booleans()),
    )
