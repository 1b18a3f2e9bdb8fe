"""Strategies for bundles as the native form can hold them."""

from __future__ import annotations

from datetime import date

from hypothesis import strategies as st

from aws_flash.domain.bundle import (
    Bundle,
    BundledCard,
    BundledNote,
    BundledReview,
    BundledTopic,
    Progress,
    held_medium,
)
from aws_flash.domain.choice import Option, option_fields
from aws_flash.domain.html.escaping import escape_text
from aws_flash.domain.kind import (
    BUILT_IN,
    CHOICE,
    CLOZE,
    MAX_OPTIONS,
    PICTURE,
    TYPED,
    Kind,
)
from aws_flash.domain.picture import Part, Picture, parts_markup, picture_markup, with_picture
from aws_flash.domain.provenance import Provenance, Silenced, Source, Then, Volatility
from aws_flash.domain.review import ANSWERS, Rating, ReviewKind
from tests.formats.native_samples import CUSTOM

Fields = tuple[tuple[str, str], ...]

MEDIA = (held_medium("a.svg", b"<svg/>"), held_medium("größe 2.png", b"\x89PNG"))

texts = st.text(st.characters(codec="utf-8"), max_size=30)
lines = st.text(
    st.characters(codec="utf-8", exclude_categories=["Cc", "Zl", "Zp"]), min_size=1, max_size=30
).filter(str.strip)
words = st.text(st.characters(categories=["L", "N"]), min_size=1, max_size=8)
guids = st.text(st.sampled_from("ABCDEFGHabcdefgh0123456789"), min_size=10, max_size=10)
pictures = st.builds(Picture, st.sampled_from([medium.name for medium in MEDIA]), texts)
halves = st.integers(0, 500_000).map(lambda number: number / 1_000_000)
sizes = halves.filter(bool)

moments = st.integers(0, 2**50)
days = st.integers(0, 40_000)
progresses = st.builds(
    Progress,
    rest=st.integers(0, 9999),
    due=days,
    lapses=st.integers(0, 99),
    streak=st.integers(0, 99),
    box=st.none() | st.integers(1, 5),
)
sources = st.builds(
    Source,
    title=lines,
    link=words.map("https://example.org/{}".format),
    read=st.just("") | lines,
)
provenances = st.builds(
    Provenance,
    sources=st.lists(sources, max_size=2).map(tuple),
    checked_on=st.none() | st.dates(date(2000, 1, 1), date(2100, 1, 1)),
    exam=st.just("") | lines,
    domain=st.just("") | lines,
    volatility=st.none() | st.sampled_from(Volatility),
    statements=st.lists(lines, max_size=3).map(tuple),
    then=st.none() | st.builds(Then, lines, lines, st.just("") | lines),
    see_also=st.lists(guids, max_size=3).map(tuple),
    confusable=st.just("") | lines,
    silenced=st.dictionaries(lines, lines, max_size=2).map(
        lambda found: tuple(Silenced(*pair) for pair in found.items())
    ),
).filter(lambda provenance: provenance != Provenance())


@st.composite
def questions(draw: st.DrawFn) -> str:
    text = draw(texts)
    return with_picture(text, draw(pictures)) if draw(st.booleans()) else text


@st.composite
def fields_of(draw: st.DrawFn, kind: Kind) -> Fields:
    """Fields as an author or a reader makes them; for a third of notes just any texts."""
    if draw(st.integers(0, 2)) == 0:
        return tuple((name, draw(texts)) for name in kind.fields)
    held = {name: draw(texts) for name in kind.fields}
    held["Text" if kind is CLOZE else "Question"] = draw(questions())
    if kind is CHOICE:
        options = st.builds(Option, lines, texts, st.booleans(), st.booleans())
        held.update(option_fields(draw(st.lists(options, max_size=MAX_OPTIONS))))
    if kind is TYPED:
        held["Answer"] = escape_text(draw(lines))
        held["Accepted"] = "\n".join(map(escape_text, draw(st.lists(lines, max_size=3))))
    if kind is PICTURE:
        shapes = draw(st.lists(st.tuples(lines, halves, halves, sizes, sizes), max_size=3))
        held["Picture"] = picture_markup(draw(pictures))
        held["Parts"] = parts_markup(Part(n, *shape) for n, shape in enumerate(shapes, 1))
    return tuple(held.items())


@st.composite
def bundles(draw: st.DrawFn) -> Bundle:
    drawn = draw(st.lists(guids, min_size=2, max_size=9, unique=True))
    number = draw(st.integers(1, len(drawn) - 1))
    topics = draw(trees(drawn[:number]))
    homes = sorted(draw(st.integers(0, number - 1)) for _ in drawn[number:])
    written = tuple(
        draw(notes(guid, topics[home].guid))
        for guid, home in zip(drawn[number:], homes, strict=True)
    )
    return Bundle(
        guid=draw(guids),
        name=draw(lines),
        edition=draw(st.sampled_from(["2026.11.0", "1"])),
        description=draw(texts),
        topics=topics,
        notes=written,
        kinds=(CUSTOM,),
        cards=draw(cards_of(written)),
        reviews=tuple(draw(st.lists(reviews_of(written), max_size=3))),
        media=MEDIA,
        licence=draw(st.sampled_from(["", "CC-BY-4.0"])),
        authors=tuple(draw(st.lists(lines, max_size=2))),
        exam=draw(st.sampled_from(["", "SCS-C03"])),
        statements=tuple(draw(st.lists(lines, max_size=2))),
    )


@st.composite
def notes(draw: st.DrawFn, guid: str, topic: str) -> BundledNote:
    kind = draw(st.sampled_from((*BUILT_IN, CUSTOM)))
    return BundledNote(
        guid=guid,
        topic=topic,
        kind=kind.guid,
        fields=draw(fields_of(kind)),
        tags=tuple(draw(st.lists(words, max_size=2))),
        provenance=draw(st.none() | provenances),
        created=draw(st.none() | moments),
        modified=draw(st.none() | moments),
    )


@st.composite
def cards_of(draw: st.DrawFn, written: tuple[BundledNote, ...]) -> tuple[BundledCard, ...]:
    """All cards of some of the notes, each with something of its own."""
    chosen = [note for note in written if draw(st.booleans())]
    return tuple(
        BundledCard(
            note=note.guid,
            ordinal=ordinal,
            topic=draw(st.none() | st.just("Elsewhere1")),
            flag=draw(st.integers(1, 7)),
            suspended=draw(st.booleans()),
            progress=draw(st.none() | progresses),
            aside=draw(st.booleans()),
            skipped_until=draw(st.none() | days),
        )
        for note in chosen
        for ordinal in range(draw(st.integers(1, 2)))
    )


@st.composite
def reviews_of(draw: st.DrawFn, written: tuple[BundledNote, ...]) -> BundledReview:
    kind = draw(st.sampled_from(ReviewKind))
    return BundledReview(
        note=draw(st.sampled_from([note.guid for note in written])),
        ordinal=draw(st.integers(0, 3)),
        at=draw(moments),
        kind=kind,
        rating=draw(st.sampled_from(Rating)) if kind in ANSWERS else None,
        before=draw(st.none() | progresses),
        after=draw(st.none() | progresses),
        took=draw(st.integers(0, 60_000)),
        day=draw(st.none() | days),
        topic=draw(st.none() | guids),
        undone=draw(st.booleans()),
    )


@st.composite
def trees(draw: st.DrawFn, drawn: list[str]) -> tuple[BundledTopic, ...]:
    """Topics in tree order: each one stands under the one before it or under one above that."""
    topics: list[BundledTopic] = []
    path: list[str] = []
    counts: dict[str | None, int] = {}
    for guid in drawn:
        del path[draw(st.integers(0, len(path))) :]
        parent = path[-1] if path else None
        counts[parent] = counts.get(parent, 0) + 1
        topics.append(BundledTopic(guid, parent, draw(lines), counts[parent], draw(texts)))
        path.append(guid)
    return tuple(topics)
