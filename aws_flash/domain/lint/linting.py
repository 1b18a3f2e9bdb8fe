"""All rules together: over one note, or over a whole deck."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Callable, Iterable, Iterator, Mapping
from typing import Final

from aws_flash.domain.bundle import Bundle, BundledNote
from aws_flash.domain.kind import BUILT_IN, Kind
from aws_flash.domain.lint import absolutes, guessing, options, origins, questions
from aws_flash.domain.lint.answers import answer_size
from aws_flash.domain.lint.customs import OURS, Customs, customs_of
from aws_flash.domain.lint.duplicates import near_duplicates
from aws_flash.domain.lint.finding import Finding, Report, Rule, quoted
from aws_flash.domain.lint.gaps import broken_cloze
from aws_flash.domain.lint.known import Known
from aws_flash.domain.lint.pictures import no_alt_text
from aws_flash.domain.lint.pronouns import pronoun
from aws_flash.domain.lint.reading import Form, ReadNote, form_of, read_note
from aws_flash.domain.lint.retired_names import retired_name
from aws_flash.domain.lint.silences import heard
from aws_flash.domain.lint.tendencies import favoured_letter, longest_right
from aws_flash.domain.plain_text import first_line
from aws_flash.domain.statement_ids import declared_ids

_ALWAYS: Final[tuple[Callable[[ReadNote], Iterator[Finding]], ...]] = (
    questions.long_question,
    questions.two_questions,
    questions.yes_no,
    questions.what_about,
    pronoun,
    answer_size,
    guessing.echoed,
    guessing.clanging,
    guessing.article,
    guessing.plural,
    options.right_not_said,
    options.not_parallel,
    absolutes.absolute_in_option,
    broken_cloze,
)
_AWS: Final = re.compile(r"\b(?:AWS|Amazon)\b")
_ABOUT_AWS: Final = 0.05
_MAX_TITLE: Final = 80


def lint_note(
    note: BundledNote, kind: Kind, known: Known, customs: Customs = OURS
) -> tuple[Finding, ...]:
    """Return what is to be mended on one note; silenced findings are left out.

    Rules that compare notes are silent here, so a silence of theirs counts as idle only in a deck.
    """
    read = read_note(note, form_of(kind))
    kept, _ = heard(read, _of_note(read, known, customs))
    return tuple(kept)


def lint_bundle(bundle: Bundle, known: Known) -> Report:
    """Return what is to be mended in a deck; `known` need not hold its exam and statements."""
    known = _with_deck(known, bundle)
    read = list(_read(bundle))
    customs = customs_of(read, about_aws=_is_about_aws(bundle, read))
    compared = _by_note(near_duplicates(read))
    findings = [*_of_deck(bundle, read, customs)]
    silenced = 0
    for note in read:
        kept, quiet = heard(note, [*_of_note(note, known, customs), *compared[note.guid]])
        findings += kept
        silenced += quiet
    titles = _titles(read, findings)
    return Report(bundle.name, len(bundle.notes), tuple(findings), silenced, titles)


def _of_note(note: ReadNote, known: Known, customs: Customs) -> Iterator[Finding]:
    for rule in _ALWAYS:
        yield from rule(note)
    yield from origins.no_source(note, customs)
    yield from origins.no_checked_on(note, customs)
    yield from origins.stale(note, known)
    yield from origins.unknown_domain(note, customs, known)
    yield from origins.unknown_statement(note, known)
    for holds, rule in (
        (customs.sources, absolutes.absolute_in_answer),
        (customs.reasons, options.no_reason),
        (customs.alternatives, no_alt_text),
        (customs.about_aws, retired_name),
    ):
        if holds:
            yield from rule(note)


def _of_deck(bundle: Bundle, read: list[ReadNote], customs: Customs) -> Iterator[Finding]:
    for problem in bundle.problems:
        suggestion = f"This was left out: {problem.why}."
        yield Finding(Rule.UNREADABLE, "", quoted(problem.where), quoted(problem.why), suggestion)
    if read and not customs.sources:
        suggestion = "No card says where its fact comes from. (Said once.)"
        yield Finding(Rule.NO_SOURCE, "", "sources", bundle.name, suggestion)
    if not customs.alternatives and any(note.pictures for note in read):
        suggestion = "No picture says what it shows to those who cannot see it. (Said once.)"
        yield Finding(Rule.NO_ALT_TEXT, "", "", bundle.name, suggestion)
    yield from longest_right(read)
    yield from favoured_letter(read)


def _with_deck(known: Known, bundle: Bundle) -> Known:
    return Known(
        today=known.today,
        lives=known.lives,
        domains=known.domains,
        exam=bundle.exam or known.exam,
        statements=declared_ids(bundle.statements) or known.statements,
    )


def _read(bundle: Bundle) -> Iterator[ReadNote]:
    """Read the notes whose kind is known."""
    kinds = (*BUILT_IN, *bundle.kinds)
    forms: Mapping[str, Form] = {kind.guid: form_of(kind) for kind in kinds}
    for note in bundle.notes:
        form = forms.get(note.kind)
        if form is not None:
            yield read_note(note, form)


def _is_about_aws(bundle: Bundle, read: list[ReadNote]) -> bool:
    """Tell whether a deck's name or one note in twenty speaks of AWS."""
    names = [bundle.name, bundle.description, *(topic.name for topic in bundle.topics)]
    if any(map(_AWS.search, names)):
        return True
    said = sum(any(_AWS.search(one.text) for one in note.passages()) for note in read)
    return said > _ABOUT_AWS * len(read)


def _by_note(findings: Iterable[Finding]) -> Mapping[str, list[Finding]]:
    sorted_out: dict[str, list[Finding]] = defaultdict(list)
    for finding in findings:
        sorted_out[finding.note].append(finding)
    return sorted_out


def _titles(read: Iterable[ReadNote], findings: Iterable[Finding]) -> Mapping[str, str]:
    named = {guid for one in findings for guid in (one.note, one.other)}
    return {
        note.guid: first_line(note.fields.get(note.asked.place, ""), _MAX_TITLE)
        for note in read
        if note.guid in named
    }
