"""Operations: one use-case, one transaction, one undo step; nobody writes undo code."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from typing import TypeVar

from aws_flash.domain.changes import Changed, Done, Step
from aws_flash.domain.monitor import UNWATCHED, Monitor
from aws_flash.formats.uncollected import uncollected
from aws_flash.storage.collection import Collection
from aws_flash.storage.journal import Befores, forget, size_of
from aws_flash.storage.tables import Tables

T = TypeVar("T")

_CHANGED = {
    "topics": Changed.TOPICS,
    "kinds": Changed.NOTES,
    "notes": Changed.NOTES,
    "cards": Changed.CARDS,
    "reviews": Changed.REVIEWS,
    "settings": Changed.SETTINGS,
    "plans": Changed.PLANS,
    "media": Changed.MEDIA,
    "decks": Changed.DECKS,
    "deck_notes": Changed.DECKS,
    "deck_topics": Changed.DECKS,
    "fact_changes": Changed.FACTS,
    "imports": Changed.IMPORTS,
    "import_traces": Changed.IMPORTS,
}


@dataclass(frozen=True, slots=True)
class _Entry:
    """A step that was done, and the values it overwrote."""

    step: Step
    befores: Befores


class Operations:
    """Runs use-cases in transactions and keeps their undo steps until the program closes."""

    def __init__(self, collection: Collection, now: Callable[[], int]) -> None:
        """Work on one collection; `now()` is UTC milliseconds."""
        self._collection = collection
        self._now = now
        self._undoable: list[_Entry] = []
        self._redoable: list[_Entry] = []

    def run(self, step: Step, body: Callable[[Tables], T]) -> Done[T]:
        """Run `body` in a transaction and make it the newest undo step.

        Any error rolls everything back and leaves the steps as they were. A body that changes
        nothing leaves no step.
        """
        value, befores = self._commit(body)
        if not befores:
            return Done(value, Changed.NOTHING)
        self._undoable.append(_Entry(step, befores))
        _clear(self._redoable)
        return Done(value, changed_by(befores), step)

    def run_without_step(self, body: Callable[[Tables], T]) -> Done[T]:
        """Run `body` in a transaction that no undo takes back: not the user's doing."""
        value, befores = self._commit(body)
        return Done(value, changed_by(befores))

    def run_as_undo(self, step: Step, body: Callable[[Tables], T]) -> Done[T]:
        """Run a `body` that itself takes `step` back, a step of an earlier run of the program.

        Redo then does that step again.
        """
        value, befores = self._commit(body)
        if not befores:
            return Done(value, Changed.NOTHING)
        self._redoable.append(_Entry(step, befores))
        return Done(value, changed_by(befores), step)

    def read(self, body: Callable[[Tables], T]) -> T:
        """Run `body` on an unchanging view of the collection; it must not write."""
        with self._collection.read() as tables:
            return body(tables)

    @property
    def undoable(self) -> Step | None:
        """The step that `undo` takes back."""
        return self._undoable[-1].step if self._undoable else None

    @property
    def redoable(self) -> Step | None:
        """The step that `redo` does again."""
        return self._redoable[-1].step if self._redoable else None

    def undo(self, monitor: Monitor = UNWATCHED) -> Done[Step | None]:
        """Take the newest step back; the value is that step, None when there is none.

        Raises:
            Cancelled: the user called it off; nothing was changed, the step can still be undone.
        """
        return self._swap(
            "Putting your cards back as they were", (self._undoable, self._redoable), monitor
        )

    def redo(self, monitor: Monitor = UNWATCHED) -> Done[Step | None]:
        """Do the step last taken back again; the value is that step, None when there is none.

        Raises:
            Cancelled: the user called it off; nothing was changed, the step can still be redone.
        """
        return self._swap(
            "Putting it all in place again", (self._redoable, self._undoable), monitor
        )

    def forget_steps(self) -> None:
        """Drop all steps: the collection was replaced, they no longer fit."""
        _clear(self._undoable)
        _clear(self._redoable)

    def _commit(self, body: Callable[[Tables], T]) -> tuple[T, Befores]:
        with self._collection.write(self._now()) as tables:
            value = body(tables)
            return value, tables.befores

    def _swap(
        self, phase: str, places: tuple[list[_Entry], list[_Entry]], monitor: Monitor
    ) -> Done[Step | None]:
        """Take the last entry from the first of two places to the second."""
        source, target = places
        if not source:
            return Done(None, Changed.NOTHING)
        entry = source[-1]
        monitor.phase(phase, size_of(entry.befores))
        with uncollected():
            _, befores = self._commit(lambda tables: tables.restore(entry.befores, monitor))
        source.pop()
        target.append(_Entry(entry.step, befores))
        forget(entry.befores)
        return Done(entry.step, changed_by(befores), entry.step)


def _clear(entries: list[_Entry]) -> None:
    while entries:
        forget(entries.pop().befores)


def changed_by(befores: Befores) -> Changed:
    """Return the kinds of things that a journal touched."""
    changed = Changed.NOTHING
    for name in befores:
        changed |= _CHANGED[name]
    return changed
