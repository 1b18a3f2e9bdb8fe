"""Clean HTML in the words of Qt's documents: sizes in pixels, lines of their own, boxes."""

from __future__ import annotations

import time

import pytest
from hypothesis import given
from hypothesis import strategies as st

from aws_flash.domain.html.open_elements import MAX_TABLE_DEPTH
from aws_flash.domain.html.sanitise import clean
from aws_flash.domain.plain_text import plain
from aws_flash.ui.card.qt_html import CODE_BOX, for_qt
from tests.domain.hostile import HTML, Judge


@pytest.mark.parametrize(
    ("html", "rewritten"),
    [
        ('<p style="font-size: 20px">a</p>', '<p style="font-size: 40px">a</p>'),
        ('<p style="font-size: 15pt">a</p>', '<p style="font-size: 40px">a</p>'),
        ('<p style="font-size: 1.5em">a</p>', '<p style="font-size: 60px">a</p>'),
        ('<p style="font-size: large">a</p>', '<p style="font-size: 48px">a</p>'),
        ('<p style="margin-left: 2em">a</p>', '<p style="margin-left: 80px">a</p>'),
        (
            '<p style="font-size: 30px">a<span style="font-size: 50%">b</span></p>',
            '<p style="font-size: 60px">a<span style="font-size: 30px">b</span></p>',
        ),
        (
            '<div style="font-size: 10px"><h1>a</h1></div>',
            '<p style="font-weight: bold; font-size: 40px">a</p>'.join(
                ['<div style="font-size: 20px">', "</div>"]
            ),
        ),
        ('<p style="color: red; width: 50%">a</p>', '<p style="color: red; width: 50%">a</p>'),
        ('<h1 class="x">a</h1>', '<h1 class="x">a</h1>'),
        ('<img src="a.png" style="width: 30px">', '<img src="a.png" style="width: 30px">'),
    ],
)
def test_sizes_become_pixels_at_the_text_size(html: str, rewritten: str) -> None:
    assert for_qt(html, 2) == rewritten


def test_letters_keep_a_size_that_can_be_read() -> None:
    html = '<b style="font-size: 50%">' * 9 + "a" + "</b>" * 9
    assert 'size: 6px">a' in for_qt(html, 1)
    html = '<b style="font-size: 5em">' * 9 + "a" + "</b>" * 9
    assert 'size: 120px">a' in for_qt(html, 1)


@pytest.mark.parametrize(
    ("html", "rewritten"),
    [
        ("<div>a</div>b <b>c</b><p>d</p>", "<div>a</div><div>b <b>c</b></div><p>d</p>"),
        ('<p>a</p><img src="x">', '<p>a</p><div><img src="x"></div>'),
        ("<ul><li>a</li></ul>\n<b>c</b>", "<ul><li>a</li></ul>\n<div><b>c</b></div>"),
        ("<b><div>a</div>b</b>c", "<b><div>a</div><div>b</div></b>c"),
        ("<div>a</div>\n<div>b</div>\n", "<div>a</div>\n<div>b</div>\n"),
        ("a<div>b</div>", "a<div>b</div>"),
    ],
)
def test_what_follows_a_block_begins_a_line(html: str, rewritten: str) -> None:
    assert for_qt(html, 1) == rewritten


def test_tables_say_widths_and_alignment_as_attributes() -> None:
    html = clean(
        '<div style="text-align: center"><table style="width: 60%"><tr><td width="30">a</td>'
        '<td style="width: 50px; text-align: left">b</td><th>c</th></tr></table></div>'
    )
    assert for_qt(html, 2) == (
        '<div style="text-align: center"><table width="60%"><tbody><tr>'
        '<td width="60" align="center">a</td><td width="100" style="text-align: left">b</td>'
        "<th>c</th></tr></tbody></table></div>"
    )


def test_few_fonts_are_looked_for() -> None:
    names = [f"f{chr(97 + n // 26)}{chr(97 + n % 26)}" for n in range(300)]
    html = "".join(
        f'<b style="font-family: {name}">x</b><font face="{name}">y</font>' for name in names
    )
    shown = for_qt(clean(html), 1)
    assert shown.count("font-family") == shown.count("face=") == 20


def test_marked_text_has_a_ground() -> None:
    html = for_qt('<mark style="color: red">a</mark>', 1)
    assert html == '<span style="background-color: #fff3a3; color: red">a</span>'


def test_a_block_with_edges_becomes_a_box() -> None:
    html = for_qt(
        '<div class="k" style="border: 1px solid red; margin-top: 3px">a<p>b</p></div>c', 1
    )
    assert html == (
        '<table width="100%" cellspacing="0" style="border: none; margin-top: 3px"><tbody><tr>'
        '<td class="k" style="border: 1px solid red; padding: 0px">a<p>b</p>'
        "</td></tr></tbody></table><div>c</div>"
    )


def test_a_block_of_code_stands_in_a_box() -> None:
    assert for_qt("<pre>a\n  b</pre>c", 2) == (
        '<table width="100%" cellspacing="0" style="border: none"><tbody><tr>'
        f'<td class="{CODE_BOX}" style="border: none; padding: 20px"><pre>a\n  b</pre>'
        "</td></tr></tbody></table><div>c</div>"
    )


def test_boxes_and_tables_together_are_not_too_deep() -> None:
    box = '<div style="padding: 1px">'
    html = clean(box * 9 + "<table><tr><td>" * 2 + box * 9 + "core")
    judge = Judge(for_qt(html, 1))
    assert judge.table_depth == MAX_TABLE_DEPTH
    assert judge.text == "core"


@pytest.mark.parametrize("style", ["border: none", "padding: 0", "border-collapse: collapse"])
def test_a_block_without_edges_stays_a_block(style: str) -> None:
    assert for_qt(f'<div style="{style}">a</div>', 1).startswith("<div")


@given(HTML, st.sampled_from([0.8, 1, 1.5, 2]))
def test_any_card_stays_harmless_with_all_its_words(html: str, scale: float) -> None:
    cleaned = clean(html)
    shown = for_qt(cleaned, scale)
    judge = Judge(shown)
    assert judge.faults == []
    assert judge.table_depth <= MAX_TABLE_DEPTH
    assert "".join(judge.text.split()) == "".join(Judge(cleaned).text.split())
    assert plain(shown).split() == plain(cleaned).split()


def test_the_largest_card_is_rewritten_in_time() -> None:
    cleaned = clean('<div style="font-size: 1.1em; border: 1px solid red">x</div>' * 20_000)
    begin = time.process_time()
    for_qt(cleaned, 1.5)
    assert time.process_time() - begin < 1
