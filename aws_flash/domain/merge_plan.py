"""A merge plan: what an import would do to each note, before anything is written."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from aws_flash.domain.bundle import BundledNote
from aws_flash.domain.merge import Content, Difference, Fate, fate


@dataclass(frozen=True, slots=True)
class MergePlan:
    """The notes of a file by what would become of them, each in the order of the file.

    `added` are not here. `changed` are here as this file, or an earlier state of it, brought them;
    `clashing` differ, and the user may have changed them. `same` need nothing.
    """

    added: tuple[BundledNote, ...] = ()
    changed: tuple[Difference, ...] = ()
    clashing: tuple[Difference, ...] = ()
    same: tuple[str, ...] = ()


def merge_plan(
    theirs: Iterable[BundledNote], mine: Mapping[str, Content], bases: Mapping[str, str]
) -> MergePlan:
    """Compare the notes of a file with the collection.

    `mine` and `bases` are by guid: the notes in the collection, and the fingerprints of what was
    last brought of them. A note that only the user has changed is the same: the file has nothing
    new to say.
    """
    added: list[BundledNote] = []
    same: list[str] = []
    differing: dict[Fate, list[Difference]] = {Fate.UPDATED: [], Fate.CLASHING: []}
    for note in theirs:
        own = mine.get(note.guid)
        if own is None:
            added.append(note)
            continue
        new = content_of(note)
        if own == new:
            same.append(note.guid)
            continue
        one = fate(bases.get(note.guid), own.fingerprint, new.fingerprint)
        if one in differing:
            differing[one].append(Difference(note.guid, own, new))
        else:
            same.append(note.guid)
    changed, clashing = differing.values()
    return MergePlan(tuple(added), tuple(changed), tuple(clashing), tuple(same))


def content_of(note: BundledNote) -> Content:
    """Return what a note of a file says."""
    return Content(note.kind, note.fields, note.provenance)
