"""`aws-flash backup`: a backup made by hand."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING, Any

import click

from aws_flash.cli.exit_code import ExitCode
from aws_flash.cli.invocation import Invocation, answer, json_option, profile_option
from aws_flash.cli.text import counted, iso_text, moment_text

if TYPE_CHECKING:
    from aws_flash.domain.backup import Backup, Contents


@click.command
@profile_option
@json_option
@click.pass_obj
def backup(invocation: Invocation, profile: Path | None, *, as_json: bool) -> ExitCode:
    """Make a backup now; the window may be open.

    It stays until you remove it. Others are made by themselves, at the first start of a day and
    before large changes.

    The JSON is an object: file, at, reason, size in bytes, cards, answers, schema, and problems, a
    list that is empty when the backup is sound.
    """
    maintenance = invocation.within(profile).maintenance()
    made = maintenance.back_up()
    file = maintenance.path_of(made)
    contents = maintenance.look_into(file)
    text = f"Backed up {contents_text(contents)} to {file}."
    answer(backup_as_json(made, file, contents) if as_json else None, text)
    return ExitCode.DONE


def backup_as_json(made: Backup, file: Path, contents: Contents) -> dict[str, Any]:
    """Return a backup as the JSON that `backup` and `restore --list` answer with."""
    return {
        "file": str(file),
        "at": iso_text(made.at),
        "reason": made.reason.value,
        "size": made.size,
        **contents_as_json(contents),
    }


def contents_as_json(contents: Contents) -> dict[str, Any]:
    """Return what a file holds, as JSON."""
    return {
        "cards": contents.cards,
        "answers": contents.reviews,
        "schema": contents.schema,
        "problems": list(contents.problems),
    }


def backup_line(made: Backup, contents: Contents) -> str:
    """Return a backup's line in a list."""
    state = contents_text(contents) if contents.sound else f"damaged: {contents.problems[0]}"
    return f"{moment_text(made.at)}  {made.reason.value:<9}  {made.name}  {state}"


def contents_text(contents: Contents) -> str:
    """Return what a file holds: "600 cards and 1,200 answers"."""
    cards = counted(contents.cards or 0, "card", "cards")
    return f"{cards} and {counted(contents.reviews or 0, 'answer', 'answers')}"
