"""Notes that say the same."""

from __future__ import annotations

from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from aws_flash.domain.bundle import BundledNote
from aws_flash.domain.lint.finding import Rule
from tests.domain.lint.written import basic, gap, report

QUESTION = "Which Region must hold the ACM certificate of a CloudFront distribution?"


def pairs(*notes: BundledNote) -> list[tuple[str, str]]:
    """The later note and the earlier one of each near-duplicate."""
    named = [replace(one, guid=f"n{place}") for place, one in enumerate(notes)]
    findings = report(*named).findings
    return [(one.note, one.other) for one in findings if one.rule is Rule.NEAR_DUPLICATE]


def test_the_same_card_twice_names_the_first() -> None:
    same = basic(QUESTION, "us-east-1")
    assert pairs(same, basic("Which port has HTTPS?", "443"), same) == [("n2", "n0")]


def test_other_small_words_and_endings_make_no_other_card() -> None:
    other = "Which Region must hold ACM certificates for CloudFront distributions?"
    assert pairs(basic(QUESTION, "us-east-1"), basic(other, "In us-east-1")) == [("n1", "n0")]


def test_one_question_with_two_answers_is_found() -> None:
    assert pairs(basic("to eat", "essen"), basic("To eat?", "fressen")) == [("n1", "n0")]


@pytest.mark.parametrize(
    ("one", "other"),
    [
        (basic("How does EBS encryption protect your data?", "By a key"), None),
        (basic("How does S3 encryption protect your data?", "By a key"), None),
        (basic(QUESTION.replace("ACM", "IAM"), "us-east-1"), basic(QUESTION, "us-east-1")),
        (basic(QUESTION, "us-east-1"), basic(QUESTION[:-1] + " in March?", "Any of them will do")),
        (basic("STS call: AssumeRole", "Takes a role"), basic("Takes a role", "AssumeRole")),
        (gap("It reads {{c1::logs}} and calls."), gap("It reads logs and {{c1::calls}}.")),
        (basic("It reads [...] and calls of users.", "a"), basic("It reads logs, [...]", "b")),
        (basic("", ""), basic("", "")),
    ],
)
def test_look_alikes_with_another_fact_are_no_duplicates(
    one: BundledNote, other: BundledNote | None
) -> None:
    twin = other or basic("How does RDS encryption protect your data?", "By a key")
    assert pairs(one, twin) == []


words = st.lists(
    st.sampled_from(["alpha", "beta", "gamma", "delta", "epsilon", "zeta"]), min_size=4
)


@given(st.lists(words, max_size=12))
def test_each_note_is_named_once_at_most_and_after_the_other(texts: list[list[str]]) -> None:
    found = pairs(*(basic(" ".join(text), "An answer") for text in texts))
    assert len({later for later, _ in found}) == len(found)
    assert all(int(later[1:]) > int(earlier[1:]) for later, earlier in found)


@given(words)
def test_whatever_is_there_twice_is_found(text: list[str]) -> None:
    assert pairs(*[basic(" ".join(text), "An answer")] * 2) == [("n1", "n0")]
