"""The items: what is measured, beside which floor, and the ratio that is the goal."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from pathlib import Path
from typing import NamedTuple

from bench.processes import answered, started
from bench.profiles import copied
from bench.report import Measured

WINDOW = "bare PySide6 window"
ALLOWED_MEMORY = "1.3 x bare window + 40 MB"
BARE_CARD = "the same card in a bare QTextBrowser"
BARE_ANSWER = "one FULL commit of the same rows + that painting"
LEAST_SQL = "the leanest SQL for the same numbers"
PLAIN_PARSE = "json.load of the same files, media read"
FRAME = "50 ms"
SETTLED = 3_000
LONGEST_FRAME = 50.0
ANSWERS = 40
TEXT_SIZE = ("Ctrl+=", "Ctrl+-")


class Work(NamedTuple):
    """What a measurement works on: a profile of so many cards, and how often to measure.

    Copies to write to lie below `folder`.
    """

    profile: Path
    folder: Path
    cards: int
    rounds: int


Item = Callable[[Work], list[Measured]]


def start(work: Work) -> list[Measured]:
    """Start to the first paint, and to live counts; the window and the program by turns."""
    profile = _opened_once(work)
    started("bare_window", None, 0)
    floors, painted, live = [], [], []
    for _ in range(work.rounds):
        floors.append(started("bare_window", None, 0)["painted"] * 1000)
        told = started("program_start", profile, 0)
        painted.append(told["painted"] * 1000)
        live.append(told["live"] * 1000)
    return [
        Measured("start to first paint", work.cards, "ms", painted, WINDOW, floors, 1.35),
        Measured("start to live counts", work.cards, "ms", live, WINDOW, floors, 4),
    ]


def memory(work: Work) -> list[Measured]:
    """The memory held once the program has come to rest."""
    profile = _opened_once(work)
    held, allowed = [], []
    for _ in range(max(work.rounds // 3, 1)):
        bare = started("bare_window", None, SETTLED)["memory"]
        allowed.append(1.3 * bare + 40)
        held.append(started("program_start", profile, SETTLED)["memory"])
    return [Measured("memory after start", work.cards, "MB", held, ALLOWED_MEMORY, allowed, 1)]


def session(work: Work) -> list[Measured]:
    """Space on Today in a program just started, and answers; each fresh process gives both.

    Each round begins the same day anew.
    """
    opened = _opened_once(work)
    first, first_floors, answers, floors = [], [], [], []
    for _ in range(work.rounds):
        profile = copied(opened, work.folder / "session")
        floor_profile = copied(opened, work.folder / "floor")
        told = answered("program_session", profile, ANSWERS, floor_profile.absolute())
        first.append(told["first"])
        answers.extend(told["answers"])
        floors.extend(told["floors"])
        first_floors.append(answered("bare_first_card", None, given=told["card"]))
    item, cards = "answer to next card painted, durable", work.cards
    return [
        Measured("Space to first card", cards, "ms", first, BARE_CARD, first_floors, 3),
        Measured(item, cards, "ms", answers, BARE_ANSWER, floors, 1.5),
        Measured(f"{item}, p99", cards, "ms", answers, BARE_ANSWER, floors, 3, quantile=0.99),
    ]


def tree(work: Work) -> list[Measured]:
    """The numbers of the tree and its box bars."""
    profile = _opened_once(work)
    told = answered("program_tree", profile, 5 * work.rounds)
    values, floors = told["values"], told["floors"]
    return [Measured("tree with counts and bars", work.cards, "ms", values, LEAST_SQL, floors, 2)]


def deck(work: Work) -> list[Measured]:
    """The deck that ships, read from its files and checked."""
    told = answered("deck_load", None, 5 * work.rounds)
    values, floors = told["values"], told["floors"]
    return [Measured("deck load", work.cards, "ms", values, PLAIN_PARSE, floors, 3)]


def keys(work: Work) -> list[Measured]:
    """The longest that a key in the tree or on Today holds up the window, round by round.

    The two keys that change the size of all text are told apart: they lay everything out anew.
    """
    profile = _opened_once(work)
    moves, sizes = [], []
    for _ in range(max(work.rounds // 3, 1)):
        told = answered("program_keys", profile, 2)
        moves.append(max(took for name, took in told if not name.startswith(TEXT_SIZE)))
        sizes.append(max(took for name, took in told if name.startswith(TEXT_SIZE)))
    floors = [LONGEST_FRAME] * len(moves)
    return [
        Measured("keystroke in tree or Today", work.cards, "ms", moves, FRAME, floors, 1),
        Measured("key for another text size", work.cards, "ms", sizes, FRAME, floors, 1),
    ]


ITEMS: dict[str, Item] = {
    "start": start,
    "memory": memory,
    "session": session,
    "tree": tree,
    "deck": deck,
    "keys": keys,
}


def _opened_once(work: Work) -> Path:
    """Copy a profile, and start the program once on it: the deck loads, the day's backup is made.

    That start also compiles what Python has not compiled yet.
    """
    copy = copied(work.profile, work.folder / "opened")
    started("program_start", copy, SETTLED)
    return copy


def measured(names: Sequence[str], work: Work) -> list[Measured]:
    """Measure the items of these names, one after the other."""
    found = []
    for name in names:
        print(f"  {name} …", flush=True)
        found.extend(ITEMS[name](work))
    return found
