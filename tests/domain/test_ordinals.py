"""Which cards a note asks."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from aws_flash.domain.kind import (
    BASIC,
    BUILT_IN,
    CHOICE,
    CLOZE,
    PICTURE,
    REVERSED,
    TYPED,
    CardTemplate,
    Family,
    Kind,
)
from aws_flash.domain.ordinals import ordinals_of
from aws_flash.domain.picture import Part, parts_markup

ANSWERED = (("Question", "What?"), ("Answer", "That."))


@pytest.mark.parametrize("kind", [BASIC, CHOICE, TYPED], ids=lambda kind: kind.guid)
def test_most_kinds_ask_one_card(kind: Kind) -> None:
    assert ordinals_of(ANSWERED, kind) == (0,)


@pytest.mark.parametrize(
    ("answer", "ordinals"),
    [("That.", (0, 1)), ("", (0,)), ("<br> &nbsp;", (0,)), ('<img src="a.png">', (0, 1))],
)
def test_a_card_is_asked_back_when_there_is_an_answer_to_ask_from(
    answer: str, ordinals: tuple[int, ...]
) -> None:
    assert ordinals_of([("Question", "What?"), ("Answer", answer)], REVERSED) == ordinals


def test_each_number_of_a_hole_is_a_card() -> None:
    text = "{{c3::one}}, {{c1::two}} and {{c1::three}}"
    assert ordinals_of([("Text", text)], CLOZE) == (1, 3)


def test_each_part_of_a_picture_is_a_card() -> None:
    field = parts_markup([Part(number, "x", 0, 0, 0.5, 0.5) for number in (1, 2, 4)])
    assert ordinals_of([("Picture", ""), ("Parts", field)], PICTURE) == (1, 2, 4)


def test_holes_of_an_imported_kind_are_those_that_its_template_shows() -> None:
    template = CardTemplate("Cloze", "{{Topic}} {{cloze:Text}} {{type:cloze:Extra}}", "")
    kind = Kind(9, "k", "Cloze", Family.CLOZE, ("Text", "Extra", "Note"), (template,), by_hole=True)
    fields = [("Text", "{{c2::a}}"), ("Extra", "{{c1::b}}"), ("Note", "{{c7::not asked}}")]
    assert ordinals_of(fields, kind) == (1, 2)


def test_an_imported_kind_asks_the_templates_that_show_something() -> None:
    templates = (
        CardTemplate("Meaning", "{{Word}}", "{{Meaning}}"),
        CardTemplate("Word", "Which word? {{Meaning}}", "{{Word}}"),
        CardTemplate("Sound", "{{#Sound}}{{Sound}}{{/Sound}}", "{{Word}}"),
    )
    kind = Kind(9, "k", "Vocabulary", Family.IMPORTED, ("Word", "Meaning", "Sound"), templates)
    held = {"Word": "key", "Meaning": "", "Sound": "[sound:key.mp3]"}
    assert ordinals_of(held.items(), kind) == (0, 2)


@given(st.sampled_from(BUILT_IN), st.data())
def test_every_note_asks_at_least_one_card(kind: Kind, data: st.DataObject) -> None:
    texts = st.text(st.sampled_from("{}c1:: a<br>"), max_size=20)
    fields = [(name, data.draw(texts)) for name in kind.fields]
    ordinals = ordinals_of(fields, kind)
    assert ordinals
    assert list(ordinals) == sorted(set(ordinals))
