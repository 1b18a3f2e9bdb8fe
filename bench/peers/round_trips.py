"""Files from here through Anki and back: what it says of them, and what came back otherwise.

Anki gives its own names and ids where a new collection has a kind or a deck of the same name, it
leaves media out that no field names, and it keeps seconds. All else must come back as it went.
"""

from __future__ import annotations

import random
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path
from typing import Any, Final

from aws_flash.domain.bundle import Bundle, BundledCard, Progress
from aws_flash.domain.kind import BUILT_IN, Kind
from aws_flash.domain.media_use import media_used
from aws_flash.domain.monitor import Unwatched
from aws_flash.domain.ordinals import ordinals_of
from aws_flash.formats.apkg.form import LEGACY_WRITER, WRITER
from aws_flash.formats.form import Writer
from aws_flash.formats.registry import reader_for
from aws_flash.formats.source import Source
from bench.peers.other_end import Anki

CONTENT: Final = "Database rebuilt and optimized."
RESTS: Final = (0, 1, 3, 7, 21, 60)
FORMS: Final = (LEGACY_WRITER, WRITER)
_OURS: Final = {kind.guid: kind for kind in BUILT_IN}

Parts = dict[str, dict[Any, Any]]


def trips(files: list[Path], folder: Path, today: int) -> Iterator[tuple[str, list[str]]]:
    """Yield each file with the form it was written in, and what was wrong with that."""
    with Anki() as anki:
        for file in files:
            with Source(file) as source:
                bundle = reader_for(source).read(source, Unwatched())
                learned = bundle if bundle.cards else with_progress(bundle, today)
                for writer in FORMS:
                    name = f"{file.name} as {writer.id}"
                    yield name, list(_wrong(learned, writer, folder, anki))


def with_progress(bundle: Bundle, today: int) -> Bundle:
    """Return a bundle whose cards stand in all boxes, some flagged, some suspended."""
    chance = random.Random(1)  # noqa: S311 - the same numbers each time
    kinds = _kinds(bundle)
    cards = []
    for note in bundle.notes:
        for ordinal in ordinals_of(note.fields, kinds[note.kind]):
            box = chance.randrange(len(RESTS))
            due = today + chance.randrange(-9, 60)
            progress = Progress(RESTS[box], due, chance.randrange(3), chance.randrange(5), box)
            card = BundledCard(note.guid, ordinal, progress=progress if box else None)
            flag, suspended = chance.randrange(8), chance.random() < 0.1
            cards.append(replace(card, flag=flag, suspended=suspended))
    return replace(bundle, cards=tuple(cards))


def _wrong(bundle: Bundle, writer: Writer, folder: Path, anki: Anki) -> Iterator[str]:
    went, back = folder / "went.apkg", folder / "back.apkg"
    writer.write(bundle, went, Unwatched())
    told = anki.imported(went, check=True, out=str(back), legacy=writer is LEGACY_WRITER)
    expected = parts_of(bundle)
    used = _media_used(bundle)
    if told["check"] != CONTENT:
        yield f"its check says: {told['check']}"
    if told["after"] != told["counts"]:
        yield f"its check changed {told['counts']} to {told['after']}"
    for name, count in (
        ("notes", len(bundle.notes)),
        ("cards", len(expected["cards"])),
        ("revlog", len(bundle.reviews)),
        ("media", sum(_is_taken(one.name, used) for one in bundle.media)),
    ):
        if told["counts"][name] != count:
            yield f"it counts {told['counts'][name]} {name} of {count}"
    for file in (went, back):
        with Source(file) as source:
            found = parts_of(reader_for(source).read(source, Unwatched()))
        yield from _differences(expected, found, file.stem)


def parts_of(bundle: Bundle) -> Parts:
    """Return what must not change, part by part, each by its identity."""
    kinds = _kinds(bundle)
    paths = _paths(bundle)
    homes = {note.guid: note.topic for note in bundle.notes}
    listed = {card.note for card in bundle.cards}
    bare = [
        BundledCard(note.guid, ordinal)
        for note in bundle.notes
        if note.guid not in listed
        for ordinal in ordinals_of(note.fields, kinds[note.kind])
    ]
    used = _media_used(bundle)
    return {
        "notes": {
            note.guid: (
                _shape(kinds[note.kind]),
                note.fields,
                sorted(note.tags),
                note.provenance if note.kind in _OURS else None,
            )
            for note in bundle.notes
        },
        "times": {note.guid: (note.modified or 0) // 1000 for note in bundle.notes},
        "cards": {
            (card.note, card.ordinal): replace(card, topic=paths[card.topic or homes[card.note]])
            for card in (*bundle.cards, *bare)
        },
        "topics": {paths[topic.guid]: topic.description for topic in bundle.topics},
        "media": {one.name: one.load() for one in bundle.media if one.name in used},
        "reviews": {
            (one.note, one.ordinal, one.at): (one.kind, one.rating, one.took)
            for one in bundle.reviews
        },
    }


def _media_used(bundle: Bundle) -> set[str]:
    return set().union(*(media_used(note.fields) for note in bundle.notes))


def _is_taken(name: str, used: set[str]) -> bool:
    """Tell whether Anki takes a medium in: of those that no field names, what templates may use."""
    return name in used or name.startswith("_")


def _kinds(bundle: Bundle) -> dict[str, Kind]:
    return _OURS | {kind.guid: kind for kind in bundle.kinds}


def _shape(kind: Kind) -> tuple[object, ...]:
    name = kind.guid if kind.guid in _OURS else kind.name.rstrip("+")
    return name, kind.fields, kind.templates, kind.css, kind.by_hole


def _paths(bundle: Bundle) -> dict[str, str]:
    topics = {topic.guid: topic for topic in bundle.topics}
    paths = {}
    for guid in topics:
        names, above = [], topics.get(guid)
        while above:
            names.append(above.name)
            above = topics.get(above.parent or "")
        paths[guid] = "::".join(reversed(names))
    return paths


def _differences(expected: Parts, found: Parts, stage: str) -> Iterator[str]:
    for part, wanted in expected.items():
        others = found[part]
        keys = [key for key in {**wanted, **others} if wanted.get(key) != others.get(key)]
        if keys:
            yield f"{stage}: {len(keys)} of {len(wanted)} {part} differ, such as {keys[0]}"
