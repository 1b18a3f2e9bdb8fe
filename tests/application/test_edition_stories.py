"""Any sequence of editions, edits, answers and deletions: nothing of the user's is ever lost."""

from __future__ import annotations

import tempfile
from collections.abc import Callable
from dataclasses import dataclass, field, replace
from pathlib import Path

from hypothesis import given, settings
from hypothesis import strategies as st

from aws_flash.domain.bundle import BundledNote
from aws_flash.domain.card import Card
from tests.application.conftest import World
from tests.application.editions import Shelf, cloze, edition, reversed_note

GUIDS = st.sampled_from("abc")
TEXTS = st.sampled_from(["{{c1::one}}", "{{c2::two}}", "{{c1::one}} {{c2::two}}", "no hole"])
HOLED = "ab"


def note(guid: str, text: str) -> BundledNote:
    """Two of the notes are texts with holes, the other is asked both ways."""
    return cloze(guid, text) if guid in HOLED else reversed_note(guid, text)


@dataclass
class Story:
    """A collection on its way; after each edition all is compared with how it was before."""

    shelf: Shelf
    number: int = 0
    delivered: dict[str, str] = field(default_factory=dict)
    deleted: set[str] = field(default_factory=set)

    def texts(self) -> dict[str, str]:
        notes = self.shelf.notes().values()
        return {one.guid: one.field("Text") or one.field("Answer") for one in notes}

    def next_edition(self, texts: dict[str, str]) -> None:
        before = self.texts()
        cards = {guid: self.shelf.cards(guid) for guid in before}
        own = {guid for guid in before if before[guid] != self.delivered.get(guid)}
        self.number += 1
        self.shelf.load(edition(self.number, *(note(*one) for one in texts.items())))
        expected = {guid: text for guid, text in texts.items() if guid not in self.deleted}
        assert self.texts() == expected | {
            g: before[g] for g in before if g in own or g not in texts
        }
        for guid, kept in cards.items():
            self.check_cards(kept, self.shelf.cards(guid), is_asked=guid in own or guid in texts)
        self.delivered.update(texts)

    def check_cards(self, before: list[Card], after: list[Card], *, is_asked: bool) -> None:
        known = {card.id: card for card in after}
        for card in before:
            now = known[card.id]
            due = card.standing.due and min(card.standing.due, now.standing.due or 0)
            assert replace(now.standing, due=due) == replace(card.standing, due=due)
        assert any(not card.aside for card in after) == is_asked

    def edit(self, guid: str, text: str) -> None:
        if guid in self.shelf.notes():
            self.shelf.edit(guid, **{"Text" if guid in HOLED else "Answer": text})

    def study(self, guid: str) -> None:
        if guid in self.shelf.notes():
            self.shelf.study(guid)

    def delete(self, guid: str) -> None:
        if guid in self.shelf.notes():
            self.shelf.delete(guid)
            self.deleted.add(guid)


Step = Callable[[Story], None]


def editions() -> st.SearchStrategy[Step]:
    texts = st.dictionaries(GUIDS, TEXTS, min_size=1)
    return texts.map(lambda told: lambda story: story.next_edition(told))


def edits() -> st.SearchStrategy[Step]:
    return st.tuples(GUIDS, TEXTS).map(lambda told: lambda story: story.edit(*told))


def others() -> st.SearchStrategy[Step]:
    study = GUIDS.map(lambda guid: lambda story: story.study(guid))
    delete = GUIDS.map(lambda guid: lambda story: story.delete(guid))
    return study | study | delete


@settings(max_examples=30)
@given(st.lists(st.tuples(editions(), edits(), edits() | others()), min_size=3, max_size=6))
def test_progress_and_edits_survive_whatever_comes(steps: list[tuple[Step, ...]]) -> None:
    with tempfile.TemporaryDirectory() as folder:
        story = Story(Shelf(World(Path(folder))))
        try:
            for step in (one for some in steps for one in some):
                step(story)
            story.next_edition({"a": "last {{c1::text}}", "c": "last"})
        finally:
            story.shelf.world.collection.close()
