"""`aws-flash export` and `convert`: cards out to a file, and one file into another."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING, Any

import click

from aws_flash.cli.exit_code import ExitCode
from aws_flash.cli.invocation import Invocation, answer, json_option, profile_option
from aws_flash.cli.terminal_meter import TerminalMeter
from aws_flash.cli.text import counted, topic_names
from aws_flash.domain.errors import Gone

if TYPE_CHECKING:
    from aws_flash.application.exporting.exporting import Exported

_PATH = click.Path(path_type=Path)
_FORMAT = click.option(
    "--format", "format_id", metavar="F", help="The format by its name; else the file's name says."
)
_FORCE = click.option("--force", "replaces", is_flag=True, help="Replace a file that is there.")


@click.command
@click.argument("file", type=_PATH)
@click.option("--topic", metavar="T", help="Only this topic and what is below it: AWS/IAM.")
@click.option("--progress", "with_progress", is_flag=True, help="Boxes, due days and history too.")
@click.option("--no-media", is_flag=True, help="Leave pictures and sounds out.")
@_FORMAT
@_FORCE
@profile_option
@json_option
@click.pass_obj
def export(invocation: Invocation, /, file: Path, profile: Path | None, **options: Any) -> ExitCode:
    """Write cards to a file: whole, or not at all.

    The JSON is an object: file; notes, cards, media and reviews written; losses, sentences on what
    the format cannot hold.
    """
    from aws_flash.application.exporting.departure import Selection
    from aws_flash.application.exporting.exporting import writer_named

    invocation = invocation.within(profile)
    writer = writer_named(options["format_id"], file)
    meter = TerminalMeter()
    with invocation.program.opened(invocation.folder) as services:
        topics: tuple[int, ...] = ()
        if options["topic"] is not None:
            topic = services.topics.find(topic_names(options["topic"]))
            if topic is None:
                raise Gone("topic")
            topics = (topic,)
        selection = Selection(
            topics=topics,
            with_progress=options["with_progress"],
            with_media=not options["no_media"],
        )
        bundle = services.exporting.gather(selection, file.stem, meter)
        done = services.exporting.export(bundle, file, writer, meter, replaces=options["replaces"])
    meter.clear()
    answer(_as_json(done) if options["as_json"] else None, _as_text(done))
    return ExitCode.DONE


@click.command
@click.argument("source", metavar="IN", type=_PATH)
@click.argument("target", metavar="OUT", type=_PATH)
@_FORMAT
@_FORCE
@json_option
def convert(source: Path, target: Path, **options: Any) -> ExitCode:
    """Turn a file of one format into one of another; no profile is opened.

    The JSON is an object: file; notes, cards, media and reviews written; losses, sentences on what
    the format cannot hold; problems, each with where and why.
    """
    from aws_flash.application.exporting.converting import convert_file
    from aws_flash.application.exporting.exporting import writer_named

    writer = writer_named(options["format_id"], target)
    meter = TerminalMeter()
    done, problems = convert_file(source, target, writer, meter, replaces=options["replaces"])
    meter.clear()
    told = {
        **_as_json(done),
        "problems": [{"where": one.where, "why": one.why} for one in problems],
    }
    left_out = [f"Left out: {one.where}: {one.why}" for one in problems]
    answer(told if options["as_json"] else None, "\n".join([_as_text(done), *left_out]))
    return ExitCode.DONE_IN_PART if problems else ExitCode.DONE


def _as_json(done: Exported) -> dict[str, Any]:
    return {
        "file": str(done.path),
        "notes": done.notes,
        "cards": done.cards,
        "media": done.media,
        "reviews": done.reviews,
        "losses": list(done.losses),
    }


def _as_text(done: Exported) -> str:
    cards = counted(done.cards, "card", "cards")
    media = counted(done.media, "picture or sound", "pictures and sounds")
    return "\n".join([f"Wrote {cards} and {media} to {done.path}.", *done.losses])
