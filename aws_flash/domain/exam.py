"""An exam: its domains and their weights, since when it holds, and how sure we are of that."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from aws_flash.domain.provenance import Source


@dataclass(frozen=True, slots=True)
class ExamDomain:
    """A part of an exam: "D4", its name, and its share of the scored questions in percent."""

    code: str
    name: str
    weight: int


@dataclass(frozen=True, slots=True)
class Exam:
    """An exam in one version.

    `since` is the first day on which it could be taken, `as_of` the day we last looked; `certainty`
    says in a sentence how far the sources carry.
    """

    code: str
    name: str
    since: date
    domains: tuple[ExamDomain, ...]
    sources: tuple[Source, ...]
    certainty: str
    as_of: date

    def __post_init__(self) -> None:
        """Refuse domains that are no whole."""
        if sum(domain.weight for domain in self.domains) != 100:
            msg = f"the weights of {self.code} do not add up to 100"
            raise ValueError(msg)
        if len({domain.code for domain in self.domains}) != len(self.domains):
            msg = f"{self.code} has a domain twice"
            raise ValueError(msg)
