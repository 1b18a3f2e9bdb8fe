"""What of a bundle Markdown cannot hold, in sentences."""

from __future__ import annotations

from aws_flash.domain.bundle import Bundle
from aws_flash.domain.kind import BUILT_IN

_BUILT_IN = frozenset(kind.guid for kind in BUILT_IN)


def losses_in_folder(bundle: Bundle) -> tuple[str, ...]:
    """Return what is lost in a folder of files."""
    foreign = any(note.kind not in _BUILT_IN for note in bundle.notes)
    lost = (
        (bool(bundle.reviews), "The history of reviews stays here."),
        (any(card.progress for card in bundle.cards), "Boxes and due days stay here."),
        (
            any(card.suspended or card.flag or card.topic for card in bundle.cards),
            "Flags, suspended cards, and cards in other topics than their notes are not told.",
        ),
        (foreign, "Cards of other programs become plain questions and answers, without styles."),
        (
            any(note.provenance for note in bundle.notes),
            "Sources and dates of checking are left out.",
        ),
    )
    return tuple(sentence for applies, sentence in lost if applies)


def losses_in_file(bundle: Bundle) -> tuple[str, ...]:
    """Return what is lost in one file alone."""
    media = ("Pictures and sounds are left out: only their names stay.",) if bundle.media else ()
    return (*media, *losses_in_folder(bundle))
