"""The rows that a bundle makes in a file of vocabulary: two plain sides and what is beside them."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import Final

from aws_flash.domain.bundle import Bundle, BundledCard, BundledNote, Progress
from aws_flash.domain.face import Face, face_of
from aws_flash.domain.html.escaping import resolve
from aws_flash.domain.kind import BUILT_IN, Family, Kind
from aws_flash.domain.note import Note
from aws_flash.domain.ordinals import ordinals_of
from aws_flash.domain.plain_text import plain
from aws_flash.formats.html_field import plain_of

TWO_SIDED: Final = frozenset({"basic", "reversed"})

_SIDE: Final = re.compile(
    r'(?P<text>.*?)(?:<img src="(?P<image>[^"<>]{1,300})">)?'
    r"(?:\[sound:(?P<sound>[^\[\]]{1,300})\])?",
    re.DOTALL,
)


@dataclass(frozen=True, slots=True)
class Side:
    """One text of a row; `is_exact` says that nothing of the field is lost in it."""

    text: str
    image: str = ""
    sound: str = ""
    is_exact: bool = True

    @property
    def is_empty(self) -> bool:
        """Whether nothing is left to ask or to answer with."""
        return not (self.text or self.image or self.sound)


@dataclass(frozen=True, slots=True)
class Row:
    """An entry to be; `forward` and `back` are the progress of its two directions."""

    question: Side
    answer: Side
    comment: Side
    topic: str
    tags: tuple[str, ...]
    inactive: bool
    forward: Progress | None = None
    back: Progress | None = None

    @property
    def is_whole(self) -> bool:
        """Whether both sides say something; else the form cannot hold the row."""
        return not self.question.is_empty and not self.answer.is_empty


def rows_of(bundle: Bundle) -> Iterator[Row]:
    """Yield a row for each note with two sides, and for each card of all other kinds."""
    kinds = {kind.guid: kind for kind in (*BUILT_IN, *bundle.kinds)}
    cards: dict[str, list[BundledCard]] = {}
    for card in bundle.cards:
        cards.setdefault(card.note, []).append(card)
    for note in bundle.notes:
        own = cards.get(note.guid, [])
        if note.kind in TWO_SIDED:
            yield _two_sided(note, own)
        elif note.kind in kinds:
            yield from _asked(note, kinds[note.kind], own)


def side_of(html: str) -> Side:
    """Return a field as a side: its text, and the picture and the sound at its end."""
    found = _SIDE.fullmatch(html)
    image, sound = (found["image"], found["sound"]) if found else (None, None)
    body = found["text"] if found else html
    body = body.removesuffix("<br>") if image else body
    text = plain_of(body)
    return Side(
        text=plain(body) if text is None else text,
        image=resolve(image or ""),
        sound=resolve(sound or ""),
        is_exact=text is not None,
    )


def _two_sided(note: BundledNote, cards: Sequence[BundledCard]) -> Row:
    fields = dict(note.fields)
    learned = {card.ordinal: card.progress for card in cards}
    return Row(
        question=side_of(fields.get("Question", "")),
        answer=side_of(fields.get("Answer", "")),
        comment=side_of(fields.get("Explanation", "")),
        topic=note.topic,
        tags=note.tags,
        inactive=bool(cards) and all(card.suspended for card in cards),
        forward=learned.get(0),
        back=learned.get(1) if note.kind == "reversed" else None,
    )


def _asked(note: BundledNote, kind: Kind, cards: Sequence[BundledCard]) -> Iterator[Row]:
    """Yield what each card shows, as plain text."""
    shown = Note(0, note.guid, kind.id, note.fields, note.tags, 0, 0)
    held = {card.ordinal: card for card in cards}
    for ordinal in held or dict.fromkeys(ordinals_of(note.fields, kind)):
        face = face_of(shown, kind, ordinal)
        card = held.get(ordinal) or BundledCard(note.guid, ordinal)
        question, answer = _texts(face)
        yield Row(
            question=Side(question, is_exact=False),
            answer=Side(answer, is_exact=False),
            comment=Side(plain(face.explanation), is_exact=False),
            topic=card.topic or note.topic,
            tags=note.tags,
            inactive=card.suspended,
            forward=card.progress,
        )


def _texts(face: Face) -> tuple[str, str]:
    question, answer = plain(face.question.html), plain(face.answer.html)
    if face.family is Family.CHOICE:
        options = "\n".join(f"- {plain(option.text)}" for option in face.options)
        right = "\n".join(plain(option.text) for option in face.options if option.right)
        return f"{question}\n{options}", right
    return question, answer
