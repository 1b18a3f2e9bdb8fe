"""`aws-flash import`: files into the collection."""

from __future__ import annotations

import json
from pathlib import Path
from typing import TYPE_CHECKING, Any

import click

from aws_flash.cli.exit_code import ExitCode
from aws_flash.cli.invocation import Invocation, json_option, profile_option
from aws_flash.cli.terminal_meter import TerminalMeter
from aws_flash.cli.text import counted, error_text, topic_names
from aws_flash.domain.errors import CollectionLocked, UserError

if TYPE_CHECKING:
    from aws_flash.application.importing.arrival import Arrival
    from aws_flash.application.importing.preview import Preview
    from aws_flash.application.services import Services
    from aws_flash.domain.imports import Import, Wishes

_LISTED_PROBLEMS = 20


@click.command(name="import")
@click.argument("files", nargs=-1, required=True, type=click.Path(path_type=Path))
@click.option("--preview", "only_looks", is_flag=True, help="Say what would come; write nothing.")
@click.option("--topic", metavar="T", help="Hang everything under this topic: IAM, or AWS/IAM.")
@click.option("--progress", "with_progress", is_flag=True, help="Bring boxes, due days, history.")
@click.option(
    "--clash",
    type=click.Choice(["mine", "theirs", "both"]),
    default="mine",
    show_default=True,
    help="Whose text stays where you and the file both changed a card.",
)
@click.option(
    "--faulty-rows",
    metavar="OUT.csv",
    type=click.Path(path_type=Path),
    help="Save what is left out of FILE, with where and why, to be mended and imported.",
)
@click.option("--force", "replaces", is_flag=True, help="Replace OUT.csv if it is there.")
@profile_option
@json_option
@click.pass_obj
def import_files(
    invocation: Invocation, /, files: tuple[Path, ...], profile: Path | None, **options: Any
) -> ExitCode:
    """Bring cards in from files or folders of any known format.

    What a file is, its content tells. A card that is here already is found again, even when the
    file was imported long ago: its progress stays, and importing the same file twice changes
    nothing. Each import can be taken back with "aws-flash revert".

    The JSON is one line for each file: file, format; notes, cards, topics, media and reviews that
    the file holds; new, changed, same and clashing notes; problems, each with where and why; and
    import, the id to take it back by, null where nothing was written. A refusal is a line with
    file and error: its kind, and a sentence. Exit code 3 says that some file or row was left out.
    """
    _check_target(files, options["faulty_rows"])
    invocation = invocation.within(profile)
    session = _Session(invocation, options)
    with invocation.program.opened(invocation.folder) as services:
        outcomes = [session.take(services, file) for file in files]
    if all(outcome is None for outcome in outcomes):
        return ExitCode.REFUSED
    return ExitCode.DONE if all(outcomes) else ExitCode.DONE_IN_PART


def _check_target(files: tuple[Path, ...], target: Path | None) -> None:
    """Refuse a file for faulty rows that stands for several files, or is the file itself."""
    if target is None:
        return
    if len(files) > 1:
        raise click.UsageError("--faulty-rows goes with one FILE.")
    if target.resolve() == files[0].resolve():
        raise click.UsageError("--faulty-rows wants another file than FILE.")


class _Session:
    """One call of the command: what the user asked for, and how each file is told."""

    def __init__(self, invocation: Invocation, options: dict[str, Any]) -> None:
        self._invocation = invocation
        self._only_looks: bool = options["only_looks"]
        self._topic: str | None = options["topic"]
        self._with_progress: bool = options["with_progress"]
        self._clash: str = options["clash"]
        self._as_json: bool = options["as_json"]
        self._faulty_rows: Path | None = options["faulty_rows"]
        self._replaces: bool = options["replaces"]

    def take(self, services: Services, file: Path) -> bool | None:
        """Take in one file; False where parts were left out, None where it was refused."""
        meter = TerminalMeter()
        try:
            with services.importing.look(file, meter) as arrival:
                wishes = self._wishes(services)
                preview = services.importing.preview(arrival, wishes)
                self._save_faulty_rows(arrival)
                done = (
                    None
                    if self._only_looks
                    else services.importing.take_in(arrival, wishes, meter).value
                )
        except CollectionLocked:
            raise
        except UserError as error:
            meter.clear()
            self._tell_refusal(file, error)
            return None
        meter.clear()
        told = _as_json(arrival, preview, done)
        if self._as_json:
            click.echo(_json_line(told))
        else:
            click.echo(self._as_text(arrival, preview, wishes, done))
        return not arrival.bundle.problems

    def _save_faulty_rows(self, arrival: Arrival) -> None:
        """Save them before anything comes in: where that cannot be, nothing has changed."""
        if self._faulty_rows is None or not arrival.bundle.problems:
            return
        from aws_flash.application.importing.faulty_rows import faulty_rows_of

        faulty_rows_of(arrival).save(self._faulty_rows, replaces=self._replaces)

    def _wishes(self, services: Services) -> Wishes:
        from aws_flash.domain.imports import Clash, Wishes

        topic = None
        if self._topic is not None:
            names = topic_names(self._topic)
            topic = services.topics.find(names)
            if topic is None and not self._only_looks:
                topic = services.topics.make(names)
        return Wishes(topic=topic, clash=Clash(self._clash), with_progress=self._with_progress)

    def _tell_refusal(self, file: Path, error: UserError) -> None:
        sentence = error_text(error)
        if self._as_json:
            told = {"kind": type(error).__name__, "sentence": sentence}
            click.echo(_json_line({"file": str(file), "error": told}))
        else:
            click.echo(sentence, err=True)

    def _as_text(
        self, arrival: Arrival, preview: Preview, wishes: Wishes, done: Import | None
    ) -> str:
        plan = preview.plan
        holds = [
            counted(preview.cards_in_file, "card", "cards"),
            counted(preview.topics_in_file, "topic", "topics"),
        ]
        lines = [f"{arrival.path.name}: {arrival.format_name}, {' in '.join(holds)}."]
        would = "would be " if self._only_looks else ""
        if not preview.added(wishes) and not preview.updated(wishes) and done is None:
            lines.append("Nothing in it is new.")
        else:
            lines.append(
                f"{counted(preview.added(wishes), 'card', 'cards')} {would}added, "
                f"{preview.updated(wishes):,} updated, {len(plan.same):,} as before."
            )
        if plan.clashing and wishes.clash.value == "mine":
            clashing = counted(len(plan.clashing), "card", "cards")
            lines.append(f"{clashing} you changed too: yours stayed (see --clash).")
        if preview.has_progress and not wishes.with_progress:
            lines.append("The file holds progress too; bring it with --progress.")
        lines += _problem_lines(arrival)
        if self._faulty_rows is not None:
            problems = arrival.bundle.problems
            saved = f"Saved what was left out to {self._faulty_rows}; mend it and import it."
            lines.append(saved if problems else "Nothing was left out, so nothing was saved.")
        if done is not None:
            lines.append(f'To take it back: "aws-flash revert {done.id}".')
        return "\n".join(lines)


def _json_line(told: dict[str, Any]) -> str:
    """Return a line of JSON, escaped where the name of a file holds bytes that are no letters."""
    line = json.dumps(told, ensure_ascii=False)
    return line if line == line.encode(errors="replace").decode() else json.dumps(told)


def _as_json(arrival: Arrival, preview: Preview, done: Import | None) -> dict[str, Any]:
    bundle, plan = arrival.bundle, preview.plan
    return {
        "file": str(arrival.path),
        "format": arrival.format,
        "notes": len(bundle.notes),
        "cards": preview.cards_in_file,
        "topics": preview.topics_in_file,
        "media": len(bundle.media),
        "reviews": preview.reviews,
        "new": len(plan.added),
        "changed": len(plan.changed),
        "same": len(plan.same),
        "clashing": len(plan.clashing),
        "problems": [{"where": one.where, "why": one.why} for one in bundle.problems],
        "import": None if done is None else done.id,
    }


def _problem_lines(arrival: Arrival) -> list[str]:
    problems = arrival.bundle.problems
    what = "Please look at" if arrival.bundle.is_draft else "Left out:"
    lines = [f"{what} {one.where}: {one.why}" for one in problems[:_LISTED_PROBLEMS]]
    if len(problems) > _LISTED_PROBLEMS:
        lines.append(f"… and {len(problems) - _LISTED_PROBLEMS:,} more (see --json).")
    return lines
