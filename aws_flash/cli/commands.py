"""The command line: its group of commands, and the exit code of each way a call can end."""

from __future__ import annotations

import json
import os
import sys
from collections.abc import Sequence
from pathlib import Path

import click

from aws_flash import __version__
from aws_flash.cli.backup import backup
from aws_flash.cli.deck import deck
from aws_flash.cli.doctor import doctor
from aws_flash.cli.due import due
from aws_flash.cli.exit_code import ExitCode
from aws_flash.cli.exporting import convert, export
from aws_flash.cli.importing import import_files
from aws_flash.cli.imports import imports, revert
from aws_flash.cli.invocation import Invocation, profile_option
from aws_flash.cli.lint import lint
from aws_flash.cli.program import Program
from aws_flash.cli.restore import restore
from aws_flash.cli.text import error_text
from aws_flash.domain.errors import CollectionLocked, UserError


class _Commands(click.Group):
    """Takes the path of a file in place of a command: so a desktop opens what was clicked."""

    def resolve_command(
        self, ctx: click.Context, args: list[str]
    ) -> tuple[str | None, click.Command | None, list[str]]:
        """Find the command; a file of that name is opened in the window."""
        if args[0] not in self.commands and Path(args[0]).exists():
            return "open", open_files, args
        return super().resolve_command(ctx, args)


@click.command(name="open", hidden=True)
@click.argument("files", nargs=-1, required=True, type=click.Path(exists=True, path_type=Path))
@click.pass_obj
def open_files(invocation: Invocation, files: tuple[Path, ...]) -> int:
    """Look at files in the window, the one that is open if there is one."""
    return invocation.program.run_window(invocation.folder, files)


@click.group(
    cls=_Commands,
    invoke_without_command=True,
    context_settings={"help_option_names": ["-h", "--help"]},
)
@profile_option
@click.version_option(__version__, prog_name="aws-flash")
@click.pass_context
def commands(context: click.Context, profile: Path | None) -> int:
    """Flashcards for AWS certification students.

    Without a command, the window opens; with the path of a file in its place, on a preview of what
    importing that file would bring. The profile is the folder with your cards and answers; the
    environment variable AWS_FLASH_PROFILE names another one than your own, --profile overrules it.

    Exit codes: 0 done; 1 refused, nothing was changed; 2 wrong usage; 3 done in part, the rest is
    listed; 4 another aws-flash holds the collection; 70 a bug of ours, written to the log.
    """
    program: Program = context.obj
    invocation = Invocation(program, profile or program.default_folder())
    context.obj = invocation
    if context.invoked_subcommand is None:
        return program.run_window(invocation.folder)
    return ExitCode.DONE


for _command in (
    *(due, import_files, imports, revert, export, convert),
    *(deck, lint, backup, restore, doctor),
):
    commands.add_command(_command)


def run(arguments: Sequence[str], program: Program) -> int:
    """Run a command and return its exit code."""
    try:
        code = commands.main(list(arguments), "aws-flash", standalone_mode=False, obj=program)
    except click.ClickException as wrong:
        wrong.show()
        return wrong.exit_code
    except (click.Abort, KeyboardInterrupt):
        return ExitCode.INTERRUPTED
    except BrokenPipeError:
        _stop_talking()
        return ExitCode.DONE
    except UserError as error:
        if "--json" in arguments:
            _tell_in_json(error)
        click.echo(error_text(error), err=True)
        return ExitCode.HELD if isinstance(error, CollectionLocked) else ExitCode.REFUSED
    return int(code or 0)


def _tell_in_json(error: UserError) -> None:
    told = {"error": type(error).__name__, "message": error_text(error), **vars(error)}
    click.echo(json.dumps(told, ensure_ascii=False, indent=2))


def _stop_talking() -> None:
    """Send the rest to nowhere: the program that read our answer has gone."""
    with Path(os.devnull).open("w") as nowhere:
        os.dup2(nowhere.fileno(), sys.stdout.fileno())
