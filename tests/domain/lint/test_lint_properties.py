"""The linter takes whatever a file may hold."""

from __future__ import annotations

from time import process_time

import pytest
from hypothesis import given

from aws_flash.domain.bundle import Bundle
from aws_flash.domain.lint.linting import lint_bundle
from tests.domain.lint.written import KNOWN, basic, choice, found, gap
from tests.formats.native_strategies import bundles

PIECES = ["what and ", "it is ", "e.g. ", "A. x\n", "{{c1::", r"\(", "<img ", "a, ", "[", "ab__ "]


@given(bundles())
def test_every_finding_names_a_note_of_the_deck_and_says_what_to_do(bundle: Bundle) -> None:
    report = lint_bundle(bundle, KNOWN)
    guids = {note.guid for note in bundle.notes} | {""}
    for finding in report.findings:
        assert {finding.note, finding.other} <= guids
        assert finding.suggestion
        assert len(finding.words) <= 120
    assert report.titles.keys() <= guids


@pytest.mark.parametrize("piece", PIECES)
def test_a_hostile_text_takes_no_long_time(piece: str) -> None:
    text = piece * (100_000 // len(piece))
    begin = process_time()
    for card in (basic(text, text, text), gap(text), choice(text, f"+{text}", text, "x")):
        found(card)
    assert process_time() - begin < 10
