"""`aws-flash restore`: back to a backup, the list of them, and the rescue of a damaged file."""

from __future__ import annotations

from dataclasses import asdict
from pathlib import Path
from typing import TYPE_CHECKING

import click

from aws_flash.cli.backup import backup_as_json, backup_line, contents_as_json, contents_text
from aws_flash.cli.exit_code import ExitCode
from aws_flash.cli.invocation import Invocation, answer, json_option, profile_option
from aws_flash.cli.text import counted

if TYPE_CHECKING:
    from aws_flash.domain.backup import Restored
    from aws_flash.domain.salvage import Salvaged

LIST, SALVAGE = "list", "salvage"


@click.command
@click.argument("file", required=False, type=click.Path(path_type=Path))
@click.option("--list", "what", flag_value=LIST, help="List the backups, newest first.")
@click.option(
    "--salvage", "what", flag_value=SALVAGE, help="Rescue what can be read of a damaged collection."
)
@profile_option
@json_option
@click.pass_obj
def restore(
    invocation: Invocation,
    file: Path | None,
    what: str | None,
    profile: Path | None,
    *,
    as_json: bool,
) -> ExitCode:
    """Put a backup in the place of the collection.

    FILE is a backup by its name in the list, or any other collection's file by its path. What you
    have now is backed up first, so a restore can itself be undone by another.

    The JSON of --list is a list of what "aws-flash backup" answers. Of a restore it is an object:
    cards, answers, schema, problems; before, the name of the backup that undoes it; kept_aside, the
    path of the damaged collection that was there. Of --salvage: topics, notes, cards, reviews (all
    rows of history), damaged_tables, kept_aside.
    """
    invocation = invocation.within(profile)
    if (file is None) == (what is None):
        raise click.UsageError("Name a backup to restore, or say --list or --salvage.")
    if what == LIST:
        return _list(invocation, as_json=as_json)
    if what == SALVAGE:
        return _salvage(invocation, as_json=as_json)
    return _restore(invocation, Path(file or ""), as_json=as_json)


def _list(invocation: Invocation, *, as_json: bool) -> ExitCode:
    maintenance = invocation.maintenance()
    listed = [
        (backup, file, maintenance.look_into(file))
        for backup in maintenance.backups()
        for file in [maintenance.path_of(backup)]
    ]
    lines = [backup_line(backup, contents) for backup, _, contents in listed]
    answer(
        [backup_as_json(*one) for one in listed] if as_json else None,
        "\n".join(lines) or "There are no backups yet.",
    )
    return ExitCode.DONE


def _restore(invocation: Invocation, named: Path, *, as_json: bool) -> ExitCode:
    maintenance = invocation.maintenance()
    by_name = {backup.name: backup for backup in maintenance.backups()}
    listed = by_name.get(str(named))
    file = named if listed is None else maintenance.path_of(listed)
    maintenance.check_usable(file)
    with invocation.program.holding(invocation.folder):
        restored = maintenance.restore(file)
    told = {
        **contents_as_json(restored.contents),
        "before": restored.before,
        "kept_aside": restored.kept_aside,
    }
    answer(told if as_json else None, _restored_text(restored))
    return ExitCode.DONE


def _restored_text(restored: Restored) -> str:
    text = f"Restored {contents_text(restored.contents)}."
    if restored.before is not None:
        return f'{text} To go back: "aws-flash restore {restored.before}".'
    if restored.kept_aside is not None:
        return f"{text} The damaged collection is kept at {restored.kept_aside}."
    return text


def _salvage(invocation: Invocation, *, as_json: bool) -> ExitCode:
    maintenance = invocation.maintenance()
    maintenance.check_there()
    with invocation.program.holding(invocation.folder):
        saved = maintenance.salvage()
    answer(asdict(saved) if as_json else None, _saved_text(saved))
    return ExitCode.DONE_IN_PART if saved.damaged_tables else ExitCode.DONE


def _saved_text(saved: Salvaged) -> str:
    cards = counted(saved.cards, "card", "cards")
    topics = counted(saved.topics, "topic", "topics")
    reviews = counted(saved.reviews, "entry", "entries")
    lost = ", ".join(saved.damaged_tables)
    losses = f"Something is lost of: {lost}." if lost else "Nothing was lost."
    return (
        f"Rescued {cards} in {topics}, with {reviews} of history. {losses} "
        f"The damaged collection is kept at {saved.kept_aside}."
    )
