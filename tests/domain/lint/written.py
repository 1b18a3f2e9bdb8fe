"""Notes as tests write them, and the rules that they break."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date

from aws_flash.domain.bundle import Bundle, BundledNote, BundledTopic, Problem
from aws_flash.domain.choice import Option, option_fields
from aws_flash.domain.kind import BUILT_IN, Kind
from aws_flash.domain.lint.customs import OURS, Customs
from aws_flash.domain.lint.finding import Finding, Report, Rule
from aws_flash.domain.lint.known import Known
from aws_flash.domain.lint.linting import lint_bundle, lint_note
from aws_flash.domain.provenance import Provenance, Source, Volatility

TODAY = date(2026, 11, 24)
SOURCED = Provenance(
    sources=(Source("A guide", "https://example.org/guide", "June 2026"),),
    checked_on=date(2026, 11, 1),
    exam="SCS-C03",
    domain="D4",
    volatility=Volatility.BEHAVIOUR,
    statements=("S01",),
)
KNOWN = Known(TODAY, domains={"SCS-C03": frozenset({"D1", "D4"})}, statements=frozenset({"S01"}))
BY_GUID = {kind.guid: kind for kind in BUILT_IN}


def note(
    kind: str, *texts: tuple[str, str], guid: str = "a", provenance: Provenance | None = SOURCED
) -> BundledNote:
    return BundledNote(guid, "t", kind, texts, provenance=provenance)


def basic(question: str, answer: str = "A role", explanation: str = "") -> BundledNote:
    texts = ("Question", question), ("Answer", answer), ("Explanation", explanation)
    return note("basic", *texts)


def reversed_pair(question: str, answer: str) -> BundledNote:
    return note("reversed", ("Question", question), ("Answer", answer))


def gap(text: str, explanation: str = "") -> BundledNote:
    return note("cloze", ("Text", text), ("Explanation", explanation))


def choice(question: str, *options: str, reasons: Iterable[str] = ()) -> BundledNote:
    """A choice; right options begin with a plus sign, and reasons stand in for their default."""
    given = [*reasons, *["It is so."] * len(options)]
    made = [
        Option(text.removeprefix("+"), reason, right=text.startswith("+"))
        for text, reason in zip(options, given, strict=False)
    ]
    return note("choice", ("Question", question), *option_fields(made))


def found(one: BundledNote, customs: Customs = OURS, known: Known = KNOWN) -> list[Finding]:
    return list(lint_note(one, BY_GUID[one.kind], known, customs))


def rules(one: BundledNote, customs: Customs = OURS, known: Known = KNOWN) -> set[Rule]:
    return {finding.rule for finding in found(one, customs, known)}


def deck(
    *notes: BundledNote,
    name: str = "AWS",
    kinds: tuple[Kind, ...] = (),
    problems: tuple[Problem, ...] = (),
    statements: tuple[str, ...] = (),
) -> Bundle:
    topics = (BundledTopic("t", None, "Topic", 1),)
    return Bundle(
        "d", name, "1", "", topics, notes, kinds, problems=problems, statements=statements
    )


def report(*notes: BundledNote, name: str = "AWS") -> Report:
    return lint_bundle(deck(*notes, name=name), KNOWN)
