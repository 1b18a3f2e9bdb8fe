"""Faces of cards for tests, one of each family."""

from __future__ import annotations

from datetime import date

from aws_flash.domain.choice import Option
from aws_flash.domain.face import Face, Side
from aws_flash.domain.kind import Family
from aws_flash.domain.provenance import Provenance, Source
from aws_flash.ui.card.card_face import CardFace
from aws_flash.ui.card.card_text import CardText

BASIC = Face(question=Side("Which call?"), answer=Side("AssumeRole"), explanation="It needs keys.")
GAP = Face(
    family=Family.CLOZE,
    question=Side('a <span class="cloze">[…]</span>'),
    answer=Side('a <span class="cloze">token</span>'),
    fills_gap=True,
)
TYPED = Face(
    family=Family.TYPED, question=Side("Which?"), answer=Side("KMS key"), accepted=("KMS key",)
)
CHECKED = Provenance(
    sources=(Source("STS reference", "https://docs.example.org/sts"),),
    checked_on=date(2026, 11, 23),
)


def choice(*options: Option) -> Face:
    """A choice whose options stay in their order."""
    pinned = tuple(Option(o.text, o.reason, o.right, pinned=True) for o in options)
    return Face(family=Family.CHOICE, question=Side("Which?"), options=pinned)


ONE = choice(Option("one"), Option("two", "since", right=True), Option("three"))
TWO = choice(Option("one", right=True), Option("two", "since", right=True), Option("three", "but"))


def shown_texts(view: CardFace) -> list[str]:
    """What can be read on the card, from top to bottom."""
    texts = view.findChildren(CardText)
    return [text.spoken() for text in texts if text.isVisible() and text.spoken()]


def question_of(view: CardFace) -> CardText:
    """The text of the question."""
    return view.findChildren(CardText)[0]
