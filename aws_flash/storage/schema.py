"""The tables of a collection, declared so that the type of every row is known."""

from __future__ import annotations

from sqlalchemy import (
    CheckConstraint,
    Column,
    ForeignKey,
    Index,
    MetaData,
    Named,
    Table,
    Text,
    TypedColumns,
    or_,
)

VERSION = 2
APPLICATION_ID = 0x41574653
SEARCH_TABLE = "search"

metadata = MetaData()


class TopicColumns(TypedColumns):
    """The tree."""

    id: Named[int] = Column(primary_key=True)
    guid: Named[str] = Column(Text, unique=True)
    parent_id: Named[int | None] = Column(ForeignKey("topics.id"))
    name: Named[str] = Column(Text)
    position: Named[int]
    description: Named[str] = Column(Text)


class KindColumns(TypedColumns):
    """Kinds that came with an import; the built-in ones live in the domain."""

    id: Named[int] = Column(primary_key=True)
    guid: Named[str] = Column(Text, unique=True)
    name: Named[str] = Column(Text)
    family: Named[str] = Column(Text)
    fields: Named[str] = Column(Text)
    templates: Named[str] = Column(Text)
    css: Named[str] = Column(Text)
    by_hole: Named[bool]


class NoteColumns(TypedColumns):
    """Content; `fields` is a JSON list of pairs, `tags` are separated by spaces."""

    id: Named[int] = Column(primary_key=True)
    guid: Named[str] = Column(Text, unique=True)
    kind_id: Named[int]
    fields: Named[str] = Column(Text)
    tags: Named[str] = Column(Text)
    created: Named[int]
    modified: Named[int]


class ProvenanceColumns(TypedColumns):
    """Source and age of a note's fact; lists are JSON."""

    note_id: Named[int] = Column(ForeignKey("notes.id"), primary_key=True)
    sources: Named[str] = Column(Text)
    checked_on: Named[str | None] = Column(Text)
    exam: Named[str] = Column(Text)
    domain: Named[str] = Column(Text, index=True)
    volatility: Named[str | None] = Column(Text)
    statements: Named[str] = Column(Text)
    said: Named[str | None] = Column(Text)
    now: Named[str | None] = Column(Text)
    changed: Named[str | None] = Column(Text)
    see_also: Named[str] = Column(Text)
    confusable: Named[str] = Column(Text)
    silenced: Named[str] = Column(Text, server_default="{}")


class CardColumns(TypedColumns):
    """Cards with their standing: counted by topic and box in one pass over an index."""

    id: Named[int] = Column(primary_key=True)
    note_id: Named[int] = Column(ForeignKey("notes.id"))
    ordinal: Named[int]
    topic_id: Named[int] = Column(ForeignKey("topics.id"))
    position: Named[int]
    box: Named[int]
    rest: Named[int]
    due: Named[int | None]
    lapses: Named[int]
    streak: Named[int]
    flag: Named[int]
    suspended: Named[bool]
    skipped_until: Named[int | None]
    aside: Named[bool]


class ReviewColumns(TypedColumns):
    """Everything that ever set a standing; rows are added and marked undone, never erased.

    No foreign keys: a card's history outlives the card, and two machines' rows can be united.
    """

    id: Named[int] = Column(primary_key=True)
    card_id: Named[int]
    topic_id: Named[int]
    at: Named[int]
    day: Named[int]
    kind: Named[str] = Column(Text)
    rating: Named[int | None]
    box_before: Named[int]
    rest_before: Named[int]
    due_before: Named[int | None]
    lapses_before: Named[int]
    streak_before: Named[int]
    box_after: Named[int]
    rest_after: Named[int]
    due_after: Named[int | None]
    lapses_after: Named[int]
    streak_after: Named[int]
    took: Named[int]
    undone: Named[bool]


class DaySumColumns(TypedColumns):
    """Sums of reviews by day and topic, kept within each answer's transaction."""

    day: Named[int] = Column(primary_key=True, autoincrement=False)
    topic_id: Named[int] = Column(primary_key=True, autoincrement=False)
    answers: Named[int]
    knew: Named[int]
    first_looks: Named[int]
    first_knew: Named[int]
    took: Named[int]
    took_missed: Named[int]


class SettingColumns(TypedColumns):
    """Settings by name, values as JSON."""

    name: Named[str] = Column(Text, primary_key=True)
    value: Named[str] = Column(Text)


class PlanColumns(TypedColumns):
    """Exams to be ready for."""

    id: Named[int] = Column(primary_key=True)
    name: Named[str] = Column(Text)
    started_on: Named[int]
    exam_on: Named[int | None]
    topics: Named[str] = Column(Text)


class MediumColumns(TypedColumns):
    """Pictures and sounds: the name that fields use, and the hash that is the file's name."""

    name: Named[str] = Column(Text, primary_key=True)
    digest: Named[str] = Column(Text, index=True)
    size: Named[int]


class DeckColumns(TypedColumns):
    """Decks that came with the program, in the edition last loaded."""

    guid: Named[str] = Column(Text, primary_key=True)
    name: Named[str] = Column(Text)
    edition: Named[str] = Column(Text)


class DeckNoteColumns(TypedColumns):
    """What a deck last delivered of each note: tells the user's own edits from the deck's."""

    note_guid: Named[str] = Column(Text, primary_key=True)
    deck_guid: Named[str] = Column(Text, index=True)
    fingerprint: Named[str] = Column(Text)
    fact: Named[str | None] = Column(Text)
    topic_guid: Named[str | None] = Column(Text)
    tags: Named[str | None] = Column(Text)


class DeckTopicColumns(TypedColumns):
    """What a deck last delivered of each topic: tells the user's own changes from the deck's."""

    topic_guid: Named[str] = Column(Text, primary_key=True)
    deck_guid: Named[str] = Column(Text, index=True)
    parent_guid: Named[str | None] = Column(Text)
    name: Named[str] = Column(Text)
    position: Named[int]
    description: Named[str] = Column(Text)


class FactChangeColumns(TypedColumns):
    """Facts that a new edition changed, until the user has seen them; contents are JSON.

    No foreign key: a note may be deleted meanwhile, and come back.
    """

    note_id: Named[int] = Column(primary_key=True)
    at: Named[int]
    before: Named[str] = Column(Text)
    after: Named[str] = Column(Text)
    is_clash: Named[bool]
    seen_at: Named[int | None]


class ImportColumns(TypedColumns):
    """Every batch that came in: when, from what, and what it held."""

    id: Named[int] = Column(primary_key=True)
    at: Named[int]
    name: Named[str] = Column(Text)
    format: Named[str] = Column(Text)
    report: Named[str] = Column(Text)
    reverted_at: Named[int | None]


class ImportTraceColumns(TypedColumns):
    """What an import added and overwrote, as JSON, so that it can be taken back at any time."""

    import_id: Named[int] = Column(primary_key=True)
    content: Named[str] = Column(Text)


class TombstoneColumns(TypedColumns):
    """What was deleted, so that another machine does not bring it back; `content` is the trash."""

    kept_in: Named[str] = Column(Text, primary_key=True)
    id: Named[int] = Column(primary_key=True, autoincrement=False)
    guid: Named[str] = Column(Text)
    deleted_at: Named[int]
    content: Named[str] = Column(Text)


topics = Table("topics", metadata, TopicColumns)
kinds = Table("kinds", metadata, KindColumns)
notes = Table("notes", metadata, NoteColumns)
provenance = Table("provenance", metadata, ProvenanceColumns)
cards = Table(
    "cards",
    metadata,
    CardColumns,
    CheckConstraint("box BETWEEN 0 AND 5", name="box_in_range"),
    CheckConstraint("(box = 0) = (due IS NULL)", name="seen_is_due"),
)
reviews = Table("reviews", metadata, ReviewColumns)
day_sums = Table("day_sums", metadata, DaySumColumns, sqlite_with_rowid=False)
settings = Table("settings", metadata, SettingColumns)
plans = Table("plans", metadata, PlanColumns)
media = Table("media", metadata, MediumColumns)
decks = Table("decks", metadata, DeckColumns)
deck_notes = Table("deck_notes", metadata, DeckNoteColumns)
deck_topics = Table("deck_topics", metadata, DeckTopicColumns)
fact_changes = Table("fact_changes", metadata, FactChangeColumns)
imports = Table("imports", metadata, ImportColumns)
import_traces = Table("import_traces", metadata, ImportTraceColumns)
tombstones = Table("tombstones", metadata, TombstoneColumns)

_KEEPS_BACK = (cards.c.skipped_until, cards.c.suspended, cards.c.aside)
Index("cards_of_note", cards.c.note_id, cards.c.ordinal, unique=True)
Index("cards_by_topic", cards.c.topic_id, cards.c.box, cards.c.due, *_KEEPS_BACK)
Index(
    "cards_by_due",
    *(cards.c.due, cards.c.box, cards.c.id, cards.c.topic_id, cards.c.note_id, *_KEEPS_BACK),
)
Index("new_cards", cards.c.topic_id, cards.c.position, cards.c.id, sqlite_where=cards.c.box == 0)
Index("kept_back", cards.c.note_id, sqlite_where=or_(cards.c.suspended, cards.c.aside))
Index("facts_by_check", provenance.c.volatility, provenance.c.checked_on)
Index("unseen_changes", fact_changes.c.note_id, sqlite_where=fact_changes.c.seen_at.is_(None))
Index("children_of_topic", topics.c.parent_id)
Index("reviews_of_card", reviews.c.card_id, reviews.c.at)
Index("reviews_by_day", reviews.c.day, reviews.c.at)
