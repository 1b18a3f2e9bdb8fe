"""The exams that come with the program."""

from __future__ import annotations

from datetime import date
from pathlib import Path

import pytest

from aws_flash.application.exams import read_exams
from aws_flash.domain.exam import Exam, ExamDomain
from aws_flash.resources import resource


def test_the_security_exam_has_six_domains_with_their_source_and_how_sure_it_is() -> None:
    (exam,) = read_exams(resource("exams"))
    assert (exam.code, exam.since) == ("SCS-C03", date(2025, 12, 2))
    assert [domain.code for domain in exam.domains] == ["D1", "D2", "D3", "D4", "D5", "D6"]
    assert exam.sources
    assert exam.certainty
    assert exam.as_of >= exam.since


def test_there_may_be_no_exams(tmp_path: Path) -> None:
    assert read_exams(tmp_path) == ()


@pytest.mark.parametrize("weights", [(50, 49), (100, 100)])
def test_domains_that_are_no_whole_are_refused(weights: tuple[int, int]) -> None:
    domains = tuple(ExamDomain(f"D{n}", "Domain", weight) for n, weight in enumerate(weights))
    with pytest.raises(ValueError, match="100"):
        Exam("X", "Exam", date(2026, 1, 1), domains, (), "Sure.", date(2026, 1, 1))


def test_a_domain_twice_is_refused() -> None:
    twice = (ExamDomain("D1", "One", 50), ExamDomain("D1", "Two", 50))
    with pytest.raises(ValueError, match="twice"):
        Exam("X", "Exam", date(2026, 1, 1), twice, (), "Sure.", date(2026, 1, 1))
