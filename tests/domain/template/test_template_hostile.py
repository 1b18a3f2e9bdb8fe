from __future__ import annotations

import time

import pytest

from aws_flash.domain.html.sanitise import clean
from aws_flash.domain.template.rendering import MAX_RENDERED, RenderContext, card_is_empty, render
from tests.domain.hostile import Judge

DEEP = 20_000
BOMBS = {
    "nested sections": "{{#A}}" * DEEP + "core" + "{{/A}}" * DEEP,
    "nested other sections": "".join(f"{{{{^x{i}}}}}" for i in range(DEEP)) + "core{{/y}}" * DEEP,
    "unclosed sections": "core" + "{{#A}}" * 160_000,
    "unopened sections": "core" + "{{/A}}" * 160_000,
    "open braces": "core" + "{" * 1_000_000,
    "closing braces": "core" + "}" * 1_000_000,
    "open comments": "core" + "<!--" * 250_000,
    "comments in tags": "core" + "<!---->" * 100_000 + "}}",
    "a big field often": "core" + "{{Big}}" * 100_000,
    "a big field through filters": "core" + "".join(
        f"{{{{text:{'cloze:' * i}Big}}}}" for i in range(200)
    ),
    "delimiters": "core" + "{{=a b=}}a={{ }}=b" * 50_000,
}  # fmt: skip


@pytest.mark.parametrize("bomb", BOMBS)
def test_template_bombs_are_defused_in_time(bomb: str) -> None:
    fields = {"A": "a", "Big": "<i>big</i> " * 20_000}
    begin = time.process_time()
    html = render(BOMBS[bomb], fields, RenderContext())
    card_is_empty(BOMBS[bomb], fields)
    taken = time.process_time() - begin
    assert "core" in html
    assert len(html) <= MAX_RENDERED
    assert taken < 3  # half of that at most when nothing else runs


@pytest.mark.parametrize(
    "hostile",
    [
        "<img src=file:///etc/passwd>", "<img src=http://x/y.png>", "<script>alert(1)</script>",
        "<a href='javascript:alert(1)'>x</a>", "<p style='background:url(file:///x)'>x</p>",
        "<svg><image href='file:///etc/passwd'/></svg>", "<iframe src=http://x></iframe>",
    ],
)  # fmt: skip
@pytest.mark.parametrize(
    ("template", "field"),
    [
        ("{}", "x"),
        ("{{{{A}}}}", "{}"),
        ("{{{{#A}}}}{{{{A}}}}{{{{/A}}}}", "{}"),
        ("{{{{cloze:A}}}}", "{{{{c1::{}::{}}}}}"),
        ("{{{{hint:A}}}}", "{}"),
        ("{{{{type:A}}}}", "{}"),
        ("{{{{text:A}}}}", "{}"),
        ("{{{{FrontSide}}}}", "x"),
        ('<div title="{{{{A}}}}">', '">{}'),
        ("<img src=\"{{{{A}}}}\">", "file:///etc/passwd"),
        ("{{{{{}}}}}", "x"),
    ],
)  # fmt: skip
def test_nothing_hostile_comes_through_a_template(template: str, field: str, hostile: str) -> None:
    fields = {"A": field.replace("{}", hostile).replace("{{", "{").replace("}}", "}")}
    context = RenderContext("answer", ordinal=1, front_side=hostile, typed=hostile)
    judge = Judge(clean(render(template.format(hostile), fields, context)))
    assert judge.faults == []
