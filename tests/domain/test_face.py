"""What a card of each family shows."""

from __future__ import annotations

import time

import pytest
from hypothesis import given
from hypothesis import strategies as st

from aws_flash.domain.choice import Option, option_fields
from aws_flash.domain.face import MAX_OPTION, MAX_SHOWN, Face, face_of, option_order
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
from aws_flash.domain.note import Note
from aws_flash.domain.picture import Part, Picture, parts_markup, picture_markup

PLACE = (0.1, 0.2, 0.3, 0.4)


def note(*fields: tuple[str, str], tags: tuple[str, ...] = ()) -> Note:
    return Note(1, "n", 1, fields, tags, 0, 0)


def imported(question: str, answer: str, css: str = "", *, by_hole: bool = False) -> Kind:
    templates = (CardTemplate("Card", question, answer),)
    return Kind(9, "k", "Kind", Family.IMPORTED, ("Front", "Back"), templates, css, by_hole)


def sides(face: Face) -> tuple[str, str]:
    return face.question.html, face.answer.html


def test_a_basic_card_shows_its_fields() -> None:
    asked = note(("Question", "q"), ("Answer", "a"), ("Explanation", "<i>e</i>"))
    face = face_of(asked, BASIC, 0)
    assert (face.family, *sides(face), face.explanation) == (Family.BASIC, "q", "a", "<i>e</i>")


def test_the_second_card_of_both_ways_asks_for_the_question() -> None:
    asked = note(("Question", "q"), ("Answer", "a"))
    assert sides(face_of(asked, REVERSED, 0)) == ("q", "a")
    assert sides(face_of(asked, REVERSED, 1)) == ("a", "q")


def test_a_card_whose_template_is_gone_still_shows_something() -> None:
    assert sides(face_of(note(("Question", "q"), ("Answer", "a")), BASIC, 7)) == ("q", "a")


def test_a_gap_is_asked_one_at_a_time_and_filled_in_place() -> None:
    face = face_of(note(("Text", "{{c1::keys}} and {{c2::tokens::what}}")), CLOZE, 2)
    gap = 'keys and <span class="cloze">{}</span>'
    assert sides(face) == (gap.format("[what]"), gap.format("tokens"))
    assert face.fills_gap


def test_typed_answers_are_the_answer_and_one_more_a_line() -> None:
    asked = note(("Question", "q"), ("Answer", "<b>TLS 1.2</b>"), ("Accepted", "1.2\nA &amp; B\n"))
    assert face_of(asked, TYPED, 0).accepted == ("TLS 1.2", "1.2", "A & B")


def test_options_are_cleaned_and_keep_what_they_are() -> None:
    options = (Option("<script>x</script>a", "<u>why</u>", right=True), Option("b", pinned=True))
    face = face_of(note(("Question", "q"), *option_fields(options)), CHOICE, 0)
    assert face.options == (Option("a", "<u>why</u>", right=True), Option("b", pinned=True))


def test_a_picture_card_asks_one_part_and_answers_with_its_label() -> None:
    parts = (Part(1, "x < y", *PLACE), Part(2, "other", *PLACE))
    picture = Picture("a b.svg", "boxes")
    held = (("Picture", picture_markup(picture)), ("Parts", parts_markup(parts)))
    face = face_of(note(("Question", "q"), *held), PICTURE, 1)
    assert sides(face) == ("q", "x &lt; y")
    assert (face.picture, face.asked) == (picture, 1)
    assert [shape.ordinals for shape in face.shapes] == [(1,), (2,)]


def test_an_imported_card_does_not_repeat_its_question() -> None:
    kind = imported("{{Front}}", "{{FrontSide}}<hr id=answer>{{Back}}")
    assert sides(face_of(note(("Front", "q"), ("Back", "a")), kind, 0)) == ("q", "a")


def test_a_question_written_out_again_shows_once() -> None:
    for between, answer in (("<p>a</p>", "<p>a</p>"), ("<br><br>a", "a")):
        kind = imported("<b>{{Front}}</b><br>", f"<b>{{{{Front}}}}</b>{between}")
        face = face_of(note(("Front", "q")), kind, 0)
        assert sides(face) == ("<b>q</b>", answer)


def test_an_answer_that_begins_with_the_same_words_is_whole() -> None:
    kind = imported("{{Front}}", "{{Back}}")
    for answer in ("S3 keeps objects", "S3<b>!</b>", "S3s"):
        assert sides(face_of(note(("Front", "S3"), ("Back", answer)), kind, 0)) == ("S3", answer)


def test_only_what_stands_below_the_rule_is_the_answer() -> None:
    kind = imported("{{Front}}", "<div>{{Front}}<hr id='answer'>{{Back}}</div>")
    assert sides(face_of(note(("Front", "q"), ("Back", "a")), kind, 0)) == ("q", "a")


def test_an_empty_field_leaves_no_empty_lines_at_the_end() -> None:
    kind = imported("{{Front}}<br>", "{{FrontSide}}<hr id=answer>{{Front}}<br><br>{{Back}}")
    face = face_of(note(("Front", "f"), ("Back", "[sound:b.mp3]<br>")), kind, 0)
    assert sides(face) == ("f", "f")


def test_an_imported_gap_is_filled_in_place_with_what_else_its_back_shows() -> None:
    kind = imported("{{cloze:Front}}", "{{cloze:Front}}<br>{{Back}}", by_hole=True)
    face = face_of(note(("Front", "{{c1::a}} b"), ("Back", "extra")), kind, 1)
    assert face.fills_gap
    assert face.answer.html == '<span class="cloze">a</span> b<br>extra'


def test_an_imported_card_may_want_its_answer_typed() -> None:
    kind = imported("{{Front}}{{type:Back}}", "{{FrontSide}}<hr id=answer>{{type:Back}}")
    face = face_of(note(("Front", "q"), ("Back", "a")), kind, 0)
    assert face.accepted == ("a",)
    assert sides(face) == ("q", '<span class="typed">a</span>')


def test_hidden_parts_of_an_imported_picture_are_shown_apart() -> None:
    kind = imported("{{cloze:Front}}{{Back}}", "{{cloze:Front}}{{Back}}", by_hole=True)
    hole = "{{c1::image-occlusion:rect:left=.1:top=.1:width=.2:height=.2:oi=1}}"
    face = face_of(note(("Front", hole), ("Back", '<img src="map.png">top')), kind, 1)
    assert face.picture == Picture("map.png", "")
    assert sides(face) == ("top", "")
    assert [shape.others_hidden for shape in face.shapes] == [True]


def test_a_picture_shown_apart_leaves_no_empty_blocks_behind() -> None:
    side = '<div>{{Front}}</div><div style="display: none">{{cloze:Parts}}</div><div>{{Back}}</div>'
    kind = imported(side, f"{side}<div>more</div>", by_hole=True)
    shape = "{{c1::image-occlusion:rect:left=.1:top=.1:width=.1:height=.1}}"
    picture = '<div><img src="map.png"></div>'
    asked = note(("Parts", shape), ("Front", "top"), ("Back", picture))
    assert sides(face_of(asked, kind, 1)) == ("<div>top</div>", "<div>more</div>")


def test_a_picture_with_hidden_parts_shows_nowhere_uncovered() -> None:
    kind = imported("{{cloze:Parts}}{{Image}}", "{{Image}}", by_hole=True)
    shape = "{{c1::image-occlusion:rect:left=.1:top=.1:width=.1:height=.1}}"
    for source in ("my%20plan.png", "my plan.png", "r&amp;d.png", "R%26D.png"):
        fields = (("Parts", shape), ("Image", f"<div><IMG alt=x src='{source}'></div>"))
        face = face_of(note(*fields), kind, 1)
        assert face.picture is not None
        assert "<img" not in "".join(sides(face))


def test_hints_wait_to_be_opened() -> None:
    kind = imported("{{Front}} {{hint:Back}}", "{{Back}}")
    side = face_of(note(("Front", "q"), ("Back", "secret")), kind, 0).question
    assert "secret" not in side.html
    assert "secret" in side.with_hints


def test_templates_know_topics_tags_and_names() -> None:
    kind = imported("{{Deck}} {{Tags}} {{Card}} {{Type}}", "x")
    face = face_of(note(("Front", "q"), tags=("s3", "iam")), kind, 0, ("AWS", "STS"))
    assert face.question.html == "AWS::STS s3 iam Card Kind"


def test_sounds_are_named_and_not_written() -> None:
    asked = note(("Question", "hear [sound:a.mp3]"), ("Answer", "[sound:../b.mp3][sound:c.ogg]"))
    face = face_of(asked, BASIC, 0)
    assert (face.question.html.strip(), face.question.sounds) == ("hear", ("a.mp3",))
    assert (face.answer.html, face.answer.sounds) == ("", ("c.ogg",))


def test_a_style_sheet_is_cleaned() -> None:
    kind = imported("{{Front}}", "x", ".card { color: red; background: url(file:///x) }")
    assert face_of(note(("Front", "q")), kind, 0).css == ".card { color: red }"


def test_the_style_of_the_whole_card_stands_around_each_side() -> None:
    css = ".card { text-align: center; background: pink } .card b { color: red }"
    kind = imported("{{Front}}", "{{FrontSide}}<hr id=answer>{{Back}}", css)
    face = face_of(note(("Front", "q"), ("Back", "")), kind, 0)
    assert sides(face) == ('<div style="text-align: center">q</div>', "")
    assert "\nb { color: red }" in face.css


@pytest.mark.parametrize("kind", BUILT_IN, ids=lambda kind: kind.name)
@given(hostile=st.text(alphabet="<>&\"'/= ascriptimgon:{}#hrefvlu1", max_size=80))
def test_nothing_that_acts_gets_through(kind: Kind, hostile: str) -> None:
    bad = f"<img src=x onerror=alert(1)><script>bad()</script>{hostile}"
    face = face_of(note(*((name, bad) for name in kind.fields)), kind, 1)
    shown = (*sides(face), face.explanation, *(o.text + o.reason for o in face.options))
    assert not any("<script" in html or "onerror" in html for html in shown)


def test_endless_fields_are_cut_in_time() -> None:
    begun = time.process_time()
    face = face_of(
        note(("Question", "<p>x</p>" * 2_000_000), ("Answer", "word " * 2_000_000)), BASIC, 0
    )
    assert time.process_time() - begun < 1
    assert max(map(len, sides(face))) <= 2 * MAX_SHOWN


def test_endless_options_are_cut_in_time() -> None:
    begun = time.process_time()
    options = [Option("<b>x</b>" * 100_000, "<i>y</i>" * 100_000, right=True)] * 8
    face = face_of(note(("Question", "q"), *option_fields(options)), CHOICE, 0)
    assert time.process_time() - begun < 1
    assert max(len(option.text) for option in face.options) <= 2 * MAX_OPTION


def test_a_picture_inside_a_field_leaves_the_words_behind_it() -> None:
    inside = f'<img src="data:image/png;base64,{"A" * 300_000}">'
    face = face_of(note(("Question", f"{inside}Which?"), ("Answer", "a")), BASIC, 0)
    assert face.question.html == "Which?"


OPTIONS = st.lists(st.booleans().map(lambda pinned: Option("x", pinned=pinned)), max_size=8)


@given(options=OPTIONS, seed=st.integers())
def test_shuffled_options_are_all_there_and_pinned_ones_in_place(
    options: list[Option], seed: int
) -> None:
    order = option_order(options, seed)
    assert sorted(order) == list(range(len(options)))
    assert all(order[place] == place for place, each in enumerate(options) if each.pinned)


def test_a_seed_decides_the_order_and_seeds_differ() -> None:
    options = [Option(str(number)) for number in range(5)]
    orders = {option_order(options, seed) for seed in range(200)}
    assert option_order(options, 3) == option_order(options, 3)
    assert len(orders) > 60
    assert {order[0] for order in orders} == set(range(5))
