"""Which fields of a card are edited, by its family, and what they are called."""

from __future__ import annotations

from collections.abc import Iterable
from typing import NamedTuple

from aws_flash.domain.kind import Family
from aws_flash.ui.editor.words import tr


class FieldShown(NamedTuple):
    """A field by its `name`, and how it is labelled.

    A `needed` one must say something; `is_lines` holds one answer a line.
    """

    name: str
    label: str
    hint: str = ""
    least_lines: int = 1
    needed: bool = False
    is_lines: bool = False


def fields_shown(family: Family, names: Iterable[str]) -> tuple[FieldShown, ...]:
    """Return the fields to edit, from top to bottom; those of options are edited elsewhere."""
    listed = tuple(names)
    if family is Family.IMPORTED:
        return tuple(FieldShown(name, name) for name in listed)
    return tuple(field for field in _of(family) if field.name in listed)


def _of(family: Family) -> tuple[FieldShown, ...]:
    question = FieldShown("Question", tr("Question"), least_lines=2, needed=True)
    answer = FieldShown("Answer", tr("Answer"), least_lines=2, needed=True)
    explanation = FieldShown("Explanation", tr("Explanation"))
    if family is Family.CLOZE:
        return _gap_text(), explanation
    if family is Family.TYPED:
        return question, answer._replace(least_lines=1), _accepted(), explanation
    if family in (Family.CHOICE, Family.PICTURE):
        return question, explanation
    return question, answer, explanation


def _gap_text() -> FieldShown:
    hint = tr("A gap is written {{c1::like this}}, the next one {{c2::like that}}.")
    return FieldShown("Text", tr("Text with gaps"), hint, least_lines=3, needed=True)


def _accepted() -> FieldShown:
    hint = tr("One answer a line. Case, accents and punctuation never matter.")
    return FieldShown("Accepted", tr("Also right"), hint, is_lines=True)
