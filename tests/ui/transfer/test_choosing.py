"""What a button of the preview says, from what is ticked and wished for."""

from __future__ import annotations

from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from aws_flash.application.importing.preview import Preview, preview_of
from aws_flash.domain.bundle import Bundle, BundledNote
from aws_flash.domain.imports import Clash, Wishes
from aws_flash.domain.merge import Content, Difference
from aws_flash.domain.merge_plan import MergePlan, content_of
from aws_flash.ui.transfer.choosing import Choosing
from aws_flash.ui.transfer.offer import offer_of
from tests.ui.main_window.arriving import bundle, note

NEW = (note("n1", "One?"), note("n2", "Two?"), note("n3", "Three?", topic="t-keys"))
CHANGED, CLASHING = note("c1", "Four?"), note("c2", "Five?", topic="t-keys")
FILE = bundle(*NEW, CHANGED, CLASHING)


def differing(one: BundledNote) -> Difference:
    return Difference(one.guid, Content("basic", (("Question", "Mine?"),)), content_of(one))


def preview(file: Bundle = FILE) -> Preview:
    plan = MergePlan(NEW, (differing(CHANGED),), (differing(CLASHING),))
    return preview_of(file, plan)


@pytest.fixture
def choosing() -> Choosing:
    return Choosing(offer_of(FILE, preview()), Wishes())


def test_everything_is_ticked_at_first(choosing: Choosing) -> None:
    assert (choosing.added(), choosing.updated()) == (3, 1)
    assert all(map(choosing.is_ticked, FILE.notes))
    assert choosing.wishes.left_out == frozenset()


def test_a_topic_left_out_takes_its_cards_along(choosing: Choosing) -> None:
    choosing.tick_topics(["t-keys"], ticked=False)
    assert choosing.added() == 2
    assert choosing.wishes.left_out == {"n3", "c2"}
    choosing.tick_topics(["t-keys"], ticked=True)
    assert choosing.added() == 3


def test_a_card_left_out_stays_so_when_its_topic_is_ticked_again(choosing: Choosing) -> None:
    choosing.tick_notes(["n3"], ticked=False)
    choosing.tick_topics(["t-keys"], ticked=False)
    choosing.tick_topics(["t-keys"], ticked=True)
    assert choosing.wishes.left_out == {"n3"}


@pytest.mark.parametrize(
    ("clash", "added", "updated"), [(Clash.MINE, 3, 1), (Clash.THEIRS, 3, 2), (Clash.BOTH, 4, 1)]
)
def test_who_wins_a_clash_is_counted(
    choosing: Choosing, clash: Clash, added: int, updated: int
) -> None:
    choosing.wish(Wishes(clash=clash))
    assert (choosing.added(), choosing.updated()) == (added, updated)


def test_a_draft_that_asks_nothing_is_left_out_until_it_is_ticked() -> None:
    drafts = replace(FILE, notes=(note("n1", " "), *FILE.notes[1:]), is_draft=True)
    choosing = Choosing(offer_of(drafts, preview(drafts)), Wishes())
    assert choosing.wishes.left_out == {"n1"}
    assert choosing.added() == 2
    choosing.tick_notes(["n1"], ticked=True)
    assert choosing.added() == 3


def test_progress_counts_only_where_there_is_some(choosing: Choosing) -> None:
    choosing.wish(Wishes(with_progress=True))
    assert not choosing.brings_progress()


def test_marks_of_other_programs_are_noticed() -> None:
    assert not offer_of(FILE, preview()).has_marks
    marked = replace(FILE, notes=(replace(NEW[0], tags=("Leech",)), *FILE.notes[1:]))
    assert offer_of(marked, preview(marked)).has_marks


@given(st.sets(st.sampled_from(["n1", "n2", "n3", "c1", "c2"])), st.sets(st.just("t-keys")))
def test_what_is_said_is_what_is_left(out: set[str], topics: set[str]) -> None:
    choosing = Choosing(offer_of(FILE, preview()), Wishes())
    choosing.tick_notes(out, ticked=False)
    choosing.tick_topics(topics, ticked=False)
    left_out = choosing.wishes.left_out
    assert choosing.added() == sum(one.guid not in left_out for one in NEW)
    assert {one.guid for one in FILE.notes if not choosing.is_ticked(one)} == left_out
