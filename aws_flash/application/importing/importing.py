"""Importing: files looked at, taken in, listed and taken back."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

from aws_flash.application.clock import Clock
from aws_flash.application.importing.arrival import Arrival, arrival_of
from aws_flash.application.importing.arriving_media import renamed, stored
from aws_flash.application.importing.comparing import compared, wanted
from aws_flash.application.importing.preview import Preview, preview_of
from aws_flash.application.importing.reverting import Reverting
from aws_flash.application.importing.sampling import Comparison, comparison_of
from aws_flash.application.importing.taking_in import TakingIn
from aws_flash.application.operations import Operations
from aws_flash.domain.bundle import Bundle
from aws_flash.domain.changes import Action, Done, Step
from aws_flash.domain.errors import Gone, Refused
from aws_flash.domain.ids import IdSource
from aws_flash.domain.imports import Import, ImportTrace, Report, Reverted, Wishes
from aws_flash.domain.media import Medium
from aws_flash.domain.merge import Difference
from aws_flash.domain.merge_plan import MergePlan
from aws_flash.domain.monitor import UNWATCHED, Monitor
from aws_flash.formats.registry import readers
from aws_flash.formats.source import storable
from aws_flash.formats.uncollected import uncollected
from aws_flash.storage.media_files import MediaFiles
from aws_flash.storage.tables import Tables
from aws_flash.storage.trace import read_trace, trace_of


class Importing:
    """Brings files into the collection; each import is one step, and can be taken back later."""

    def __init__(
        self, operations: Operations, clock: Clock, ids: IdSource, media_files: MediaFiles
    ) -> None:
        """Work through `operations`; time, ids and the folder of media are passed in."""
        self._operations = operations
        self._clock = clock
        self._ids = ids
        self._media_files = media_files

    def look(self, path: Path, monitor: Monitor) -> Arrival:
        """Read a file of any known format; raises UserError and Cancelled as `arrival_of`."""
        return arrival_of(path, monitor)

    def preview(self, arrival: Arrival, wishes: Wishes) -> Preview:
        """Return what taking it in would do."""
        bundle, plan = self._operations.read(lambda tables: _planned(tables, arrival, wishes))
        return preview_of(bundle, plan)

    def compare(self, arrival: Arrival, difference: Difference) -> Comparison:
        """Return a note of a preview's plan that differs, as it is here and as the file has it."""
        kinds = self._operations.read(lambda tables: tables.kinds.known())
        return comparison_of(arrival, difference, kinds.values())

    def take_in(self, arrival: Arrival, wishes: Wishes, monitor: Monitor) -> Done[Import | None]:
        """Take a file in as one step; the value is None where everything was here already.

        Raises:
            UserError: the disk is full; nothing was changed.
            Cancelled: the user called it off; nothing was changed.
        """
        media, lost = stored(arrival.bundle.media, self._media_files, monitor)
        bundle = arrival.bundle
        arrival = arrival.with_bundle(replace(bundle, problems=(*bundle.problems, *lost)))

        def body(tables: Tables) -> Import | None:
            return self._take_in(tables, arrival, wishes, media, monitor)

        step = Step(Action.IMPORT, storable(arrival.path.name), len(arrival.bundle.notes))
        with uncollected():
            return self._operations.run(step, body)

    def imports(self) -> list[Import]:
        """Return all imports, the newest first."""
        return self._operations.read(lambda tables: tables.imports.newest_first())

    def topic_of(self, import_id: int) -> int | None:
        """Return the topic where most of an import can be seen: one that it made, or filled.

        None where nothing of it is in the tree any more.
        """
        return self._operations.read(lambda tables: _topic_of(tables, import_id))

    def revert(self, import_id: int, monitor: Monitor = UNWATCHED) -> Done[Reverted]:
        """Take an import back as one step.

        Raises:
            Gone: there is no such import.
            Refused: it was taken back before.
            Cancelled: the user called it off; nothing was changed.
        """

        def body(tables: Tables) -> Reverted:
            one = tables.imports.get_all([import_id]).get(import_id)
            trace = tables.import_traces.get_all([import_id]).get(import_id)
            if one is None or trace is None:
                raise Gone("import")
            if one.reverted_at is not None:
                raise Refused("this import was taken back before")
            reverting = Reverting(tables, read_trace(tables, trace.content), monitor)
            reverted = reverting.revert()
            tables.imports.put_all([replace(one, reverted_at=self._clock.now())])
            return reverted

        step = Step(Action.REVERT_IMPORT, self._named(import_id))
        with uncollected():
            return self._operations.run(step, body)

    def _named(self, import_id: int) -> str:
        found = self._operations.read(lambda tables: tables.imports.get_all([import_id]))
        return found[import_id].name if import_id in found else ""

    def _take_in(
        self,
        tables: Tables,
        arrival: Arrival,
        wishes: Wishes,
        media: list[Medium],
        monitor: Monitor,
    ) -> Import | None:
        bundle, plan = _planned(tables, arrival, wishes)
        known = tables.media.get_all(medium.name for medium in media)
        names = renamed(media, known)
        fresh = [replace(medium, name=names.get(medium.name, medium.name)) for medium in media]
        tables.media.put_all(fresh)
        taking = TakingIn(tables, bundle, wishes, self._ids, self._clock.local())
        taking.take_in(plan, names, monitor)
        if tables.befores.keys() <= {"media"}:
            return None
        done = Import(
            id=self._ids.new_id(),
            at=self._clock.now(),
            name=storable(arrival.path.name),
            format=arrival.format,
            report=_report(arrival, plan, taking, len(fresh)),
        )
        tables.import_traces.put_all([ImportTrace(done.id, trace_of(tables, tables.befores))])
        tables.imports.put_all([done])
        return done


def formats_in() -> dict[str, str]:
    """Return the names of all formats that can be read, by the ids that imports keep."""
    return {reader.id: reader.name for reader in readers()}


def _planned(tables: Tables, arrival: Arrival, wishes: Wishes) -> tuple[Bundle, MergePlan]:
    bundle = wanted(tables, arrival.bundle, wishes)
    return bundle, compared(tables, bundle)


def _report(arrival: Arrival, plan: MergePlan, taking: TakingIn, media: int) -> Report:
    return Report(
        new=len(plan.added),
        changed=len(plan.changed),
        same=len(plan.same),
        clashing=len(plan.clashing),
        cards=taking.cards_added,
        topics=taking.topics_added,
        media=media,
        reviews=taking.reviews_added,
        problems=tuple((problem.where, problem.why) for problem in arrival.bundle.problems),
    )


def _topic_of(tables: Tables, import_id: int) -> int | None:
    trace = tables.import_traces.get_all([import_id]).get(import_id)
    if trace is None:
        return None
    told = read_trace(tables, trace.content)
    made = tables.topics.get_all(told.added.get("topics", []))
    if made:
        return next(iter(sorted(made)))
    touched = [*told.added.get("cards", [])[:1], *(c.id for c in told.changed.get("cards", [])[:1])]
    notes = [note.id for note in told.changed.get("notes", [])[:1]]
    cards = [*tables.cards.get_all(touched).values(), *tables.cards.of_notes(notes)]
    return cards[0].topic_id if cards else None
