"""`aws-flash imports` and `revert`: what came in, and back out with it."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING, Any

import click

from aws_flash.cli.exit_code import ExitCode
from aws_flash.cli.invocation import Invocation, answer, json_option, profile_option
from aws_flash.cli.terminal_meter import TerminalMeter
from aws_flash.cli.text import counted, iso_text, moment_text

if TYPE_CHECKING:
    from aws_flash.domain.imports import Import


@click.command
@profile_option
@json_option
@click.pass_obj
def imports(invocation: Invocation, profile: Path | None, *, as_json: bool) -> ExitCode:
    """List all imports, the newest first.

    The JSON is a list of objects: import, the id; at; file; format; new, changed, same and clashing
    notes; cards added; media; reviews; problems, how many; reverted_at, or null.
    """
    invocation = invocation.within(profile)
    with invocation.program.opened(invocation.folder) as services:
        listed = services.importing.imports()
    answer(
        [_import_as_json(one) for one in listed] if as_json else None,
        "\n".join(map(_import_line, listed)) or "Nothing was imported yet.",
    )
    return ExitCode.DONE


def _import_as_json(one: Import) -> dict[str, Any]:
    report = one.report
    return {
        "import": one.id,
        "at": iso_text(one.at),
        "file": one.name,
        "format": one.format,
        "new": report.new,
        "changed": report.changed,
        "same": report.same,
        "clashing": report.clashing,
        "cards": report.cards,
        "media": report.media,
        "reviews": report.reviews,
        "problems": len(report.problems),
        "reverted_at": None if one.reverted_at is None else iso_text(one.reverted_at),
    }


def _import_line(one: Import) -> str:
    cards = counted(one.report.cards, "card", "cards")
    back = "" if one.reverted_at is None else f", taken back {moment_text(one.reverted_at)}"
    return (
        f"{one.id}  {moment_text(one.at)}  {one.name}: {cards} added, "
        f"{one.report.changed:,} updated{back}"
    )


@click.command
@click.argument("import_id", metavar="ID", type=int)
@profile_option
@json_option
@click.pass_obj
def revert(
    invocation: Invocation, import_id: int, profile: Path | None, *, as_json: bool
) -> ExitCode:
    """Take an import back: what it added goes to the trash, what it changed is as before.

    Cards that you edited since stay as you have them, and your answers stay in the history. The
    JSON is an object: import; removed, restored and kept notes.
    """
    invocation = invocation.within(profile)
    meter = TerminalMeter()
    with invocation.program.opened(invocation.folder) as services:
        try:
            done = services.importing.revert(import_id, meter).value
        finally:
            meter.clear()
    told = {
        "import": import_id,
        "removed": done.removed,
        "restored": done.restored,
        "kept": done.kept,
    }
    kept = f" {done.kept:,} that you edited since stayed." if done.kept else ""
    answer(
        told if as_json else None,
        f"Removed {done.removed:,}, restored {done.restored:,}.{kept}",
    )
    return ExitCode.DONE
