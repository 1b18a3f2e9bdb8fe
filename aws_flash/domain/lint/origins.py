"""Where a fact comes from and when that was checked: what is missing, stale or not known."""

from __future__ import annotations

from collections.abc import Iterator

from aws_flash.domain.lint.customs import Customs
from aws_flash.domain.lint.finding import Finding, Rule, quoted
from aws_flash.domain.lint.known import Known
from aws_flash.domain.lint.reading import ReadNote
from aws_flash.domain.provenance import Provenance
from aws_flash.domain.shelf_life import age_in_months, is_stale

_NOTHING = Provenance()


def no_source(note: ReadNote, customs: Customs) -> Iterator[Finding]:
    """Find notes without a source, in decks that name sources.

    Wozniak, rule 18 (provide sources).
    """
    if customs.sources and not _origin(note).sources:
        suggestion = "Name the page that says so: title, link, and its date as read."
        yield _about(note, Rule.NO_SOURCE, "sources", note.asked.text, suggestion)


def no_checked_on(note: ReadNote, customs: Customs) -> Iterator[Finding]:
    """Find notes without the day of their last check, in decks that tell it.

    Wozniak, rule 19 (provide date stamping).
    """
    if customs.days and _origin(note).checked_on is None:
        suggestion = "Compare the fact with its source today, and write down the day."
        yield _about(note, Rule.NO_CHECKED_ON, "checked_on", note.asked.text, suggestion)


def stale(note: ReadNote, known: Known) -> Iterator[Finding]:
    """Find facts that were last checked longer ago than their sort keeps.

    Wozniak, rule 19; the days are those of domain/shelf_life.
    """
    origin = _origin(note)
    if origin.checked_on and is_stale(origin, known.today, known.lives):
        months = age_in_months(origin.checked_on, known.today)
        suggestion = f"Checked {months} months ago. Look at the sources again."
        words = origin.checked_on.isoformat()
        yield _about(note, Rule.STALE, "checked_on", words, suggestion)


def unknown_domain(note: ReadNote, customs: Customs, known: Known) -> Iterator[Finding]:
    """Find notes whose domain their exam does not have, or that name none where others do.

    The issue's house rule: every card says which part of the exam asks for it.
    """
    origin = _origin(note)
    exam = origin.exam or known.exam
    codes = known.domains.get(exam)
    if codes is None or not customs.domains or origin.domain in codes:
        return
    suggestion = f"{exam} has the domains {', '.join(sorted(codes))}."
    yield _about(note, Rule.UNKNOWN_DOMAIN, "domain", origin.domain or "none", suggestion)


def unknown_statement(note: ReadNote, known: Known) -> Iterator[Finding]:
    """Find ids of statements that the deck does not declare.

    The issue's house rule: ids lead back to the material, so a slip leads nowhere.
    """
    unknown = [one for one in _origin(note).statements if one not in known.statements]
    if known.statements and unknown:
        suggestion = "The deck declares no such id: see “statements” in deck.json."
        words = ", ".join(unknown)
        yield _about(note, Rule.UNKNOWN_STATEMENT, "statements", words, suggestion)


def _origin(note: ReadNote) -> Provenance:
    return note.provenance or _NOTHING


def _about(note: ReadNote, rule: Rule, place: str, words: str, suggestion: str) -> Finding:
    return Finding(rule, note.guid, place, quoted(words), suggestion)
