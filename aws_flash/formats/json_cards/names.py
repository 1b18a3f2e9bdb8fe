"""What the name of a key says of its role in a card."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Set
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
    " clue concept vorderseite frage begriff wort recto pregunta anverso"
    " side1 sidea title name source",
    Role.ANSWER: "back answer a definition def backtext backside response answertext correctanswer"
    " meaning translation solution reply rückseite antwort bedeutung übersetzung"
    " verso réponse respuesta reverso side2 sideb value description target",
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
_ORDER: Final = {role: tuple(names.split()) for role, names in _NAMES.items()}
_KNOWN: Final = {role: frozenset(names) for role, names in _ORDER.items()}
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


def plain_keys(card: Mapping[str, Any]) -> set[str]:
    """Return the keys of an object as they are compared."""
    return set(map(plain_key, card))


def values_of(card: Mapping[str, Any], role: Role) -> Iterator[Any]:
    """Yield the values of all keys that may have a role, the likelier ones first.

    The keys of the card are those of `plain_key`.
    """
    for name in _ORDER[role]:
        if name in card:
            yield card[name]


def may_be_card(keys: Set[str]) -> bool:
    """Tell whether there is, among keys as of `plain_key`, what a card is known by."""
    if not keys.isdisjoint(_KNOWN[Role.TEXT]):
        return True
    others = (Role.ANSWER, Role.OPTIONS, Role.RIGHT)
    has_answer = any(not keys.isdisjoint(_KNOWN[role]) for role in others)
    return has_answer and not keys.isdisjoint(_KNOWN[Role.QUESTION])
