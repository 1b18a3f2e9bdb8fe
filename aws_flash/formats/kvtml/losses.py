"""What KVTML cannot hold of a bundle, in sentences."""

from __future__ import annotations

from collections.abc import Callable
from typing import Final

from aws_flash.domain.bundle import Bundle
from aws_flash.formats.kvtml.rows import TWO_SIDED, Row, rows_of


def losses_of(bundle: Bundle) -> tuple[str, ...]:
    """Return a sentence for each sort of thing that stays behind."""
    rows = list(rows_of(bundle))
    found = [sentence for sentence, is_lost in _LOSSES.items() if is_lost(bundle)]
    found += [sentence for sentence, is_lost in _OF_ROWS.items() if any(map(is_lost, rows))]
    return tuple(found)


def _mixed(bundle: Bundle) -> bool:
    """Whether it cannot be seen which cards are asked both ways: practice alone tells that."""
    kinds = {note.kind for note in bundle.notes}
    return "reversed" in kinds and (len(kinds) > 1 or not any(one.progress for one in bundle.cards))


_LOSSES: Final[dict[str, Callable[[Bundle], bool]]] = {
    "Pictures and sounds stay behind; the file only names them.": lambda one: bool(one.media),
    "Gap, choice, typed, picture and other special cards become plain questions and answers.": (
        lambda one: any(note.kind not in TWO_SIDED for note in one.notes)
    ),
    "Which cards are asked both ways is not told.": _mixed,
    "The history of your answers stays behind.": lambda one: bool(one.reviews),
    "Flags stay behind.": lambda one: any(card.flag for card in one.cards),
    "Sources and the days on which facts were checked stay behind.": (
        lambda one: any(note.provenance for note in one.notes)
    ),
    "Descriptions of topics stay behind.": (
        lambda one: any(topic.description for topic in one.topics)
    ),
    "Cards have no identity in it: brought in again, they are new cards.": (
        lambda one: bool(one.notes)
    ),
}

_OF_ROWS: Final[dict[str, Callable[[Row], bool]]] = {
    "Bold, lists, tables and other formatting become plain text.": lambda row: (
        not (row.question.is_exact and row.answer.is_exact and row.comment.is_exact)
    ),
    "Pictures in explanations stay behind.": (
        lambda row: bool(row.comment.image or row.comment.sound)
    ),
    "Cards with an empty side are left out.": lambda row: not row.is_whole,
}
