from __future__ import annotations

import time

import pytest
from hypothesis import given
from hypothesis import strategies as st

from aws_flash.domain.template.problems import MAX_PROBLEMS, Fault, problems
from aws_flash.domain.template.syntax import MAX_TEMPLATE


@pytest.mark.parametrize(
    "template",
    [
        "{{Front}}",
        "{{#Front}}{{^Back}}x{{/Back}}{{/Front}}",
        "{{text:Front}}{{a:b}}",
        "{{Tags}}{{FrontSide}}{{#c1}}{{/c1}}",
        "{{! Nope }}",
        "<!-- {{Nope}} -->",
        "{{=<% %>=}}<%Front%>{{Nope}}",
    ],
)
def test_sound_templates_have_no_problems(template: str) -> None:
    assert problems(template, {"Front", "Back", "a:b"}) == ()


@pytest.mark.parametrize(
    ("template", "where", "why"),
    [
        ("{{Nope}}{{Nope}}", "{{Nope}}", Fault.UNKNOWN_FIELD),
        ("{{#Nope}}{{/Nope}}", "{{#Nope}}", Fault.UNKNOWN_FIELD),
        ("{{#Front}}", "{{#Front}}", Fault.NEVER_ENDED),
        ("{{/Front}}", "{{/Front}}", Fault.NEVER_BEGUN),
        ("x" * (MAX_TEMPLATE + 1), "", Fault.TOO_LONG),
    ],
)
def test_each_fault_is_found_once(template: str, where: str, why: Fault) -> None:
    assert problems(template, {"Front"}) == ((where, why),)


def test_crossed_sections_are_found_in_order() -> None:
    found = problems("{{#A}}{{^B}}{{/A}}{{/B}}", {"A", "B"})
    assert found == (("{{^B}}", Fault.NEVER_ENDED), ("{{/B}}", Fault.NEVER_BEGUN))


@given(st.lists(st.sampled_from(["{{#A}}", "{{/A}}", "{{^B}}", "{{/B}}"]), max_size=12))
def test_balanced_sections_and_only_they_have_no_problems(tags: list[str]) -> None:
    rest = template = "".join(tags)
    for _ in tags:
        rest = rest.replace("{{#A}}{{/A}}", "").replace("{{^B}}{{/B}}", "")
    assert (problems(template, {"A", "B"}) == ()) == (rest == "")


def test_many_problems_are_cut() -> None:
    begin = time.process_time()
    template = "".join(f"{{{{#n{number}}}}}{{{{/m{number}}}}}" for number in range(20_000))
    assert len(problems(template, set())) == MAX_PROBLEMS
    assert time.process_time() - begin < 2
