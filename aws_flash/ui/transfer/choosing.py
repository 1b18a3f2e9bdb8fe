"""What the user has chosen of a file so far, and what taking it in would do."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import replace
from typing import TYPE_CHECKING

from aws_flash.domain.imports import Clash, Wishes

if TYPE_CHECKING:
    from aws_flash.application.importing.preview import Preview
    from aws_flash.domain.bundle import Bundle, BundledNote
    from aws_flash.ui.transfer.offer import Offer


class Choosing:
    """Keeps ticks of topics and of cards; a card comes where it and its topic are ticked."""

    def __init__(self, offer: Offer, wishes: Wishes, *, is_table: bool = False) -> None:
        """Begin with everything ticked, but for drafts that ask nothing yet.

        `is_table` says that the file is a table as text.
        """
        self.is_table = is_table
        self._offer = offer
        self._wishes = wishes
        self._topics_out: set[str] = set()
        notes = offer.bundle.notes if offer.bundle.is_draft else ()
        self._notes_out = {note.guid for note in notes if not _asks(note)}

    @property
    def bundle(self) -> Bundle:
        """What the file holds."""
        return self._offer.bundle

    @property
    def preview(self) -> Preview:
        """What would become of all of it."""
        return self._offer.preview

    @property
    def offer(self) -> Offer:
        """What the file offers, counted."""
        return self._offer

    @property
    def has_marks(self) -> bool:
        """Whether cards come with the tags of other programs' marks."""
        return self._offer.has_marks

    @property
    def wishes(self) -> Wishes:
        """What the user asks for."""
        return replace(self._wishes, left_out=frozenset(self._left_out()))

    @property
    def all_wishes(self) -> Wishes:
        """The same with nothing left out: ticks are counted here, not by the preview."""
        return self._wishes

    @property
    def is_by_first_field(self) -> bool:
        """Whether cards with the same first field count as the same."""
        return self._wishes.by_first_field

    def wish(self, wishes: Wishes) -> None:
        """Ask for other things; what is left out stays so."""
        self._wishes = wishes

    def see(self, offer: Offer) -> None:
        """Go on with another content of the same file: a draft was edited, a row mended."""
        self._offer = offer

    def forget_topics(self) -> None:
        """Tick all topics: the file has others now."""
        self._topics_out.clear()

    def tick_topics(self, guids: Iterable[str], *, ticked: bool) -> None:
        """Bring the cards of topics, or leave them out."""
        _tick(self._topics_out, guids, ticked=ticked)

    def tick_notes(self, guids: Iterable[str], *, ticked: bool) -> None:
        """Bring notes, or leave them out."""
        _tick(self._notes_out, guids, ticked=ticked)

    def is_ticked(self, note: BundledNote) -> bool:
        """Whether a note comes."""
        return note.guid not in self._notes_out and note.topic not in self._topics_out

    def notes_of(self, topics: Iterable[str] | None) -> list[BundledNote]:
        """Return the notes of some topics in the order of the file, of all for None."""
        if topics is None:
            return list(self.bundle.notes)
        return [note for topic in topics for note in self._offer.by_topic.get(topic, ())]

    def added(self) -> int:
        """How many cards would be added."""
        out, cards = self._left_out(), self.preview.cards
        added = self._offer.cards_added
        added -= sum(cards[guid] for guid in out if guid in self._offer.added)
        if self._wishes.clash is Clash.BOTH:
            clashing = self.preview.plan.clashing
            added += sum(cards[one.guid] for one in clashing if one.guid not in out)
        return added

    def updated(self) -> int:
        """How many notes would get the text of the file."""
        out = self._left_out()
        plan = self.preview.plan
        taken = [*plan.changed, *(plan.clashing if self._wishes.clash is Clash.THEIRS else ())]
        return sum(1 for one in taken if one.guid not in out)

    def brings_progress(self) -> bool:
        """Whether boxes and history come along."""
        return self._wishes.with_progress and self.preview.has_progress

    def _left_out(self) -> set[str]:
        if not self._topics_out:
            return self._notes_out
        return self._notes_out | {note.guid for note in self.notes_of(self._topics_out)}


def _asks(note: BundledNote) -> bool:
    """Whether a draft has a question, or a text to ask from."""
    return bool(note.fields) and bool(note.fields[0][1].strip())


def _tick(out: set[str], guids: Iterable[str], *, ticked: bool) -> None:
    if ticked:
        out.difference_update(guids)
    else:
        out.update(guids)
