"""Kinds: the built-in ones, and what no kind may be."""

from __future__ import annotations

from dataclasses import replace
from typing import Any

import pytest

from aws_flash.domain.kind import BASIC, BUILT_IN, CHOICE, MAX_OPTIONS, Family
from aws_flash.domain.template.problems import problems


def test_there_is_one_built_in_kind_of_every_family_but_imported() -> None:
    assert {kind.family for kind in BUILT_IN} == set(Family) - {Family.IMPORTED}
    assert len({kind.id for kind in BUILT_IN}) == len({kind.guid for kind in BUILT_IN}) == 6


def test_the_templates_of_the_text_kinds_name_fields_that_are_there() -> None:
    for kind in BUILT_IN:
        if kind.family not in {Family.PICTURE, Family.CHOICE}:  # their answers have no template
            for template in kind.templates:
                assert problems(template.question + template.answer, kind.fields) == ()


def test_a_choice_has_a_reason_for_each_of_its_options() -> None:
    assert sum(name.startswith("Option ") for name in CHOICE.fields) == MAX_OPTIONS
    assert sum(name.startswith("Reason ") for name in CHOICE.fields) == MAX_OPTIONS


@pytest.mark.parametrize(
    ("faulty", "why"),
    [
        ({"fields": ()}, "needs a field"),
        ({"templates": ()}, "and a template"),
        ({"fields": ("Question", "Answer", "Question")}, "twice"),
    ],
)
def test_a_kind_that_could_show_nothing_or_is_ambiguous_is_refused(
    faulty: dict[str, Any], why: str
) -> None:
    with pytest.raises(ValueError, match=why):
        replace(BASIC, **faulty)
