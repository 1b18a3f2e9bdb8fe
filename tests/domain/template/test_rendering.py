from __future__ import annotations

from collections.abc import Mapping

import pytest
from hypothesis import given
from hypothesis import strategies as st

from aws_flash.domain.html.sanitise import clean
from aws_flash.domain.template.rendering import (
    MAX_RENDERED,
    RenderContext,
    card_is_empty,
    expected_answer,
    is_blank,
    render,
)
from tests.domain.hostile import Judge

FIELDS = {
    "Front": "<b>f</b>",
    "Back": "b &amp; c",
    "Empty": "<br>&nbsp;",
    "Text": "x {{c1::one::hint}} {{c2::two}}",
    "Odd (1) — ü?": "odd",
    "a:b": "colon",
    "Kana": "日本[にほん] 語[ご]",
}
CONTEXT = RenderContext(
    front_side="front [sound:a.mp3]",
    tags=("iam", "s3<"),
    topics=("AWS", "Security"),
    card_name="Card 1",
    kind_name="Basic",
    flag=2,
)
ANSWER = RenderContext("answer", ordinal=1, front_side="front [sound:a.mp3]")


def rendered(template: str, context: RenderContext = CONTEXT) -> str:
    return render(template, FIELDS, context)


@pytest.mark.parametrize(
    ("template", "html"),
    [
        ("a {{Front}} z", "a <b>f</b> z"),
        ("{{ Front }}|{{Front}}", "<b>f</b>|<b>f</b>"),
        ("{{{Front}}}", "<b>f</b>"),
        ("{{&Front}}", "<b>f</b>"),
        ("{{Odd (1) — ü?}}{{a:b}}", "oddcolon"),
        ("{{#Front}}yes{{/Front}}{{^Front}}no{{/Front}}", "yes"),
        ("{{#Empty}}yes{{/Empty}}{{^Empty}}no{{/Empty}}", "no"),
        ("{{#Front}}{{#Empty}}a{{/Empty}}b{{/Front}}", "b"),
        ("{{^Missing}}none{{/Missing}}", "none"),
        ("{{text:Back}}{{text:Front}}", "b &amp; cf"),
        ("{{tts en_US voices=x:Front}}", "<b>f</b>"),
        ("{{furigana:Kana}}", "<ruby>日本<rt>にほん</rt></ruby><ruby>語<rt>ご</rt></ruby>"),
        ("{{kanji:Kana}}/{{kana:Kana}}", "日本語/にほんご"),
        ("a{{! a remark }}b<!-- {{Front}} -->c", "abc"),
        ("{{=<% %>=}}<%Front%>{{Front}}<%={{ }}=%>{{Back}}", "<b>f</b>{{Front}}b &amp; c"),
        ("{{Tags}}|{{Deck}}|{{Subdeck}}", "iam s3&lt;|AWS::Security|Security"),
        ("{{Card}}|{{Type}}|{{CardFlag}}", "Card 1|Basic|flag2"),
        ("{{FrontSide}}", ""),
        ("a }} b {{ c", "a }} b {{ c"),
        ("{{}}", "{{}}"),
        ("", ""),
    ],
)
def test_a_question_is_rendered(template: str, html: str) -> None:
    assert rendered(template) == html


def test_the_answer_repeats_the_question_without_its_sound() -> None:
    assert rendered("{{FrontSide}}<hr>{{Back}}", ANSWER) == "front <hr>b &amp; c"


def test_what_the_note_has_not_stays_readable() -> None:
    assert rendered("{{text:No<pe}}") == '<span class="missing">{{text:No&lt;pe}}</span>'


@pytest.mark.parametrize(
    ("template", "html"),
    [
        ("{{#Front}}a", "a"),
        ("a{{/Front}}b", "ab"),
        ("{{#Front}}a{{#Back}}b{{/Front}}c{{/Back}}d", "abcd"),
        ("{{#Front}}{{#Empty}}a{{/z}}b{{/Front}}c", "c"),
    ],
)
def test_sections_that_do_not_match_show_what_they_can(template: str, html: str) -> None:
    assert rendered(template) == html


def test_holes_are_asked_for_one_by_one() -> None:
    first = RenderContext(ordinal=1)
    assert rendered("{{cloze:Text}}", first) == 'x <span class="cloze">[hint]</span> two'
    assert rendered("{{cloze:Text}}", ANSWER) == 'x <span class="cloze">one</span> two'
    assert rendered("{{text:cloze:Text}}", first) == "x [hint] two"
    assert rendered("{{cloze:Text}}") == "x one two"


def test_a_field_without_the_hole_asked_for_shows_nothing() -> None:
    assert rendered("{{cloze:Text}}{{cloze:Front}}", RenderContext(ordinal=3)) == ""


def test_sections_can_ask_for_the_number_of_the_hole() -> None:
    assert (
        rendered("{{#c1}}one{{/c1}}{{#c2}}two{{/c2}}{{^c2}}not two{{/c2}}", ANSWER) == "onenot two"
    )


def test_a_hint_shows_once_it_was_opened() -> None:
    closed = rendered("{{Front}}{{hint:Back}}{{hint:Empty}}")
    assert closed == '<b>f</b><a class="hint" href="#hint-q9">Back</a>'
    assert clean(closed) == closed
    opened = RenderContext(open_hints=frozenset({"hint-q9"}))
    assert rendered("{{Front}}{{hint:Back}}", opened) == '<b>f</b><div class="hint">b &amp; c</div>'
    assert "#hint-a9" in rendered("{{Front}}{{hint:Back}}", ANSWER)


def test_what_is_to_be_typed_is_plain_text() -> None:
    assert expected_answer("{{Front}}{{type:Back}}", FIELDS, CONTEXT) == "b & c"
    assert expected_answer("{{type:cloze:Text}}", FIELDS, ANSWER) == "one"
    assert expected_answer("{{type:Empty}}{{Front}}", FIELDS, CONTEXT) is None
    assert expected_answer("{{#Empty}}{{type:Back}}{{/Empty}}", FIELDS, CONTEXT) is None


def test_a_typed_answer_is_compared_on_the_answer_only() -> None:
    assert rendered("{{Front}}{{type:Back}}") == "<b>f</b>"
    assert rendered("{{type:Back}}", ANSWER) == '<span class="typed">b &amp; c</span>'
    typed = RenderContext("answer", typed="b and c")
    assert rendered("{{type:Back}}", typed) == '<span class="typed-same">b &amp; c</span>'


@pytest.mark.parametrize(
    "template",
    ["{{Front}}", "{{^Empty}}{{Front}}{{/Empty}}", "{{type:Back}}", "{{hint:Front}}", "{{a:b}}"],
)
def test_a_field_with_something_in_it_makes_a_card(template: str) -> None:
    assert not card_is_empty(template, FIELDS)


@pytest.mark.parametrize(
    "template",
    ["", "only words", "{{Empty}}", "{{#Empty}}{{Front}}{{/Empty}}", "{{Tags}}{{Missing}}",
     "{{#c1}}{{Front}}{{/c1}}", "<!-- {{Front}} -->"],
)  # fmt: skip
def test_nothing_else_makes_a_card(template: str) -> None:
    assert card_is_empty(template, FIELDS)


def test_a_section_of_a_hole_counts_for_its_card() -> None:
    assert not card_is_empty("{{#c1}}{{Front}}{{/c1}}", FIELDS, ordinal=1)


@pytest.mark.parametrize("html", ["", " \n", "<br>", "<div><br /></div>", "&nbsp;\xa0<p></p>"])
def test_blank_fields(html: str) -> None:
    assert is_blank(html)
    assert not is_blank(html + "0")
    assert not is_blank(html + '<img src="a.png">')


_TEMPLATES = st.lists(
    st.sampled_from(
        ["{{", "}}", "{{#A}}", "{{/A}}", "{{^B}}", "{{/B}}", "{{A}}", "{{cloze:A}}", "{{type:A}}",
         "{{hint:B}}", "{{text:A}}", "{{FrontSide}}", "{{=<% %>=}}", "<%A%>", "{{!", "<!--", "-->",
         "{{=a b=}}", "{{nope}}", "{", "}", "text", "{{c1::x}}", "{{type:cloze:A}}", "{{::}}"]
    ),
    max_size=25,
).map("".join)  # fmt: skip
_VALUES = st.dictionaries(
    st.sampled_from(["A", "B", "nope", ""]),
    st.one_of(st.text(max_size=9), st.sampled_from(["", "<br>", "{{c1::a}}", "{{A}}"])),
)


@given(_TEMPLATES, _VALUES, st.sampled_from([CONTEXT, ANSWER]))
def test_any_template_renders_and_says_whether_it_is_empty(
    template: str, fields: Mapping[str, str], context: RenderContext
) -> None:
    html = render(template, fields, context)
    assert len(html) <= MAX_RENDERED
    assert Judge(clean(html)).faults == []
    if card_is_empty(template, dict.fromkeys(fields, "")):
        assert expected_answer(template, dict.fromkeys(fields, ""), context) is None


@given(st.text(max_size=20), st.text(max_size=20))
def test_fields_are_never_read_as_templates(before: str, after: str) -> None:
    html = render("{{A}}", {"A": f"{before}{{{{B}}}}{after}", "B": "SECRET"}, CONTEXT)
    assert html == f"{before}{{{{B}}}}{after}"
