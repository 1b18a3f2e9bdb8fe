"""A bundle: what any file carries in or out."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

from aws_flash.domain.kind import Kind
from aws_flash.domain.provenance import Provenance
from aws_flash.domain.review import Rating, ReviewKind


@dataclass(frozen=True, slots=True)
class BundledTopic:
    """A topic of a file, known by guid; `parent` is the guid of the topic above it."""

    guid: str
    parent: str | None
    name: str
    position: int
    description: str = ""


@dataclass(frozen=True, slots=True)
class BundledNote:
    """A note of a file; `topic` and `kind` are guids of the same bundle or of built-in kinds.

    Times are UTC milliseconds, None where the file has none. `line` is where the note begins in a
    file of text, from 1.
    """

    guid: str
    topic: str
    kind: str
    fields: tuple[tuple[str, str], ...]
    tags: tuple[str, ...] = ()
    provenance: Provenance | None = None
    created: int | None = None
    modified: int | None = None
    line: int | None = None


@dataclass(frozen=True, slots=True)
class Progress:
    """How far a card has been learned in the program that wrote the file; never seen is None.

    `rest` is the interval in days, `due` a local day number. `box` is None where the other program
    has no boxes: the rest then says which.
    """

    rest: int
    due: int
    lapses: int = 0
    streak: int = 0
    box: int | None = None


@dataclass(frozen=True, slots=True)
class BundledCard:
    """A card as a file has it: its note's guid, its ordinal, and what is its own.

    `topic` is None where the card hangs on its note's topic. `aside` and `skipped_until` are as in
    Card; only our own form knows them.
    """

    note: str
    ordinal: int
    topic: str | None = None
    flag: int = 0
    suspended: bool = False
    progress: Progress | None = None
    aside: bool = False
    skipped_until: int | None = None


@dataclass(frozen=True, slots=True)
class BundledReview:
    """A review as a file has it; see Review. `day` is None where only the time is known."""

    note: str
    ordinal: int
    at: int
    kind: ReviewKind
    rating: Rating | None
    before: Progress | None
    after: Progress | None
    took: int = 0
    day: int | None = None
    topic: str | None = None
    undone: bool = False


@dataclass(frozen=True, slots=True)
class BundledMedium:
    """A picture or sound of a file, by the name that fields use.

    `load()` reads its bytes when they are wanted, since a package may hold more than memory does;
    it raises UserError where they cannot be read.
    """

    name: str
    size: int
    load: Callable[[], bytes]


@dataclass(frozen=True, slots=True)
class Held:
    """The content of a medium that is in memory anyway."""

    content: bytes

    def __call__(self) -> bytes:
        """Return the content."""
        return self.content


def held_medium(name: str, content: bytes) -> BundledMedium:
    """Return a medium whose content is in memory."""
    return BundledMedium(name, len(content), Held(content))


@dataclass(frozen=True, slots=True)
class Problem:
    """A faulty part of a file: where it stands, and why it was left out.

    `cells` are those of a faulty row of a table, so that it can be mended.
    """

    where: str
    why: str
    cells: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Bundle:
    """The content of one file. Topics stand in tree order, notes in their order within each topic.

    `guid` is empty where the format knows no identity of a deck. `edition` counts up with the
    content, such as "2026.11.0"; `licence` is an SPDX identifier; `exam` the code of the exam that
    the content was written for. Of `kinds` the ids mean nothing, the guids all. `statements` are
    the ids that notes may name, single ones and ranges such as "S01 to S130"; see statement_ids.

    A note of which `cards` lists none asks what its kind asks; else those listed are its cards.
    `is_collection` tells a whole collection, likely the user's own, from a deck. `is_draft` says
    that notes were made by guessing and want a look; `tally` then counts what became of each line.
    """

    guid: str
    name: str
    edition: str
    description: str
    topics: tuple[BundledTopic, ...]
    notes: tuple[BundledNote, ...]
    kinds: tuple[Kind, ...] = ()
    media: tuple[BundledMedium, ...] = ()
    problems: tuple[Problem, ...] = ()
    licence: str = ""
    authors: tuple[str, ...] = ()
    exam: str = ""
    statements: tuple[str, ...] = ()
    cards: tuple[BundledCard, ...] = ()
    reviews: tuple[BundledReview, ...] = ()
    is_collection: bool = False
    is_draft: bool = False
    tally: tuple[tuple[str, int], ...] = ()
