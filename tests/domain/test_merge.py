"""What a new edition of a deck does to notes."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from aws_flash.domain.merge import (
    GONE,
    Content,
    Difference,
    Fate,
    compare,
    fate,
    fingerprint,
    with_later_check,
)
from aws_flash.domain.provenance import Provenance, Silenced, Source, Then, Volatility

OLD = Content("basic", (("Question", "Longest session?"), ("Answer", "1 hour")))
NEW = replace(OLD, fields=(("Question", "Longest session?"), ("Answer", "12 hours")))
OWN = replace(OLD, fields=(("Question", "How long?"), ("Answer", "1 hour")))
TOLD = Provenance(
    sources=(Source("STS API", "https://docs.example/sts", "2026"),),
    checked_on=date(2026, 11, 23),
    exam="SCS-C03",
    domain="D4",
    volatility=Volatility.LIMIT,
    statements=("S78",),
    then=Then("1 h", "12 h", "2018"),
    see_also=("abc",),
    confusable="limits",
)


@pytest.mark.parametrize(
    ("base", "mine", "theirs", "expected"),
    [
        (None, None, "new", Fate.ADDED),
        ("old", None, "old", Fate.DELETED),
        ("old", None, "new", Fate.DELETED),
        (GONE, None, "new", Fate.DELETED),
        ("old", None, None, Fate.DELETED),
        ("old", "old", "old", Fate.UNCHANGED),
        ("old", "new", "new", Fate.UNCHANGED),
        (None, "new", "new", Fate.UNCHANGED),
        ("old", "old", "new", Fate.UPDATED),
        ("old", "own", "old", Fate.KEPT),
        ("old", "own", "new", Fate.CLASHING),
        (None, "own", "new", Fate.CLASHING),
        ("old", "old", None, Fate.DROPPED),
        ("old", "own", None, Fate.KEPT),
    ],
)
def test_the_fate_of_a_note(
    base: str | None, mine: str | None, theirs: str | None, expected: Fate
) -> None:
    assert fate(base, mine, theirs) is expected


prints = st.none() | st.sampled_from(["a", "b", "c"])


@given(prints, prints, prints)
def test_a_text_of_the_users_own_is_never_replaced_or_dropped(
    base: str | None, mine: str | None, theirs: str | None
) -> None:
    if mine is not None and mine != base:
        assert fate(base, mine, theirs) in {Fate.KEPT, Fate.CLASHING, Fate.UNCHANGED}


def test_an_update_names_each_note_and_shows_both_texts() -> None:
    old = OLD.fingerprint
    update = compare(
        bases={"1": old, "2": old, "3": old, "4": old, "6": old},
        mine={"1": OLD, "2": OWN, "3": OWN, "4": OLD},
        theirs={"1": NEW, "2": NEW, "3": OLD, "5": NEW, "6": NEW},
    )
    assert update.updated == (Difference("1", OLD, NEW),)
    assert update.clashing == (Difference("2", OWN, NEW),)
    assert (update.kept, update.dropped, update.added) == (("3",), ("4",), ("5",))
    assert update.count == 3


def test_a_fingerprint_stays_the_same_in_every_version_of_the_program() -> None:
    assert OLD.fingerprint == "c4f6c85e3f18960fc59c2a896e62c319"
    assert fingerprint("basic", OLD.fields, TOLD) == "b8604d137e8218be5c69f8527c62c229"


@pytest.mark.parametrize(
    "changed",
    [
        replace(TOLD, sources=()),
        replace(TOLD, exam=""),
        replace(TOLD, domain="D1"),
        replace(TOLD, volatility=None),
        replace(TOLD, statements=()),
        replace(TOLD, then=None),
        replace(TOLD, see_also=()),
        replace(TOLD, confusable=""),
        replace(TOLD, silenced=(Silenced("two facts", "they belong together"),)),
    ],
)
def test_a_fingerprint_tells_a_change_of_provenance(changed: Provenance) -> None:
    fields = OLD.fields
    assert fingerprint("basic", fields, changed) != fingerprint("basic", fields, TOLD)


def test_a_fingerprint_tells_a_change_of_kind_or_field() -> None:
    kinds = {fingerprint(kind, OLD.fields, None) for kind in ("basic", "reversed")}
    assert len({*kinds, NEW.fingerprint}) == 3


def test_checking_a_fact_again_and_adding_an_empty_field_change_no_fingerprint() -> None:
    checked = replace(TOLD, checked_on=date(2027, 1, 1))
    fields = (*OLD.fields, ("Hint", ""))
    assert fingerprint("basic", fields, checked) == fingerprint("basic", OLD.fields, TOLD)
    assert fingerprint("basic", fields, Provenance()) == OLD.fingerprint


@pytest.mark.parametrize(
    ("theirs", "mine", "expected"),
    [
        (date(2027, 1, 1), date(2026, 1, 1), date(2027, 1, 1)),
        (date(2026, 1, 1), date(2027, 1, 1), date(2027, 1, 1)),
        (None, date(2027, 1, 1), date(2027, 1, 1)),
        (None, None, None),
    ],
)
def test_the_last_check_counts_whoever_made_it(
    theirs: date | None, mine: date | None, expected: date | None
) -> None:
    told, own = replace(TOLD, checked_on=theirs), replace(TOLD, checked_on=mine)
    assert with_later_check(told, own) == replace(TOLD, checked_on=expected)


def test_a_note_without_provenance_gets_none_from_a_check() -> None:
    assert with_later_check(None, TOLD) is None
