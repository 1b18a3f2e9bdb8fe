from __future__ import annotations

import re
import time

import pytest
from hypothesis import given
from hypothesis import strategies as st

from aws_flash.domain.cloze import (
    MAX_CHARACTERS,
    answer,
    answers,
    filled,
    ordinals,
    question,
    shapes,
)

HOLE = '<span class="cloze">{}</span>'.format

_PIECES = st.sampled_from(
    ["{{c1::", "{{c2::", "{{c1,2::", "}}", "}", "{", "::", "a", "<b>", " ", "{{c0::", "{{c9999::"]
)
_TEXTS = st.lists(_PIECES, max_size=30).map("".join)


@pytest.mark.parametrize(
    ("text", "asked", "told"),
    [
        ("a {{c1::b}} c", f"a {HOLE('[…]')} c", f"a {HOLE('b')} c"),
        ("{{c1::b::hint}}", HOLE("[hint]"), HOLE("b")),
        ("{{c1::b::}}", HOLE("[…]"), HOLE("b")),
        ("{{c1::a}}{{c1::b}}", HOLE("[…]") * 2, HOLE("a") + HOLE("b")),
        ("{{c1::a}}{{c2::b::h}}", HOLE("[…]") + "b", HOLE("a") + "b"),
        ("{{c1::a {{c2::b}} c::h}}", HOLE("[h]"), HOLE("a b c")),
        ("{{c2::a {{c1::b}} c::h}}", f"a {HOLE('[…]')} c", f"a {HOLE('b')} c"),
        ("{{c1::a {{c1::b}}}}", HOLE("[…]"), HOLE("a b")),
        ("{{c2,1::a}}", HOLE("[…]"), HOLE("a")),
        ('{{c1::{"a":{"b":1}}}}', HOLE("[…]"), HOLE('{"a":{"b":1}}')),
        ("{{c1::\\frac{a}{b}}}", HOLE("[…]"), HOLE("\\frac{a}{b}")),
        ("{{c2::a {{c1::b}}}}", f"a {HOLE('[…]')}", f"a {HOLE('b')}"),
        ("{{c2::x}}", "x", "x"),
        ("{{c1::x", "{{c1::x", "{{c1::x"),
        ("{{c1::x}} {{c2::y", f"{HOLE('[…]')} {{{{c2::y", f"{HOLE('x')} {{{{c2::y"),
        ("a }} b {{ c", "a }} b {{ c", "a }} b {{ c"),
    ],
)
def test_the_first_card_of_a_text(text: str, asked: str, told: str) -> None:
    assert question(text, 1) == asked
    assert answer(text, 1) == told


@pytest.mark.parametrize(
    ("text", "cards"),
    [
        ("", ()),
        ("{{c2::a}}{{c1::b}}{{c2::c}}", (1, 2)),
        ("{{c1::a {{c3::b}}}}", (1, 3)),
        ("{{c1,4::a}}", (1, 4)),
        ("{{c0::a}}{{c501::b}}{{c::c}}{{C1::d}}", ()),
        ("{{c1::a", ()),
    ],
)
def test_each_number_makes_a_card(text: str, cards: tuple[int, ...]) -> None:
    assert ordinals(text) == cards


@given(_TEXTS)
def test_a_question_never_shows_its_own_hidden_text(text: str) -> None:
    first, *others = text.split("a")
    marked = first + "".join(f"<{place}>{other}" for place, other in enumerate(others))
    for ordinal in ordinals(marked):
        hidden = re.findall(r"<\d+>", " ".join(answers(marked, ordinal)))
        assert not any(each in question(marked, ordinal) for each in hidden)
        assert all(each in answer(marked, ordinal) for each in hidden)


@given(st.text(max_size=30), st.text(max_size=30), st.text("xyz{ ", min_size=1, max_size=9))
def test_a_hidden_text_is_nowhere_in_its_question(before: str, after: str, hidden: str) -> None:
    secret = f"SECRET{hidden}"
    assert "SECRET" not in question(f"{before} {{{{c7::{secret}}}}} {after}", 7)


@given(_TEXTS, st.integers(1, 3))
def test_hidden_and_shown_make_the_whole(text: str, ordinal: int) -> None:
    told = answer(text, ordinal).replace('<span class="cloze">', "").replace("</span>", "")
    assert told == filled(text)


def test_answers_are_what_was_hidden() -> None:
    assert answers("{{c1::a::h}} {{c2::b}} {{c1::<b>c</b> {{c2::d}}}}", 1) == ("a", "<b>c</b> d")


def test_parts_of_pictures_are_shapes_and_no_text() -> None:
    text = "{{c2::image-occlusion:rect:left=.1:top=.1:width=.3:height=.3}} {{c1::x}}"
    assert [each.ordinals for each in shapes(text)] == [(2,)]
    assert ordinals(text) == (1, 2)
    assert question(text, 2) == answer(text, 2) == " x"


@pytest.mark.parametrize(
    "text",
    [
        "{{c1::" * 160_000,
        "{{c1::a" * 70_000 + "}}" * 70_000,
        "{{c1::" + "{" * 900_000,
        "{{c1::" + "{}" * 400_000 + "}}",
        "{{c1::a}}" * 100_000,
        "{{c1::" + "a::" * 300_000 + "}}",
        "}" * 1_000_000,
    ],
)
def test_long_texts_take_time_in_step_with_their_length(text: str) -> None:
    begin = time.process_time()
    question(text, 1)
    assert time.process_time() - begin < 2  # below half a second when nothing else runs


def test_a_hole_that_was_cut_off_shows_nothing_of_itself() -> None:
    text = "x {{c1::" + "secret " * MAX_CHARACTERS + "}}"
    assert question(text, 1) == "x "
