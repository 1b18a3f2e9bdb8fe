"""Pictures that say nothing to those who cannot see them."""

from __future__ import annotations

from collections.abc import Iterator

from aws_flash.domain.lint.finding import Finding, Rule, quoted
from aws_flash.domain.lint.reading import ReadNote


def no_alt_text(note: ReadNote) -> Iterator[Finding]:
    """Find pictures without alternative text.

    The issue's house rule, after WCAG 2.2, 1.1.1 (non-text content).
    """
    for picture in note.pictures:
        if not picture.alt:
            suggestion = "Say what the picture shows, without the answer."
            words = quoted(picture.name)
            yield Finding(Rule.NO_ALT_TEXT, note.guid, picture.place, words, suggestion)
