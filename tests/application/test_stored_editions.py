"""From the stored edition of our deck to the present one, with a learner's cards in between."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace
from pathlib import Path

import pytest

from aws_flash.application.clock import Clock
from aws_flash.application.decks import Loaded
from aws_flash.application.mending import examined
from aws_flash.domain.bundle import Bundle, BundledNote
from aws_flash.domain.card import NEW, Card
from aws_flash.domain.changes import Action, Done
from aws_flash.domain.merge import Content
from aws_flash.domain.note import Note
from aws_flash.formats.native.reading import read_folder
from aws_flash.formats.native.writing import write_folder
from aws_flash.resources import resource
from tests.application.conftest import World
from tests.application.dumping import dump
from tests.application.editions import TODAY, Shelf

STORED = Path(__file__).parents[1] / "decks" / "editions" / "2026.11.0"
OLD = read_folder(STORED)
PRESENT = read_folder(resource("decks", "aws-security"))


def reworded(note: BundledNote) -> BundledNote:
    """The note with another first field, which keeps what is asked."""
    (name, html), *others = note.fields
    return replace(note, fields=((name, f"{html} (as of 2027)"), *others))


def made_up() -> Bundle:
    """A later edition of every sort: each third note reworded, the last two gone, some moved."""
    notes = [reworded(note) if not at % 3 else note for at, note in enumerate(OLD.notes[:-2])]
    other = next(note.topic for note in OLD.notes if note.topic != notes[1].topic)
    notes[1] = replace(notes[1], topic=other)
    fresh = replace(OLD.notes[4], guid="Fresh00001")
    topics = [replace(OLD.topics[0], name="AWS Security"), *OLD.topics[1:]]
    return replace(OLD, notes=(*notes, fresh), topics=tuple(topics))


def told(note: BundledNote) -> Content:
    return Content(note.kind, note.fields, note.provenance)


@dataclass
class Learner:
    """A collection with the stored edition, as a learner has it; then the later edition comes."""

    shelf: Shelf
    later: Bundle

    def __post_init__(self) -> None:
        self.shelf.decks.load_built_in(STORED)
        old = {note.guid: told(note) for note in OLD.notes}
        new = {note.guid: told(note) for note in self.later.notes}
        both = [guid for guid in old if guid in new]
        self.changed = [guid for guid in both if old[guid].fact != new[guid].fact]
        self.alike = [guid for guid in both if guid not in self.changed]
        self.dropped = [guid for guid in old if guid not in new]
        self.added = [guid for guid in new if guid not in old]
        self.edited = self.changed[1:4:2]
        self.deleted = self.changed[2:3]
        self.studied = [*old][::2]
        self.act()

    def act(self) -> None:
        """Study every other card, edit two that will change and one that will not, delete one."""
        for guid in self.studied:
            self.shelf.study(guid)
        for guid in (*self.edited, *self.alike[:1]):
            name = self.shelf.notes()[guid].fields[0][0]
            self.shelf.edit(guid, **{name: "In my own words {{c1::hidden}}"})
        for guid in self.deleted:
            self.shelf.delete(guid)
        self.dump = dump(self.shelf.world.collection.path)
        self.before = self.shelf.notes()
        self.cards = {guid: self.shelf.cards(guid) for guid in self.before}

    def update(self) -> Done[Loaded]:
        """Let the later edition come, whatever number it bears."""
        folder = self.shelf.world.folder / "later"
        write_folder(replace(self.later, edition="9999.1.0"), folder)
        done = self.shelf.decks.load_built_in(folder)
        assert done is not None
        return done

    def mine(self, guids: Sequence[str]) -> list[str]:
        """Those that were left alone."""
        return [guid for guid in guids if guid not in (*self.edited, *self.deleted)]


@pytest.fixture(params=["made up", "present"])
def learner(request: pytest.FixtureRequest, empty_world: World) -> Learner:
    return Learner(Shelf(empty_world), made_up() if request.param == "made up" else PRESENT)


def field_texts(note: Note | BundledNote) -> dict[str, str]:
    return {name: html for name, html in note.fields if html}


def test_every_card_says_what_the_edition_says_but_the_users_own(learner: Learner) -> None:
    learner.update()
    after = learner.shelf.notes()
    own = {*learner.edited, *learner.alike[:1]}
    theirs = {note.guid: note for note in learner.later.notes}
    for guid in theirs.keys() - own - {*learner.deleted}:
        assert field_texts(after[guid]) == field_texts(theirs[guid])
    for guid in own:
        assert after[guid].fields == learner.before[guid].fields
    assert after.keys() == theirs.keys() - {*learner.deleted} | {*learner.dropped}


def still_known(before: Card, after: Card) -> bool:
    """Whether all progress is kept, the due day aside."""
    return replace(after.standing, due=before.standing.due) == before.standing


def test_progress_is_kept_and_changed_facts_come_within_a_week(learner: Learner) -> None:
    learner.update()
    changed = learner.mine(learner.changed)
    for guid, cards in learner.cards.items():
        after = {card.id: card for card in learner.shelf.cards(guid)}
        for card in cards:
            now = after[card.id]
            assert still_known(card, now)
            soon = guid in changed and card.standing != NEW and not now.aside
            assert now.standing.due == (TODAY + 7 if soon else card.standing.due)
            assert learner.shelf.rebuilt(now) == now.standing


def test_new_cards_come_in_unseen_and_dropped_ones_are_set_aside(learner: Learner) -> None:
    learner.update()
    for guid in learner.added:
        assert {card.standing for card in learner.shelf.cards(guid)} == {NEW}
    for guid in learner.dropped:
        assert all(card.aside for card in learner.shelf.cards(guid))


def test_what_changed_waits_to_be_seen_and_both_texts_of_what_clashes(learner: Learner) -> None:
    learner.update()
    guids = {note.id: note.guid for note in learner.shelf.notes().values()}
    waiting = {guids[one.note_id]: one for one in learner.shelf.world.fact_changes.waiting()}
    changed = {guid for guid, one in waiting.items() if not one.is_clash}
    assert changed == {*learner.mine(learner.changed)}
    assert waiting.keys() - changed == {*learner.edited}
    for guid in learner.edited:
        assert waiting[guid].before.face != waiting[guid].after.face


def test_topics_stand_as_the_edition_has_them(learner: Learner) -> None:
    learner.update()
    topics = learner.shelf.topics()
    guids = {topic.id: topic.guid for topic in topics.values()}
    for topic in learner.later.topics:
        mine = topics[topic.guid]
        parent = None if mine.parent_id is None else guids[mine.parent_id]
        assert (mine.name, parent, mine.position) == (topic.name, topic.parent, topic.position)
    for note in learner.later.notes:
        if note.guid not in learner.deleted:
            homes = {guids[card.topic_id] for card in learner.shelf.cards(note.guid)}
            assert homes == {note.topic}


def test_one_undo_gives_everything_back(learner: Learner) -> None:
    done = learner.update()
    if not (learner.changed or learner.added or learner.dropped):
        assert done.step is None
        return
    assert done.step is not None
    assert done.step.action is Action.UPDATE_DECK
    learner.shelf.world.operations.undo()
    assert dump(learner.shelf.world.collection.path) == learner.dump
    assert learner.shelf.world.operations.undo().value != done.step


def test_afterwards_the_doctor_finds_nothing(learner: Learner) -> None:
    learner.update()
    world = learner.shelf.world
    clock = Clock(world.watch.now, world.watch.local)
    assert examined(world.collection, clock, world.ids).findings == ()
