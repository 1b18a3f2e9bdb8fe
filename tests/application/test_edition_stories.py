"""Any sequence of editions, edits, answers and deletions: nothing of the user's is ever lost."""

from __future__ import annotations

import tempfile
from collections.abc import Callable
from dataclasses import dataclass, field, replace
from pathlib import Path

from hypothesis import given, settings
from hypothesis import strategies as st

from aws_flash.domain.bundle import BundledNote, BundledTopic
from aws_flash.domain.card import Card
from tests.application.conftest import World
from tests.application.dumping import dump
from tests.application.editions import TODAY, TOPICS, Shelf, cloze, edition, reversed_note

GUIDS = st.sampled_from("abc")
TEXTS = st.sampled_from(["{{c1::one}}", "{{c2::two}}", "{{c1::one}} {{c2::two}}", "no hole"])
HOMES = st.sampled_from([topic.guid for topic in TOPICS])
NAMES = st.sampled_from(["IAM", "Identities"])
HOLED = "ab"
Told = tuple[str, str]


def note(guid: str, text: str, home: str) -> BundledNote:
    """Two of the notes are texts with holes, the other is asked both ways."""
    return cloze(guid, text, home) if guid in HOLED else reversed_note(guid, text, home)


@dataclass
class Story:
    """A collection on its way; after each edition all is compared with how it was before."""

    shelf: Shelf
    number: int = 0
    delivered: dict[str, str] = field(default_factory=dict)
    deleted: set[str] = field(default_factory=set)
    name: str = "IAM"
    delivered_name: str = "IAM"

    def texts(self) -> dict[str, str]:
        notes = self.shelf.notes().values()
        return {one.guid: one.field("Text") or one.field("Answer") for one in notes}

    def next_edition(self, told: dict[str, Told], name: str = "IAM") -> None:
        texts = {guid: text for guid, (text, _) in told.items()}
        before = self.texts()
        cards = {guid: self.shelf.cards(guid) for guid in before}
        own = {guid for guid in before if before[guid] != self.delivered.get(guid)}
        self.load(told, name)
        expected = {guid: text for guid, text in texts.items() if guid not in self.deleted}
        assert self.texts() == expected | {
            g: before[g] for g in before if g in own or g not in texts
        }
        changed = {g for g in before if g in texts and g not in own and before[g] != texts[g]}
        for guid, kept in cards.items():
            is_asked = guid in own or guid in texts
            self.check_cards(kept, guid, is_asked=is_asked, is_changed=guid in changed)
        clashing = {g for g in own & texts.keys() if texts[g] != before[g]}
        news = {g for g in clashing if texts[g] != self.delivered.get(g)}
        self.check_changes(changed, news)
        self.delivered.update(texts)

    def load(self, told: dict[str, Told], name: str) -> None:
        """Load an edition, undo it and do it again: all is as it was, each time."""
        path = self.shelf.world.collection.path
        was = dump(path)
        self.number += 1
        topics: list[BundledTopic] = [replace(TOPICS[0], name=name), *TOPICS[1:]]
        notes = (note(guid, *texts) for guid, texts in told.items())
        done = self.shelf.load(edition(self.number, *notes, topics=topics))
        if self.name == self.delivered_name:
            self.name = name
        self.delivered_name = name
        assert self.shelf.topics()["Topic-iam"].name == self.name
        if done.step is not None:
            now = dump(path)
            self.shelf.world.operations.undo()
            assert dump(path) == was
            self.shelf.world.operations.redo()
            assert dump(path) == now

    def check_cards(
        self, before: list[Card], guid: str, *, is_asked: bool, is_changed: bool
    ) -> None:
        after = self.shelf.cards(guid)
        known = {card.id: card for card in after}
        for card in before:
            now = known[card.id].standing
            assert replace(now, due=card.standing.due) == card.standing
            assert now == self.shelf.rebuilt(card)
            if is_changed and now.due is not None and not known[card.id].aside:
                assert now.due <= TODAY + 7
            else:
                assert now.due == card.standing.due
        assert any(not card.aside for card in after) == is_asked

    def check_changes(self, changed: set[str], clashing: set[str]) -> None:
        """What changed since the last look is told; then the user has a look."""
        changes = self.shelf.world.fact_changes
        guids = {one.id: one.guid for one in self.shelf.notes().values()}
        waiting = {guids[one.note_id]: one for one in changes.waiting()}
        assert {guid for guid, one in waiting.items() if not one.is_clash} == changed
        assert {guid for guid, one in waiting.items() if one.is_clash} == clashing
        changes.seen([one.note_id for one in waiting.values()])
        for guid in clashing:
            changes.keep_mine(waiting[guid].note_id)
        assert changes.waiting() == ()

    def edit(self, guid: str, text: str) -> None:
        if guid in self.shelf.notes():
            self.shelf.edit(guid, **{"Text" if guid in HOLED else "Answer": text})

    def study(self, guid: str) -> None:
        if guid in self.shelf.notes():
            self.shelf.study(guid)

    def rename(self, name: str) -> None:
        if "Topic-iam" in self.shelf.topics():
            self.shelf.world.topics.rename(self.shelf.topics()["Topic-iam"].id, name)
            self.name = name

    def delete(self, guid: str) -> None:
        if guid in self.shelf.notes():
            self.shelf.delete(guid)
            self.deleted.add(guid)


Step = Callable[[Story], None]


def editions() -> st.SearchStrategy[Step]:
    told = st.dictionaries(GUIDS, st.tuples(TEXTS, HOMES), min_size=1)
    return st.tuples(told, NAMES).map(lambda made: lambda story: story.next_edition(*made))


def edits() -> st.SearchStrategy[Step]:
    return st.tuples(GUIDS, TEXTS).map(lambda told: lambda story: story.edit(*told))


def others() -> st.SearchStrategy[Step]:
    study = GUIDS.map(lambda guid: lambda story: story.study(guid))
    delete = GUIDS.map(lambda guid: lambda story: story.delete(guid))
    rename = st.just("My identities").map(lambda name: lambda story: story.rename(name))
    return study | study | delete | rename


@settings(max_examples=30)
@given(st.lists(st.tuples(editions(), edits(), edits() | others()), min_size=3, max_size=6))
def test_progress_and_edits_survive_whatever_comes(steps: list[tuple[Step, ...]]) -> None:
    with tempfile.TemporaryDirectory() as folder:
        story = Story(Shelf(World(Path(folder))))
        try:
            for step in (one for some in steps for one in some):
                step(story)
            last = {"a": ("last {{c1::text}}", "Topic-kms"), "c": ("last", "Topic-sts")}
            story.next_edition(last)
        finally:
            story.shelf.world.collection.close()
