"""One call of the command line: the profile it is about, and how it says what it found."""

from __future__ import annotations

import json
from collections.abc import Callable
from dataclasses import dataclass, replace
from pathlib import Path
from typing import TYPE_CHECKING, Any

import click

from aws_flash.cli.program import Program

if TYPE_CHECKING:
    from aws_flash.application.maintenance import Maintenance

_PROFILE = click.Path(file_okay=False, path_type=Path)


@dataclass(frozen=True, slots=True)
class Invocation:
    """The program and the folder of the profile."""

    program: Program
    folder: Path

    def within(self, folder: Path | None) -> Invocation:
        """Return this with the profile that a command names itself, if it does."""
        return self if folder is None else replace(self, folder=folder)

    def maintenance(self) -> Maintenance:
        """Return what looks after the profile, once the user was warned of a sync client."""
        maintenance = self.program.maintenance(self.folder)
        client = maintenance.warn_of_sync()
        if client is not None:
            from aws_flash.cli.text import sync_warning

            click.echo(sync_warning(client, self.folder), err=True)
        return maintenance


def profile_option(command: Callable[..., Any]) -> Callable[..., Any]:
    """Let a command take the folder of the profile."""
    return click.option(
        "--profile", type=_PROFILE, metavar="DIR", help="Use the profile in this folder."
    )(command)


def json_option(command: Callable[..., Any]) -> Callable[..., Any]:
    """Let a command answer in JSON."""
    return click.option(
        "--json", "as_json", is_flag=True, help="Answer in JSON, for programs to read."
    )(command)


def answer(as_json: dict[str, Any] | list[Any] | None, text: str) -> None:
    """Print the answer, as JSON when there is one."""
    click.echo(text if as_json is None else json.dumps(as_json, ensure_ascii=False, indent=2))
