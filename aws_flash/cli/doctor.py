"""`aws-flash doctor`: looks through the collection and mends what is wrong with it."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING, Any

import click

from aws_flash.cli.exit_code import ExitCode
from aws_flash.cli.invocation import Invocation, answer, json_option, profile_option
from aws_flash.cli.text import counted, finding_text

if TYPE_CHECKING:
    from aws_flash.domain.doctor import Report


@click.command
@click.option("--look", is_flag=True, help="Only look, beside an open window if need be.")
@profile_option
@json_option
@click.pass_obj
def doctor(invocation: Invocation, profile: Path | None, *, look: bool, as_json: bool) -> ExitCode:
    """Look through the collection, and mend what is wrong.

    Compares boxes, sums and search with the history of your answers, and the file with itself. When
    something is to be mended, a backup is made first.

    The JSON is an object: healthy; cards and reviews, how many were looked at; backup, the name of
    the one made first; findings, a list of check (file, rows, links, tree, history, standings, day
    sums or search), count, samples and mended.
    """
    invocation = invocation.within(profile)
    report = _look(invocation) if look else _mend(invocation)
    answer(_as_json(report) if as_json else None, _as_text(report))
    return ExitCode.DONE if report.healthy else ExitCode.DONE_IN_PART


def _look(invocation: Invocation) -> Report:
    maintenance = invocation.maintenance()
    collection = maintenance.open_for_reading()
    try:
        return maintenance.examine(collection)
    finally:
        collection.close()


def _mend(invocation: Invocation) -> Report:
    maintenance = invocation.maintenance()
    maintenance.check_there()
    with invocation.program.holding(invocation.folder):
        collection = maintenance.open_existing()
        try:
            return maintenance.mend(collection)
        finally:
            collection.close()


def _as_json(report: Report) -> dict[str, Any]:
    return {
        "healthy": report.healthy,
        "cards": report.cards,
        "reviews": report.reviews,
        "backup": report.backup,
        "findings": [
            {
                "check": finding.check.value,
                "count": finding.count,
                "samples": list(finding.samples),
                "mended": finding.mended,
            }
            for finding in report.findings
        ],
    }


def _as_text(report: Report) -> str:
    if not report.findings:
        cards = counted(report.cards, "card", "cards")
        reviews = counted(report.reviews, "entry", "entries")
        return f"All is well: {cards} and {reviews} of history fit together."
    lines = [
        f"{'Mended' if finding.mended else 'Found'}: {finding_text(finding)}."
        for finding in report.findings
    ]
    if report.backup is not None:
        lines.append(f"The backup from before is {report.backup}.")
    if any(finding.check.value == "file" and not finding.mended for finding in report.findings):
        lines.append('Please restore a backup, or rescue what is left: "aws-flash restore --help".')
    return "\n".join(lines)
