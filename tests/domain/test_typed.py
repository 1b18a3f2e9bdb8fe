from __future__ import annotations

import time

import pytest
from hypothesis import given
from hypothesis import strategies as st

from aws_flash.domain.graphemes import graphemes
from aws_flash.domain.typed import MAX_ANSWER, Comparison, Mark, Piece, compare, marked

# Letters and signs of a few scripts, digits and what stands around them.
_TEXTS = st.text(
    st.one_of(st.sampled_from("aAbé1209.,:/-+%& '\u2019½ß👍🏽\u0301\u200dが漢"), st.characters()),
    max_size=12,
)

SAME, WRONG, MISSING = Mark.SAME, Mark.WRONG, Mark.MISSING


@pytest.mark.parametrize(
    ("typed", "accepted"),
    [
        ("assume role with saml", "AssumeRoleWithSAML"),
        ("us east 1", "us-east-1"),
        ("kms decrypt", "kms:Decrypt"),
        ("max size", "max_size"),
        ("CICD", "CI/CD"),
        ("naive cafe", "Naïve café"),
        ("strasse", "Straße"),
        ("oresund", "Øresund"),
        ("identity and access management", "Identity & Access Management"),
        ("amazon macie", "Amazon Macie\u2122"),
        ("10000", "10,000"),
        ("10 000", "10,000"),
        ("80 443", "80, 443"),
        ("1, 2, 3", "1,2,3"),
        ("0.5", ".5"),
        ("5 - 10", "5\u201310"),
        ("-5", "\u22125"),
        ("TLS1.2", "TLS 1.2"),
        ("10 gb", "10GB"),
        ("1/2", "½"),
        ("h2o", "H₂O"),
        ("\uff13", "3"),
        ("٣", "3"),
        ("c++", "C++"),
        (" s3:* ", "S3:*"),
        ("…", "..."),
        ("{ }", "{}"),
    ],
)
def test_these_are_the_same_answer(typed: str, accepted: str) -> None:
    assert compare(typed, [accepted]).right
    assert compare(accepted, [typed]).right


@pytest.mark.parametrize(
    ("typed", "accepted"),
    [
        ("1", "10"),
        ("105", "10.5"),
        ("5", "-5"),
        ("5", ".5"),
        ("C", "C++"),
        ("C", "C#"),
        ("50", "50%"),
        ("5", "$5"),
        ("s3", "s3:*"),
        ("443", "4 43"),
        ("10.0.0.0/16", "10.0.0.0/24"),
        ("100016", "10.0.0.0/16"),
        ("130", "1:30"),
        ("510", "5-10"),
        ("102", "10²"),
        ("12", "½"),
        ("か", "が"),
        ("ab", "abc"),
        ("{}", "[]"),
        ("", "x"),
        (" ", "x"),
        ("!", "x"),
    ],
)
def test_these_are_not_the_same_answer(typed: str, accepted: str) -> None:
    assert not compare(typed, [accepted]).right
    assert not compare(accepted, [typed]).right


@given(_TEXTS)
def test_an_answer_is_right_as_it_is_written(text: str) -> None:
    assert compare(text, [text]).right == bool(text.strip())


@given(_TEXTS, _TEXTS)
def test_who_is_compared_with_whom_makes_no_difference(one: str, other: str) -> None:
    assert compare(one, [other]).right == compare(other, [one]).right


@given(_TEXTS, st.lists(_TEXTS, max_size=4))
def test_same_and_missing_pieces_make_the_accepted_answer(typed: str, accepted: list[str]) -> None:
    found = compare(typed, accepted)
    kept = "".join(piece.text for piece in found.pieces if piece.mark is not WRONG)
    assert kept == found.accepted
    assert found.accepted in {"", *accepted}


@given(_TEXTS, _TEXTS)
def test_no_sign_is_cut_in_two(typed: str, accepted: str) -> None:
    found = compare(typed, [accepted])
    signs = [sign for piece in found.pieces if piece.mark is not WRONG for sign in
             graphemes(piece.text)]  # fmt: skip
    assert signs == graphemes(found.accepted)


def test_answers_with_nothing_in_common_stand_apart() -> None:
    assert "</s> <u" in marked(compare("quite", ["other words"]))
    assert " " not in marked(compare("AssumRole", ["AssumeRole"])).replace(" class", "")


def test_the_difference_is_marked() -> None:
    assert compare("guarduty", ["GuardDuty"]) == Comparison(
        right=False,
        accepted="GuardDuty",
        pieces=(Piece("Guard", SAME), Piece("D", MISSING), Piece("uty", SAME)),
    )
    assert compare("483", ["443"]).pieces == (
        (Piece("4", SAME), Piece("8", WRONG), Piece("4", MISSING), Piece("3", SAME))
    )


def test_what_has_little_in_common_is_set_against_each_other() -> None:
    pieces = (Piece("banana", WRONG), Piece("GuardDuty", MISSING))
    assert compare("banana", ["GuardDuty"]).pieces == pieces


def test_nothing_typed_is_all_missing() -> None:
    assert compare("", ["Macie"]).pieces == (Piece("Macie", MISSING),)


def test_a_right_answer_is_shown_as_accepted() -> None:
    found = compare("amazon macie", ["Inspector", "Amazon Macie"])
    assert found.right
    assert found.pieces == (Piece("Amazon Macie", SAME),)


def test_a_wrong_answer_is_set_against_the_nearest() -> None:
    assert compare("inspektor", ["Macie", "Inspector"]).accepted == "Inspector"


def test_nothing_accepted_makes_nothing_right() -> None:
    assert compare("x", []) == compare("x", [" "])
    assert compare("x", []).pieces == (Piece("x", WRONG),)


@pytest.mark.parametrize(
    ("typed", "accepted"),
    [
        ("a" * 100_000, ["ab" * 50_000] * 1_000),
        ("a" * 150, ["ab" * 75] * 20),
        ("ab" * 500, ["é" * 999]),
        ("1,000 " * 200, ["1 000" * 200]),
        ("e" + "\u0301" * 1_000_000, ["e"]),
    ],
)
def test_long_answers_are_compared_in_time(typed: str, accepted: list[str]) -> None:
    begin = time.process_time()
    found = compare(typed, accepted)
    assert time.process_time() - begin < 0.5
    assert len(found.accepted) <= MAX_ANSWER


def test_long_answers_agree_at_both_ends() -> None:
    found = compare("a" * 300 + "x" + "b" * 300, ["a" * 300 + "y" + "b" * 300])
    marks = [piece.mark for piece in found.pieces]
    assert marks == [SAME, WRONG, MISSING, SAME]


def test_pieces_become_safe_html() -> None:
    html = marked(compare("a<b", ["a<c>"]))
    assert html == (
        '<span class="typed-same">a&lt;</span><s class="typed-wrong">b</s>'
        '<u class="typed-missing">c&gt;</u>'
    )
