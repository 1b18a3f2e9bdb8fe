"""What a card of ours says of itself among Anki's custom data, and whether it still holds.

Anki keeps these with the card, and changes interval and due day when the card is learned on: then
what was written is of the past, and Anki's own numbers count.
"""

from __future__ import annotations

import re
from typing import Final

from aws_flash.domain.bundle import Progress
from aws_flash.formats.apkg.json_text import object_in, text_of

KEY: Final = "awsflash"
"""Anki allows eight letters here, and a hundred for all."""
_CUSTOM: Final = "cd"
_LAST: Final = "lrt"
_FIVE: Final = " ".join(["([0-9]{1,9})"] * 5)
_NUMBERS: Final = re.compile(_FIVE)
# As it is written here and kept by Anki: most cards have it so, and this reads it many times as
# quickly as JSON within JSON.
_WRITTEN: Final = re.compile(rf'"{_CUSTOM}":"{{\\"{KEY}\\":\\"{_FIVE}\\"}}"')


def interval(progress: Progress) -> int:
    """Return the interval that Anki gets: what it reviews rests a day at least."""
    return max(progress.rest, 1)


def written(progress: Progress, answered: int | None) -> str:
    """Return a card's data with its progress in it, and when it was answered last, in seconds."""
    box = 0 if progress.box is None else progress.box
    numbers = f"{box} {progress.rest} {progress.due} {progress.lapses} {progress.streak}"
    last = "" if answered is None else f'"{_LAST}":{answered},'
    return f'{{{last}"{_CUSTOM}":"{{\\"{KEY}\\":\\"{numbers}\\"}}"}}'


def kept(data: str, found: Progress) -> Progress:
    """Return the progress that we wrote with a card, or `found` where Anki has gone on since."""
    ours = _read(data) if KEY in data else None
    if ours is None:
        return found
    same = (interval(ours), ours.due, ours.lapses) == (found.rest, found.due, found.lapses)
    return ours if same else found


def _read(data: str) -> Progress | None:
    found = _WRITTEN.search(data) or _NUMBERS.fullmatch(_said(data))
    if found is None:
        return None
    box, rest, due, lapses, streak = map(int, found.groups())
    return Progress(rest, due, lapses, streak, box or None)


def _said(data: str) -> str:
    inner = object_in(data).get(_CUSTOM)
    return text_of(object_in(inner).get(KEY)) if isinstance(inner, str) else ""
