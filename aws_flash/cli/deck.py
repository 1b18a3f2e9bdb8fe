"""`aws-flash deck`: brings the deck that ships up to date in the collection."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path
from typing import TYPE_CHECKING, Any

import click

from aws_flash.cli.exit_code import ExitCode
from aws_flash.cli.invocation import Invocation, answer, json_option, profile_option
from aws_flash.cli.text import counted

if TYPE_CHECKING:
    from aws_flash.application.edition_news import EditionNews, NoteNews

_LONGEST = 90


@click.group
def deck() -> None:
    """The deck that comes with aws-flash."""


@deck.command
@profile_option
@json_option
@click.pass_obj
def update(invocation: Invocation, profile: Path | None, *, as_json: bool) -> ExitCode:
    """Bring the deck that comes with aws-flash up to date in your collection.

    The window does the same when it starts. A backup is made first. New cards come in, changed
    facts get the new text and keep their progress, cards that the deck dropped are set aside. What
    you edited stays: where the deck changed it too, the window offers both texts.

    The JSON is an object: deck, guid, edition; before, the edition that was here, or null; updated;
    backup, the name of the one made first, or null; added, changed, clashing and set_aside, each a
    list of guid, question, topic and fields; problems, a list of where and why.
    """
    invocation = invocation.within(profile)
    invocation.maintenance()
    news = invocation.program.update_deck(invocation.folder)
    answer(_as_json(news) if as_json else None, _as_text(news))
    return ExitCode.DONE_IN_PART if news.problems else ExitCode.DONE


def _as_json(news: EditionNews) -> dict[str, Any]:
    return {
        "deck": news.deck.name,
        "guid": news.deck.guid,
        "edition": news.deck.edition,
        "before": None if news.earlier is None else news.earlier.edition,
        "updated": news.deck != news.earlier,
        "backup": None if news.backup is None else news.backup.name,
        "added": _listed(news.added),
        "changed": _listed(news.changed),
        "clashing": _listed(news.clashing),
        "set_aside": _listed(news.set_aside),
        "problems": [{"where": one.where, "why": one.why} for one in news.problems],
    }


def _listed(notes: Sequence[NoteNews]) -> list[dict[str, Any]]:
    return [
        {
            "guid": note.guid,
            "question": note.question,
            "topic": list(note.path),
            "fields": [
                {"name": name, "before": before, "after": after}
                for name, before, after in note.fields
            ],
        }
        for note in notes
    ]


def _as_text(news: EditionNews) -> str:
    deck, earlier = news.deck, news.earlier
    if deck == earlier:
        return f"{deck.name} is up to date: edition {deck.edition}."
    since = "" if earlier is None else f", before {earlier.edition}"
    lines = [f"{deck.name}: edition {deck.edition}{since}."]
    # All cards of a first edition are new: their number says enough.
    lines += _section("New", news.added, is_listed=earlier is not None)
    lines += _section("Changed, progress kept", news.changed)
    lines += _section("Changed by you and by the deck, your text stays", news.clashing)
    lines += _section("Set aside", news.set_aside)
    lines += [f"Left out: {one.where}: {one.why}" for one in news.problems]
    if len(lines) == 1:
        lines.append("No card changed.")
    if news.clashing:
        lines.append("The window offers both texts of what you and the deck changed.")
    if news.backup is not None:
        lines.append(f"The backup from before is {news.backup.name}.")
    return "\n".join(lines)


def _section(title: str, notes: Sequence[NoteNews], *, is_listed: bool = True) -> list[str]:
    if not notes:
        return []
    questions = [f"  {_short(note.question)}" for note in notes] if is_listed else []
    return [f"{title}: {counted(len(notes), 'fact', 'facts')}", *questions]


def _short(question: str) -> str:
    return question if len(question) <= _LONGEST else f"{question[: _LONGEST - 1]}…"
