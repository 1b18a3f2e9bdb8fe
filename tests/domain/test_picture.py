"""Pictures and their covered parts, in fields and back."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from aws_flash.domain import cloze
from aws_flash.domain.html.sanitise import clean
from aws_flash.domain.picture import (
    Part,
    Picture,
    parts_markup,
    parts_of,
    picture_markup,
    picture_of,
    picture_shown,
    with_picture,
    without_picture,
)

# No control signs but spaces, and nothing that HTML would read as another sign.
texts = st.text(st.characters(codec="utf-8", exclude_categories=["Cc"]), max_size=60)
pictures = st.builds(Picture, texts, texts)
halves = st.integers(0, 500_000).map(lambda number: number / 1_000_000)
sizes = halves.filter(bool)
parts = st.lists(st.builds(Part, st.integers(1, 99), texts, halves, halves, sizes, sizes))


@given(pictures)
def test_a_picture_survives_the_way_into_html_and_back(picture: Picture) -> None:
    assert picture_of(picture_markup(picture)) == picture


def test_a_picture_to_be_shown_has_the_name_of_its_file() -> None:
    assert picture_shown('a<img src="my%20plan.png">') == Picture("my plan.png", "")
    assert picture_shown("no picture") is None


def test_the_words_of_a_picture_do_not_tell_what_is_hidden_on_it() -> None:
    html = '<img src="a.png" alt="KMS: a KMS key and S3.">'
    assert picture_shown(html, ["kms key"]) == Picture("a.png", "KMS: a [\u2026] and S3.")
    assert picture_shown(html, ["KMS", "S3"]) == Picture(
        "a.png", "[\u2026]: a [\u2026] key and [\u2026]."
    )


@given(texts, pictures)
def test_a_picture_is_taken_off_the_text_that_it_was_put_under(text: str, picture: Picture) -> None:
    assert without_picture(with_picture(text, picture)) == (text, picture)


@pytest.mark.parametrize("markup", ["", "no picture", "<div>", '<img src="a.png">', "a<div></div>"])
def test_a_text_without_a_picture_under_it_stays_whole(markup: str) -> None:
    assert without_picture(markup) == (markup, None)


@given(parts)
def test_parts_survive_the_way_into_a_field_and_back(given_parts: list[Part]) -> None:
    assert parts_of(parts_markup(given_parts)) == tuple(given_parts)


@given(parts.filter(bool))
def test_a_field_of_parts_is_a_text_with_holes_of_the_same_numbers(given_parts: list[Part]) -> None:
    field = parts_markup(given_parts)
    assert cloze.ordinals(field) == tuple(sorted({part.number for part in given_parts}))
    assert [(shape.ordinals[0], shape.left, shape.height) for shape in cloze.shapes(field)] == [
        (part.number, part.left, part.height) for part in given_parts
    ]


def test_a_part_is_written_as_image_occlusion() -> None:
    field = parts_markup([Part(1, "Key & lock", 0.25, 0, 1, 0.0625)])
    assert field == (
        "{{c1::image-occlusion:rect:left=.25:top=0:width=1:height=.0625::Key &amp; lock}}"
    )


@pytest.mark.parametrize(
    "place",
    [
        "left=.1:top=.1:width=.2",
        "left=.1:top=.1:width=0:height=.2",
        "left=1.5:top=.1:width=.2:height=.2",
        "left=nan:top=.1:width=.2:height=.2",
        "left=x:top=.1:width=.2:height=.2",
    ],
)
def test_what_is_no_place_in_a_picture_is_no_part(place: str) -> None:
    assert parts_of(f"{{{{c1::image-occlusion:rect:{place}::label}}}}") == ()


def test_the_sanitiser_leaves_a_picture_as_it_is() -> None:
    markup = with_picture("Which line?", Picture("lines.svg", "Lines & “layers”"))
    assert clean(markup) == markup
