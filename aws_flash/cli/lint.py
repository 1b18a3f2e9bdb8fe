"""`aws-flash lint`: looks through cards for what makes them hard to learn."""

from __future__ import annotations

from collections import Counter
from itertools import groupby
from pathlib import Path
from typing import TYPE_CHECKING, Any

import click

from aws_flash.cli.exit_code import ExitCode
from aws_flash.cli.invocation import Invocation, answer, json_option
from aws_flash.cli.text import counted

if TYPE_CHECKING:
    from aws_flash.domain.lint.finding import Finding, Report


@click.command
@click.argument("path", metavar="FILE-OR-FOLDER", type=click.Path(path_type=Path))
@json_option
@click.pass_obj
def lint(invocation: Invocation, path: Path, *, as_json: bool) -> ExitCode:
    """Look for cards that are hard to learn, easy to guess, out of date or without a source.

    Nothing is changed, and no profile is opened. Exit code 3 says that something was found, 1 that
    the file could not be read. A card may silence a rule with a reason; such findings are counted.

    The JSON is an object: deck; clean; notes, how many were looked at; silenced; counts by rule;
    findings, a list of rule, note (its guid, empty for the deck as a whole), title, ordinal (null
    unless it is about one of several cards), place, words, suggestion and other (the guid of the
    other note, where there are two).
    """
    report = invocation.program.lint(path)
    answer(_as_json(report) if as_json else None, _as_text(report))
    return ExitCode.DONE_IN_PART if report.findings else ExitCode.DONE


def _as_json(report: Report) -> dict[str, Any]:
    return {
        "deck": report.deck,
        "clean": not report.findings,
        "notes": report.notes,
        "silenced": report.silenced,
        "counts": _counts(report),
        "findings": [_finding_as_json(one, report) for one in report.findings],
    }


def _finding_as_json(finding: Finding, report: Report) -> dict[str, Any]:
    return {
        "rule": finding.rule.value,
        "note": finding.note,
        "title": report.titles.get(finding.note, ""),
        "ordinal": finding.ordinal,
        "place": finding.place,
        "words": finding.words,
        "suggestion": finding.suggestion,
        "other": finding.other,
    }


def _as_text(report: Report) -> str:
    blocks = [
        "\n".join([_heading(note, report), *(_finding_text(one) for one in found)])
        for note, found in groupby(report.findings, lambda finding: finding.note)
    ]
    return "\n\n".join([*blocks, _ending(report)])


def _heading(note: str, report: Report) -> str:
    return f"{note}  {report.titles.get(note, '')}" if note else report.deck


def _finding_text(finding: Finding) -> str:
    card = "" if finding.ordinal is None else f", card {finding.ordinal}"
    place = f" ({finding.place}{card})" if finding.place else ""
    other = f"\n    other card: {finding.other}" if finding.other else ""
    words = f": {finding.words}" if finding.words else ""
    return f"  {finding.rule.value}{place}{words}{other}\n    {finding.suggestion}"


def _ending(report: Report) -> str:
    counts = _counts(report)
    looked = counted(report.notes, "card", "cards")
    silenced = f"{report.silenced:,} silenced" if report.silenced else "none silenced"
    if not counts:
        return f"All is well with {looked}; {silenced}."
    width = max(len(f"{number:,}") for number in counts.values())
    lines = [f"{number:{width + 2},}  {rule}" for rule, number in counts.items()]
    cards = counted(len({one.note for one in report.findings if one.note}), "card", "cards")
    total = counted(len(report.findings), "finding", "findings")
    return "\n".join([f"{total} on {cards} of {report.notes:,}; {silenced}.", *lines])


def _counts(report: Report) -> dict[str, int]:
    return dict(Counter(finding.rule.value for finding in report.findings).most_common())
