"""Findings that a card leaves out with a reason, and silences that leave out nothing."""

from __future__ import annotations

from collections.abc import Iterable

from aws_flash.domain.lint.finding import Finding, Rule, quoted
from aws_flash.domain.lint.reading import ReadNote

_KNOWN = frozenset(rule.value for rule in Rule)


def heard(note: ReadNote, findings: Iterable[Finding]) -> tuple[list[Finding], int]:
    """Return the findings of one note that are not silenced, and how many are.

    The issue's house rule: a rule may be broken on purpose, with a reason. A silence for a rule
    that does not exist, or that the card does not break, is a finding itself, and cannot be
    silenced.
    """
    found = list(findings)
    silenced = note.provenance.silenced if note.provenance else ()
    quiet = {one.rule for one in silenced}
    kept = [finding for finding in found if finding.rule not in quiet]
    broken = {finding.rule.value for finding in found}
    for one in silenced:
        if one.rule not in _KNOWN:
            suggestion = f"There is no such rule. The rules are {', '.join(sorted(_KNOWN))}."
            kept.append(_about(note, Rule.UNKNOWN_SILENCE, one.rule, suggestion))
        elif one.rule not in broken:
            suggestion = "The card does not break this rule. Take the silence away."
            kept.append(_about(note, Rule.IDLE_SILENCE, one.rule, suggestion))
    return kept, sum(finding.rule in quiet for finding in found)


def _about(note: ReadNote, rule: Rule, words: str, suggestion: str) -> Finding:
    return Finding(rule, note.guid, "silenced", quoted(words), suggestion)
