"""Our kinds as note types of Anki: their templates show every field, and they are known again."""

from __future__ import annotations

import re

import pytest

from aws_flash.domain.kind import BUILT_IN
from aws_flash.formats.apkg.own_kinds import OWN, OwnKind, own_kind

EACH = pytest.mark.parametrize("own", OWN, ids=lambda own: own.kind.guid)
INNER = frozenset({"Right", "Pinned", "Parts"})
"""Fields that steer how others are shown; "Pinned" has nothing to steer where nothing moves."""


def fields_of(template: str) -> set[str]:
    return {name.split(":")[-1] for name in re.findall(r"\{\{[#/]?([^{}]+)\}\}", template)}


def test_each_kind_of_ours_has_a_note_type_with_an_id_of_its_own() -> None:
    assert [own.kind for own in OWN] == list(BUILT_IN)
    assert len({own.id for own in OWN}) == len(OWN)


@EACH
def test_the_answer_shows_every_field_and_no_other(own: OwnKind) -> None:
    for template in own.templates:
        shown = fields_of(template.answer)
        assert shown <= set(own.fields)
        assert set(own.fields) - shown <= INNER


@EACH
def test_the_question_tells_nothing_that_comes_later(own: OwnKind) -> None:
    for template in own.templates:
        hidden = {name for name in own.fields if name.startswith(("Reason", "Explan", "Source"))}
        assert not fields_of(template.question) & hidden


@EACH
def test_it_is_known_again_under_the_name_that_anki_gives_a_second_one(own: OwnKind) -> None:
    assert own_kind(f"{own.name}+", own.fields) is own.kind


@EACH
def test_with_a_field_more_it_is_a_kind_of_the_users(own: OwnKind) -> None:
    assert own_kind(own.name, (*own.fields, "Mine")) is None
