"""The kinds of note: their fields, their templates, and which card each asks."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum

MAX_OPTIONS = 8


class Family(StrEnum):
    """How a card is asked and answered; it decides the widget that shows it."""

    BASIC = "basic"
    REVERSED = "reversed"
    CLOZE = "cloze"
    CHOICE = "choice"
    TYPED = "typed"
    PICTURE = "picture"
    IMPORTED = "imported"


@dataclass(frozen=True, slots=True)
class CardTemplate:
    """One card of a kind: the templates of its question and its answer."""

    name: str
    question: str
    answer: str


@dataclass(frozen=True, slots=True)
class Kind:
    """A kind of note: data, not code.

    `by_hole` says that cards are counted by the holes of a text (cloze and picture) and share the
    first template; else each template makes one card.
    """

    id: int
    guid: str
    name: str
    family: Family
    fields: tuple[str, ...]
    templates: tuple[CardTemplate, ...]
    css: str = ""
    by_hole: bool = False

    def __post_init__(self) -> None:
        """Refuse a kind that could show nothing, or that has one field twice."""
        if not self.fields or not self.templates:
            msg = "a kind needs a field and a template"
            raise ValueError(msg)
        if len(set(self.fields)) != len(self.fields):
            msg = "a kind has a field twice"
            raise ValueError(msg)


_QUESTION = "{{Question}}"
_ANSWER = "{{Answer}}"

BASIC = Kind(
    id=1,
    guid="basic",
    name="Basic",
    family=Family.BASIC,
    fields=("Question", "Answer", "Explanation"),
    templates=(CardTemplate("Card", _QUESTION, _ANSWER),),
)
REVERSED = Kind(
    id=2,
    guid="reversed",
    name="Both ways",
    family=Family.REVERSED,
    fields=("Question", "Answer", "Explanation"),
    templates=(
        CardTemplate("Forward", _QUESTION, _ANSWER),
        CardTemplate("Back", _ANSWER, _QUESTION),
    ),
)
CLOZE = Kind(
    id=3,
    guid="cloze",
    name="Gap",
    family=Family.CLOZE,
    fields=("Text", "Explanation"),
    templates=(CardTemplate("Gap", "{{cloze:Text}}", "{{cloze:Text}}"),),
    by_hole=True,
)
CHOICE = Kind(
    id=4,
    guid="choice",
    name="Choice",
    family=Family.CHOICE,
    fields=(
        "Question",
        *(
            f"{part} {number}"
            for number in range(1, MAX_OPTIONS + 1)
            for part in ("Option", "Reason")
        ),
        "Right",
        "Pinned",
        "Explanation",
    ),
    templates=(CardTemplate("Card", _QUESTION, "{{Explanation}}"),),
)
TYPED = Kind(
    id=5,
    guid="typed",
    name="Typed",
    family=Family.TYPED,
    fields=("Question", "Answer", "Accepted", "Explanation"),
    templates=(CardTemplate("Card", _QUESTION, _ANSWER),),
)
PICTURE = Kind(
    id=6,
    guid="picture",
    name="Picture",
    family=Family.PICTURE,
    fields=("Question", "Picture", "Parts", "Explanation"),
    templates=(CardTemplate("Part", _QUESTION, _ANSWER),),
    by_hole=True,
)

BUILT_IN: tuple[Kind, ...] = (BASIC, REVERSED, CLOZE, CHOICE, TYPED, PICTURE)
