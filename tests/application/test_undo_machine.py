"""Thousands of random steps with undo and redo in between, compared with a model of it all."""

from __future__ import annotations

import shutil
import tempfile
from collections import Counter
from collections.abc import Callable
from dataclasses import astuple, replace
from datetime import date
from functools import partial
from pathlib import Path
from typing import Any

from hypothesis import HealthCheck, settings
from hypothesis import strategies as st
from hypothesis.stateful import RuleBasedStateMachine, initialize, invariant, precondition, rule

from aws_flash.application.study import Turn
from aws_flash.domain.changes import Changed, Done
from aws_flash.domain.errors import Gone, UserError
from aws_flash.domain.leitner import rebuild
from aws_flash.domain.ordinals import ordinals_of
from aws_flash.domain.provenance import Provenance, Volatility
from aws_flash.domain.review import Rating, sum_of
from aws_flash.domain.search_text import search_text
from aws_flash.domain.session import SessionKind
from aws_flash.domain.settings import Fall
from aws_flash.storage.tables import Tables
from tests.application.conftest import World
from tests.application.dumping import Dump, dump

TEXTS = st.sampled_from(
    [
        "plain words",
        "{{c1::one}} hole",
        "{{c1::one}} and {{c2::two}}",
        "{{c3::three}} of {{c1::four}}",
        "日本 <b>bold</b>",
    ]
)
NAMES = st.sampled_from(["IAM", "9 Logs", "10 Keys", "Cognito"])
PICKS = st.integers(0, 1000)
TIMES = st.integers(0, 90_000)


def _give_sources(tables: Tables) -> None:
    """Let facts have been checked long ago."""
    told = Provenance(checked_on=date(2020, 1, 1), volatility=Volatility.LIMIT)
    tables.notes.put_all([replace(note, provenance=told) for note in tables.notes.every()])


class UndoMachine(RuleBasedStateMachine):
    """The model is the list of all states so far and the place in it; undo goes one back."""

    @initialize()
    def open(self) -> None:
        self.folder = Path(tempfile.mkdtemp(prefix="undo"))
        self.world = World(self.folder)
        self.world.fill()
        self.world.operations.run_without_step(_give_sources)
        self.states = [self.dump()]
        self.place = 0
        self.turn: Turn | None = None

    def teardown(self) -> None:
        if hasattr(self, "world"):
            self.world.collection.close()
            shutil.rmtree(self.folder)

    def dump(self) -> Dump:
        return dump(self.world.collection.path)

    def did(self, done: Done[Any]) -> None:
        """Note a step: the states after the present one are gone for good."""
        if done.changed is Changed.NOTHING:
            return
        assert done.step is not None
        del self.states[self.place + 1 :]
        self.states.append(self.dump())
        self.place += 1

    def pick(self, table: str, pick: int) -> int | None:
        """Choose one of the ids of a table."""
        ids = [row[0] for row in self.states[self.place][table]]
        return ids[pick % len(ids)] if ids else None

    @rule(name=NAMES, pick=PICKS)
    def add_topic(self, name: str, pick: int) -> None:
        self.did(self.world.topics.add(name, self.pick("topics", pick)))

    @rule(name=NAMES, pick=PICKS)
    def rename_topic(self, name: str, pick: int) -> None:
        if topic := self.pick("topics", pick):
            self.did(self.world.topics.rename(topic, name))

    @rule(pick=PICKS, other=PICKS, place=st.integers(0, 4))
    def move_topic(self, pick: int, other: int, place: int) -> None:
        topic, parent = self.pick("topics", pick), self.pick("topics", other)
        if topic:
            try:
                self.did(self.world.topics.move(topic, parent if other % 5 else None, place))
            except UserError:
                assert self.dump() == self.states[self.place]

    @rule(pick=PICKS)
    def delete_topic(self, pick: int) -> None:
        if len(self.states[self.place]["topics"]) > 1 and (topic := self.pick("topics", pick)):
            self.did(self.world.topics.delete(topic))

    @rule(pick=PICKS, question=TEXTS)
    def add_card(self, pick: int, question: str) -> None:
        if topic := self.pick("topics", pick):
            self.did(self.world.authoring.add_card(question, "answer", topic))

    @rule(pick=PICKS, text=TEXTS)
    def edit_note(self, pick: int, text: str) -> None:
        if note := self.pick("notes", pick):
            self.did(self.world.authoring.edit(note, {"Text": text, "Question": text}))

    @rule(picks=st.lists(PICKS, min_size=1, max_size=3))
    def delete_cards(self, picks: list[int]) -> None:
        cards = {card for pick in picks if (card := self.pick("cards", pick))}
        if cards:
            self.did(self.world.authoring.delete_cards(sorted(cards)))

    @rule(minutes=st.integers(1, 60), fall=st.sampled_from(Fall))
    def change_settings(self, minutes: int, fall: Fall) -> None:
        before = self.world.options.read()
        self.did(self.world.options.change(replace(before, minutes_a_day=minutes, fall=fall)))

    @rule(pick=PICKS)
    def set_fact_aside(self, pick: int) -> None:
        if note := self.pick("notes", pick):
            self.did(self.world.rechecking.set_aside([note]))

    @rule(pick=PICKS)
    def check_fact(self, pick: int) -> None:
        if note := self.pick("notes", pick):
            self.did(self.world.rechecking.still_true([note]))

    @rule(minutes=st.none() | st.sampled_from([10, 20, 40]))
    def catch_up(self, minutes: int | None) -> None:
        self.did(self.world.options.catch_up(minutes))

    @rule(hours=st.integers(1, 80))
    def time_passes(self, hours: int) -> None:
        self.world.watch.pass_by(hours=hours)

    @rule(kind=st.sampled_from(SessionKind), pick=PICKS)
    def begin(self, kind: SessionKind, pick: int) -> None:
        topic = self.pick("topics", pick) if pick % 2 else None
        self.turn = self.world.study.begin(topic, kind)

    @rule(ratings=st.lists(st.sampled_from(Rating), min_size=1, max_size=5), took=TIMES)
    def answer(self, ratings: list[Rating], took: int) -> None:
        for rating in ratings:
            self.use_turn(partial(self.world.study.answer, rating=rating, took=took))
            self.world.watch.pass_by(seconds=took / 1000)

    @rule(action=st.sampled_from(["toggle_flag", "skip", "suspend"]))
    def put_off(self, action: str) -> None:
        self.use_turn(getattr(self.world.study, action))

    def use_turn(self, act: Callable[[Turn], Done[Turn]]) -> None:
        """Act on the card that is asked; begin a session where there is none."""
        if self.turn is None or self.turn.asked is None:
            self.turn = self.world.study.begin()
        if self.turn.asked is None:
            return
        try:
            done = act(self.turn)
        except Gone:
            self.turn = None
            assert self.dump() == self.states[self.place]
            return
        self.turn = done.value
        self.did(done)

    @rule(times=st.integers(1, 6))
    def undo(self, times: int) -> None:
        for _ in range(min(times, self.place)):
            assert self.world.operations.undo().value is not None
            self.place -= 1
            assert self.dump() == self.states[self.place]

    @rule(times=st.integers(1, 6))
    def redo(self, times: int) -> None:
        for _ in range(min(times, len(self.states) - 1 - self.place)):
            assert self.world.operations.redo().value is not None
            self.place += 1
            assert self.dump() == self.states[self.place]

    @precondition(lambda self: self.turn is not None and self.place > 0)
    @rule()
    def undo_in_the_session(self) -> None:
        assert self.turn is not None
        done = self.world.study.undo(self.turn.session)
        self.place -= 1
        self.turn = done.value
        assert self.dump() == self.states[self.place]

    @precondition(lambda self: self.turn is not None and self.place < len(self.states) - 1)
    @rule()
    def redo_in_the_session(self) -> None:
        assert self.turn is not None
        done = self.world.study.redo(self.turn.session)
        self.place += 1
        self.turn = done.value
        assert self.dump() == self.states[self.place]

    @rule()
    def start_anew(self) -> None:
        """The program is closed and started again: its steps are gone, what they did stays."""
        self.world.collection.close()
        self.world = World(self.folder, self.world.watch, self.world.numbers)
        assert self.dump() == self.states[self.place]
        self.states = [self.states[self.place]]
        self.place = 0
        self.turn = None

    @precondition(lambda self: self.place == 0)
    @rule()
    def take_back_an_answer_of_an_earlier_run(self) -> None:
        """Undo goes on to the day's answers from before the start; redo leads back again."""
        done = self.world.study.undo(self.world.study.begin().session)
        if done.value is not None:
            self.turn = done.value
            self.states.insert(0, self.dump())
            before, after = (state["reviews"] for state in self.states[:2])
            assert len(before) == len(after) - 1

    @invariant()
    def the_collection_is_the_present_state(self) -> None:
        if hasattr(self, "world"):
            assert self.dump() == self.states[self.place]
            assert self.states[self.place]["broken links"] == []
            assert self.states[self.place]["dead and alive"] == []

    @invariant()
    def what_is_derived_agrees_with_what_it_comes_from(self) -> None:
        if not hasattr(self, "world"):
            return
        with self.world.collection.read() as tables:
            reviews = list(tables.reviews.every())
            for card in tables.cards.every():
                history = [review for review in reviews if review.card_id == card.id]
                assert card.standing == rebuild(history)
            sums: Counter[tuple[int, int, int]] = Counter()
            for review in reviews:
                day, topic_id, *numbers = astuple(sum_of(review))
                sums.update({(day, topic_id, at): number for at, number in enumerate(numbers)})
            notes = {}
            for note in tables.notes.every():
                notes[note.id] = search_text(html for _, html in note.fields)
                wanted = set(ordinals_of(note.fields, tables.kinds.of(note)))
                for card in tables.cards.of_notes([note.id]):
                    assert card.aside == (card.ordinal not in wanted)
        present = self.states[self.place]
        assert {row[0]: row[1] for row in present["search"]} == notes
        held = {
            (*row[:2], at): number
            for row in present["day_sums"]
            for at, number in enumerate(row[2:])
        }
        assert Counter(held) == sums


UndoMachine.TestCase.settings = settings(
    max_examples=40,
    stateful_step_count=60,
    deadline=None,
    suppress_health_check=[HealthCheck.too_slow, HealthCheck.data_too_large],
)
TestUndo = UndoMachine.TestCase
