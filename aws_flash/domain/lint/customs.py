"""What a deck does at all: rules about sources, reasons and the like hold only where it does."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from typing import Final

from aws_flash.domain.lint.reading import ReadNote


@dataclass(frozen=True, slots=True)
class Customs:
    """Whether any note of a deck has sources, days of checking, and so on."""

    sources: bool = True
    days: bool = True
    domains: bool = True
    reasons: bool = True
    alternatives: bool = True
    about_aws: bool = True


OURS: Final = Customs()
"""All of them: those of our own decks."""


def customs_of(notes: Iterable[ReadNote], *, about_aws: bool) -> Customs:
    """Look through all notes of a deck for what they have."""
    listed = list(notes)
    origins = [note.provenance for note in listed if note.provenance]
    return Customs(
        sources=any(origin.sources for origin in origins),
        days=any(origin.checked_on for origin in origins),
        domains=any(origin.domain for origin in origins),
        reasons=any(option.reason.text for note in listed for option in note.options),
        alternatives=any(picture.alt for note in listed for picture in note.pictures),
        about_aws=about_aws,
    )
