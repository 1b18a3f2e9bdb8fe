"""What is put into a table comes out the same, and leaves a trace to go back by."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable
from dataclasses import astuple
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st
from sqlalchemy import text

from aws_flash.domain.card import Card
from aws_flash.domain.deck import Deck, DeckNote, DeckTopic
from aws_flash.domain.fact_change import FactChange
from aws_flash.domain.kind import BUILT_IN
from aws_flash.domain.media import Medium
from aws_flash.domain.merge import Content
from aws_flash.domain.note import Note
from aws_flash.domain.review import DaySum, Review, sum_of
from aws_flash.domain.settings import Settings
from aws_flash.domain.topic import Topic
from aws_flash.storage.collection import Collection
from aws_flash.storage.keeper import Keeper
from tests.storage import strategies as some
from tests.storage.conftest import NOW


@pytest.fixture(scope="module")
def shared(tmp_path_factory: pytest.TempPathFactory) -> Iterable[Collection]:
    """One collection for all examples; each example rolls back."""
    made = Collection.open(tmp_path_factory.mktemp("shared") / "collection.db", lambda path: None)
    yield made
    made.close()


def tried(collection: Collection, body: Any) -> None:
    """Run an example in a transaction that is given up at its end."""

    def given_up() -> None:
        with collection.write(NOW) as tables:
            body(tables)
            raise InterruptedError

    with pytest.raises(InterruptedError):
        given_up()


def check_keeper(keeper: Keeper[Any, Any], values: dict[Any, Any]) -> None:
    keeper.put_all(values.values())
    assert keeper.get_all(values) == values
    assert set(map(repr, keeper.every())) >= set(map(repr, values.values()))
    keeper.remove_all(values)
    assert keeper.get_all(values) == {}


@given(st.lists(some.notes, max_size=4, unique_by=lambda note: note.id))
def test_notes_come_out_as_they_went_in(shared: Collection, notes: list[Note]) -> None:
    by_guid = {note.guid: note for note in notes}
    values = {note.id: note for note in by_guid.values()}
    tried(shared, lambda tables: check_keeper(tables.notes, values))


@given(some.kinds)
def test_kinds_come_out_as_they_went_in(shared: Collection, kind: Any) -> None:
    tried(shared, lambda tables: check_keeper(tables.kinds, {kind.id: kind}))


@given(some.plans)
def test_plans_come_out_as_they_went_in(shared: Collection, plan: Any) -> None:
    tried(shared, lambda tables: check_keeper(tables.plans, {plan.id: plan}))


@given(some.cards())
def test_cards_come_out_as_they_went_in(shared: Collection, card: Card) -> None:
    def body(tables: Any) -> None:
        tables.topics.put_all([Topic(1, "topic", None, "Topic")])
        tables.notes.put_all([note_with("a word")])
        check_keeper(tables.cards, {card.id: card})

    tried(shared, body)


@given(some.settings())
def test_settings_come_out_as_they_went_in(shared: Collection, settings: Settings) -> None:
    def body(tables: Any) -> None:
        assert tables.settings.read() == Settings()
        tables.settings.write(settings)
        assert tables.settings.read() == settings

    tried(shared, body)


def test_media_and_decks_come_out_as_they_went_in(shared: Collection) -> None:
    def body(tables: Any) -> None:
        check_keeper(tables.media, {"a.png": Medium("a.png", "00ff", 12)})
        check_keeper(tables.decks, {"deck": Deck("deck", "AWS", "2026.11.0")})
        delivered = DeckNote("note", "deck", "abc", "def", "topic", ("iam", "sts"))
        check_keeper(tables.deck_notes, {"note": delivered})
        check_keeper(tables.deck_notes, {"note": DeckNote("note", "deck", "abc", None, None, ())})
        topic = DeckTopic("topic", "deck", None, "STS", 3, "Calls")
        check_keeper(tables.deck_topics, {"topic": topic})
        assert tables.deck_topics.of_deck("deck") == {}

    tried(shared, body)


contents = some.notes.map(lambda note: Content("basic", note.fields, note.provenance))
changes = st.builds(
    FactChange,
    note_id=some.IDS,
    at=some.MOMENTS,
    before=contents,
    after=contents,
    is_clash=st.booleans(),
    seen_at=st.none() | some.MOMENTS,
)


@given(changes)
def test_changes_of_facts_come_out_as_they_went_in(shared: Collection, change: FactChange) -> None:
    tried(shared, lambda tables: check_keeper(tables.fact_changes, {change.note_id: change}))


def totals(sums: Iterable[DaySum]) -> Counter[tuple[int, int, int]]:
    """Each number of the sums by day, topic and its place."""
    totals: Counter[tuple[int, int, int]] = Counter()
    for one in sums:
        day, topic_id, *numbers = astuple(one)
        totals.update({(day, topic_id, place): number for place, number in enumerate(numbers)})
    return totals


@given(st.lists(some.reviews(), max_size=12, unique_by=lambda review: review.id))
def test_day_sums_are_the_sums_of_the_rows_whatever_is_put_or_removed(
    shared: Collection, reviews: list[Review]
) -> None:
    def body(tables: Any) -> None:
        tables.reviews.put_all(reviews)
        gone = [review.id for review in reviews[::3]]
        tables.reviews.remove_all(gone)
        assert totals(tables.reviews.sums(0, 99)) == totals(map(sum_of, tables.reviews.every()))

    tried(shared, body)


@given(some.reviews())
def test_a_removed_review_is_marked_undone_and_kept(shared: Collection, review: Review) -> None:
    def body(tables: Any) -> None:
        tables.reviews.put_all([review])
        tables.reviews.remove_all([review.id])
        (kept,) = tables.reviews.get_all([review.id]).values()
        assert kept.undone

    tried(shared, body)


def note_with(words: str, note_id: int = 1) -> Note:
    fields = (("Question", words), ("Answer", "answer"))
    return Note(note_id, f"guid{note_id}", 1, fields, ("tag",), NOW, NOW)


def found(tables: Any, query: str) -> list[int]:
    rows = tables.topics._connection.execute(
        text("SELECT rowid FROM search WHERE search MATCH :query ORDER BY rowid"), {"query": query}
    )
    return [row[0] for row in rows]


def test_the_search_index_follows_notes(shared: Collection) -> None:
    def body(tables: Any) -> None:
        tables.notes.put_all([note_with("<b>Kerberos</b> ticket"), note_with("日本語", 2)])
        assert found(tables, "kerberos") == [1]
        assert found(tables, "本") == [2]
        tables.notes.put_all([note_with("LDAP")])
        assert found(tables, "kerberos") == []
        assert found(tables, "ldap") == [1]
        tables.notes.remove_all([1])
        assert found(tables, "ldap") == []

    tried(shared, body)


def test_a_value_that_is_stored_so_already_is_not_journalled(collection: Collection) -> None:
    topic = Topic(1, "topic", None, "Topic")
    with collection.write(NOW) as tables:
        tables.topics.put_all([topic])
        assert tables.befores == {"topics": {1: None}}
    with collection.write(NOW) as tables:
        tables.topics.put_all([topic])
        assert tables.befores == {}


def test_the_journal_keeps_the_value_before_the_first_write(collection: Collection) -> None:
    first, second, third = (Topic(1, "topic", None, name) for name in ("One", "Two", "Three"))
    with collection.write(NOW) as tables:
        tables.topics.put_all([first])
    with collection.write(NOW) as tables:
        tables.topics.put_all([second])
        tables.topics.put_all([third])
        assert tables.befores == {"topics": {1: first}}


def test_what_is_removed_leaves_a_tombstone_that_coming_back_lifts(shared: Collection) -> None:
    def stones(tables: Any) -> list[Any]:
        rows = tables.topics._connection.execute(text("SELECT kept_in, id, guid FROM tombstones"))
        return [tuple(row) for row in rows]

    def body(tables: Any) -> None:
        tables.topics._connection.execute(text("DELETE FROM tombstones"))
        topic = Topic(7, "seven", None, "Topic")
        tables.topics.put_all([topic])
        tables.topics.remove_all([7])
        assert stones(tables) == [("topics", 7, "seven")]
        tables.topics.put_all([topic])
        assert stones(tables) == []

    tried(shared, body)


def test_more_keys_than_sqlite_takes_parameters_are_read_at_once(shared: Collection) -> None:
    with shared.read() as tables:
        assert tables.topics.get_all(range(400_000)) == {}


def test_the_built_in_kinds_need_no_row(shared: Collection) -> None:
    with shared.read() as tables:
        assert [tables.kinds.of(note_with("x")).name] == ["Basic"]
        assert set(tables.kinds.known()) == {kind.id for kind in BUILT_IN}
