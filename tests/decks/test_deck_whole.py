"""The deck as a whole: every statement taught, identities for ever, clean by our own linter."""

from __future__ import annotations

import re
from collections import Counter
from datetime import date
from pathlib import Path

from aws_flash.application.exams import read_exams
from aws_flash.application.linting import lint_file
from aws_flash.domain.kind import BUILT_IN
from aws_flash.domain.ordinals import ordinals_of
from aws_flash.domain.statement_ids import declared_ids
from aws_flash.formats.native.reading import read_folder
from aws_flash.resources import resource

DECK = read_folder(resource("decks", "aws-security"))
GUIDS = Path(__file__).with_name("guids.txt").read_text().split()
KINDS = {kind.guid: kind for kind in BUILT_IN}
CARDS = {note.guid: len(ordinals_of(note.fields, KINDS[note.kind])) for note in DECK.notes}
CHECKED = date(2026, 11, 24)


def of_kind(kind: str) -> int:
    return sum(CARDS[note.guid] for note in DECK.notes if note.kind == kind)


def test_it_has_cards_for_some_weeks_and_no_more() -> None:
    assert 180 <= sum(CARDS.values()) <= 260


def test_exam_style_and_plain_questions_are_both_there_in_number() -> None:
    assert of_kind("choice") >= 40
    asked_plainly = of_kind("basic") + of_kind("reversed")
    assert 0.25 <= asked_plainly / sum(CARDS.values()) <= 0.45


def test_every_statement_of_the_notes_is_taught() -> None:
    taught = {
        statement
        for note in DECK.notes
        if note.provenance is not None
        for statement in note.provenance.statements
    }
    assert declared_ids(DECK.statements) == taught
    assert len(taught) == 153


def test_what_has_an_identity_keeps_it() -> None:
    """A guid that changes or goes would cost learners their progress: set cards aside instead."""
    here = {DECK.guid, *(t.guid for t in DECK.topics), *(n.guid for n in DECK.notes)}
    assert here == set(GUIDS)


def test_our_own_linter_finds_nothing_and_few_findings_are_silenced() -> None:
    report = lint_file(resource("decks", "aws-security"), read_exams(resource("exams")), CHECKED)
    assert [(one.rule, one.note, one.words) for one in report.findings] == []
    assert report.silenced <= 10


def test_look_alikes_stand_side_by_side_and_lead_to_each_other() -> None:
    groups = Counter(
        note.provenance.confusable for note in DECK.notes if note.provenance is not None
    )
    del groups[""]
    assert len(groups) >= 20
    linked = sum(bool(n.provenance and n.provenance.see_also) for n in DECK.notes)
    assert linked >= len(DECK.notes) / 2


def test_the_description_says_what_the_deck_is_not() -> None:
    assert re.search("incident response", DECK.description)
    assert re.search("not as a whole course", DECK.description)
