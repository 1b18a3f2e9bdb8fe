"""What the name of a key says of its role in a card."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from enum import StrEnum
from typing import Any, Final


class Role(StrEnum):
    """What a key holds; several keys may have one role, the first of them that is filled counts."""

    QUESTION = "question"
    ANSWER = "answer"
    TEXT = "text"
    EXPLANATION = "explanation"
    OPTIONS = "options"
    RIGHT = "right"
    WRONG = "wrong"
    TAGS = "tags"
    TOPIC = "topic"
    GUID = "guid"
    BOTH_WAYS = "both ways"


# The likelier name stands first: where a card has several, it is taken.
_NAMES: Final[dict[Role, str]] = {
    Role.QUESTION: "front question q term prompt fronttext frontside questiontext word expression"
    " clue concept vorderseite frage begriff title name",
    Role.ANSWER: "back answer a definition def backtext backside response answertext correctanswer"
    " meaning translation solution reply rückseite antwort bedeutung value description",
    Role.TEXT: "cloze text clozetext sentence",
    Role.EXPLANATION: "explanation extra backextra rationale reason hint note notes comment details"
    " erklärung",
    Role.OPTIONS: "options choices alternatives answers answeroptions possibleanswers",
    Role.RIGHT: "correct correctanswer correctanswers correctoption correctoptions correctindex"
    " answerindex correctindices right rightanswer solution answer",
    Role.WRONG: "incorrectanswers wronganswers distractors incorrect wrong",
    Role.TAGS: "tags tag labels keywords schlagwörter",
    Role.TOPIC: "deck topic category deckname chapter section subject lesson module group",
    Role.GUID: "guid uuid uid id noteid cardid key",
    Role.BOTH_WAYS: "reversed reverse bidirectional bothways",
}
_PLACES: Final = {
    role: {name: place for place, name in enumerate(names.split())}
    for role, names in _NAMES.items()
}
_SPACERS: Final = str.maketrans("", "", " _-.")

_OF_CARDS: Final = "cards notes items questions flashcards data entries words terms facts quiz"
CARDS: Final = frozenset(f"{_OF_CARDS} results".split())
"""Keys of lists of cards, which give no topic of their own."""

_OF_DECKS: Final = "decks children topics categories sections sets chapters modules lessons"
INNER: Final = frozenset(f"{_OF_DECKS} subdecks".split())
"""Keys of lists of decks within a deck."""


def plain_key(name: str) -> str:
    """Return a key as it is compared: small letters, no spaces and dashes."""
    return name[:80].casefold().translate(_SPACERS)


def values_of(card: Mapping[str, Any], role: Role) -> Iterator[Any]:
    """Yield the values of all keys that may have a role, the likelier ones first."""
    places = _PLACES[role]
    found = [(places[key], name) for name in card if (key := plain_key(name)) in places]
    yield from (card[name] for _, name in sorted(found))


def may_be_card(found: Mapping[str, Any]) -> bool:
    """Tell whether an object has what a card is known by."""
    keys = set(map(plain_key, found))
    has_question = not keys.isdisjoint(_PLACES[Role.QUESTION])
    others = (Role.ANSWER, Role.OPTIONS, Role.RIGHT)
    has_answer = any(not keys.isdisjoint(_PLACES[role]) for role in others)
    return (has_question and has_answer) or not keys.isdisjoint(_PLACES[Role.TEXT])
