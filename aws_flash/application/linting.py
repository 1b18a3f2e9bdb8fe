"""Linting a file: read by whichever reader knows it, judged by the rules."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date
from pathlib import Path

from aws_flash.domain.exam import Exam
from aws_flash.domain.lint.finding import Report
from aws_flash.domain.lint.known import Known
from aws_flash.domain.lint.linting import lint_bundle
from aws_flash.domain.monitor import Unwatched
from aws_flash.formats.registry import reader_for
from aws_flash.formats.source import Source


def lint_file(path: Path, exams: Iterable[Exam], today: date) -> Report:
    """Return what is to be mended in the cards of a file or folder.

    Raises UserError where it cannot be read.
    """
    known = Known(
        today=today,
        domains={exam.code: frozenset(one.code for one in exam.domains) for exam in exams},
    )
    with Source(_deck_at(path)) as source:
        return lint_bundle(reader_for(source).read(source, Unwatched()), known)


def _deck_at(path: Path) -> Path:
    """Return the folder of a deck whose deck.json was named; any other path as it is."""
    return path.parent if path.name == "deck.json" else path
