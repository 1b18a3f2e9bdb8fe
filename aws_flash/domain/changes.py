"""What a use-case changed, so that every open page can refresh just what it shows."""

from __future__ import annotations

from dataclasses import dataclass
from enum import Flag, StrEnum, auto
from typing import Generic, TypeVar

T = TypeVar("T")


class Changed(Flag):
    """Kinds of things that a use-case touched."""

    NOTHING = 0
    TOPICS = auto()
    NOTES = auto()
    CARDS = auto()
    REVIEWS = auto()
    SETTINGS = auto()
    PLANS = auto()
    MEDIA = auto()
    DECKS = auto()
    FACTS = auto()
    IMPORTS = auto()


class Action(StrEnum):
    """What the user did, to be named in a toast and in the undo button."""

    ANSWER = "answer"
    FLAG = "flag"
    SKIP = "skip"
    SUSPEND = "suspend"
    EDIT_CARD = "edit card"
    ADD_CARD = "add card"
    DELETE_CARDS = "delete cards"
    ADD_TOPIC = "add topic"
    RENAME_TOPIC = "rename topic"
    MOVE_TOPIC = "move topic"
    DELETE_TOPIC = "delete topic"
    CHANGE_SETTINGS = "change settings"
    CATCH_UP = "catch up"
    UPDATE_DECK = "update deck"
    STILL_TRUE = "still true"
    SET_ASIDE = "set aside"
    SEE_CHANGES = "see changes"
    KEEP_MINE = "keep mine"
    TAKE_THEIRS = "take theirs"
    IMPORT = "import"
    REVERT_IMPORT = "revert import"


@dataclass(frozen=True, slots=True)
class Step:
    """A step that can be undone: what was done, to what, and how many.

    `card_id` is set where the step concerns one card, so that a session can follow its undo.
    """

    action: Action
    subject: str = ""
    count: int = 1
    card_id: int | None = None


@dataclass(frozen=True, slots=True)
class Done(Generic[T]):
    """The result of a use-case, what it changed, and the step it left for undo, if any."""

    value: T
    changed: Changed
    step: Step | None = None
