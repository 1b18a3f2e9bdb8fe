"""Strategies for bundles as a package of Anki can hold them."""

from __future__ import annotations

from dataclasses import replace

from hypothesis import strategies as st

from aws_flash.domain.bundle import Bundle, BundledCard, BundledNote, BundledTopic
from aws_flash.domain.kind import BUILT_IN, Kind
from aws_flash.domain.ordinals import ordinals_of
from tests.formats.native_samples import CUSTOM
from tests.formats.native_strategies import bundles, progresses

KINDS: dict[str, Kind] = {kind.guid: kind for kind in (*BUILT_IN, CUSTOM)}


@st.composite
def anki_bundles(draw: st.DrawFn) -> Bundle:
    """Times and fields as Anki has them, names that differ, cards that are asked."""
    drawn = draw(bundles())
    topics = tuple(_topic(place, topic) for place, topic in enumerate(drawn.topics))
    notes = tuple(draw(_notes(note)) for note in drawn.notes)
    cards = [card for note in notes if draw(st.booleans()) for card in draw(_cards(note, topics))]
    return replace(drawn, topics=topics, notes=notes, cards=tuple(cards), reviews=())


def _topic(place: int, topic: BundledTopic) -> BundledTopic:
    """Names that differ, and that nothing is cleaned from."""
    seen = "".join(sign for sign in topic.name if sign.isalnum())
    return replace(topic, name=f"{place} {seen}".strip())


@st.composite
def _notes(draw: st.DrawFn, note: BundledNote) -> BundledNote:
    moments = st.none() | st.integers(1, 2_000_000_000).map(lambda second: second * 1000)
    held = dict(note.fields)
    fields = KINDS[note.kind].fields
    return replace(
        note,
        fields=tuple((name, held[name].replace("\x1f", "")) for name in fields),
        created=draw(moments),
        modified=draw(moments),
        tags=tuple(dict.fromkeys(note.tags)),
    )


@st.composite
def _cards(
    draw: st.DrawFn, note: BundledNote, topics: tuple[BundledTopic, ...]
) -> list[BundledCard]:
    """Cards that a note asks, the first one at home in the note's topic."""
    places = st.none() | st.sampled_from([topic.guid for topic in topics])
    return [
        BundledCard(
            note=note.guid,
            ordinal=ordinal,
            topic=draw(places) if number else None,
            flag=draw(st.integers(0, 7)),
            suspended=draw(st.booleans()),
            progress=draw(st.none() | progresses),
        )
        for number, ordinal in enumerate(ordinals_of(note.fields, KINDS[note.kind]))
    ]
