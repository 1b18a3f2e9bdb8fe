"""`aws-flash due`: what waits today, topic by topic, and the minutes it takes."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING, Any

import click

from aws_flash.cli.exit_code import ExitCode
from aws_flash.cli.invocation import Invocation, answer, json_option, profile_option
from aws_flash.cli.text import counted

if TYPE_CHECKING:
    from aws_flash.domain.views import Overview, TodayView

_WIDTH = 6


@click.command
@profile_option
@json_option
@click.pass_obj
def due(invocation: Invocation, profile: Path | None, *, as_json: bool) -> ExitCode:
    """Count the cards that wait today, topic by topic.

    The number before a topic counts the cards of it and of all below it. The last line is the
    session that starts next: it may hold fewer, as many as your minutes a day allow.

    The JSON is an object: day; due, new, minutes and left_out of the next session; answered today;
    cards; tomorrow; topics, a list of topic_id, parent_id, name, depth, today and boxes (the cards
    never seen, then those in boxes 1 to 5).
    """
    invocation = invocation.within(profile)
    invocation.maintenance()
    overview = invocation.program.overview(invocation.folder)
    answer(_as_json(overview) if as_json else None, _as_text(overview))
    return ExitCode.DONE


def _as_json(overview: Overview) -> dict[str, Any]:
    today = overview.today
    return {
        "day": today.day.isoformat(),
        "due": today.due,
        "new": today.new,
        "minutes": today.minutes if today.cards else 0,
        "left_out": today.left_out,
        "answered": today.answered,
        "cards": today.all_cards,
        "tomorrow": today.tomorrow,
        "topics": [row._asdict() for row in overview.tree],
    }


def _as_text(overview: Overview) -> str:
    lines = [f"{_number(row.today)}  {'  ' * row.depth}{row.name}" for row in overview.tree]
    return "\n".join([*lines, "", _session_text(overview.today)]).lstrip("\n")


def _number(cards: int) -> str:
    return f"{cards:{_WIDTH},}" if cards else " " * _WIDTH


def _session_text(today: TodayView) -> str:
    if not today.all_cards:
        return "There are no cards yet."
    if today.cards:
        return f"{_next_session(today)}{_others_wait(today)}"
    if today.left_out:
        return f"The minutes of today are used up.{_others_wait(today)}"
    later = counted(today.tomorrow, "card comes", "cards come")
    return f"Nothing is left for today. {later} tomorrow."


def _others_wait(today: TodayView) -> str:
    if not today.left_out:
        return ""
    return f" {counted(today.left_out, 'card waits', 'cards wait')} for another day."


def _next_session(today: TodayView) -> str:
    named = (today.due, "due"), (today.new, "new")
    parts = [counted(number, name, name) for number, name in named if number]
    minutes = counted(today.minutes, "minute", "minutes")
    return f"{' and '.join(parts)}: about {minutes}."
