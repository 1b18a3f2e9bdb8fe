"""A bundle into a CSV that spreadsheets open, and that comes back here the same.

Each row says "html" in its column "form", so that rows may be sorted, left out, or added by hand
(without that word: they are plain text then).
"""

from __future__ import annotations

import csv
from collections.abc import Iterable, Iterator
from pathlib import Path
from typing import Final

from aws_flash.domain.bundle import Bundle, BundledNote
from aws_flash.domain.errors import FileUnwritable
from aws_flash.domain.kind import BUILT_IN
from aws_flash.domain.monitor import Monitor
from aws_flash.formats.delimited.column_names import OWN_NAMES
from aws_flash.formats.delimited.own import HTML, guarded, is_formula, path_cell

_STEP: Final = 1_000
_GUARDED: Final = (
    "Cells that a spreadsheet would compute get an apostrophe before them; "
    "it goes again when the file is imported here."
)
_BUILT_IN_NAMES: Final = {kind.guid: kind.guid for kind in BUILT_IN}


def write(bundle: Bundle, path: Path, monitor: Monitor) -> None:
    """Write the notes of a bundle as UTF-8 with a mark, by which spreadsheets know it.

    Raises:
        FileUnwritable: the file cannot be written.
        Cancelled: the user called it off; what was written so far is left.
    """
    monitor.phase("Writing", len(bundle.notes))
    try:
        with path.open("w", encoding="utf-8-sig", errors="replace", newline="") as file:
            table = csv.writer(file)
            for count, row in enumerate(_rows(bundle)):
                table.writerow(map(harmless, row))
                if count % _STEP == 0:
                    monitor.step(_STEP)
    except OSError as error:
        raise FileUnwritable(str(path), error.strerror or str(error)) from error


def losses(bundle: Bundle) -> tuple[str, ...]:
    """Say what a CSV cannot hold of this bundle, and what it changes."""
    told: list[tuple[bool, str]] = [
        (bool(bundle.media), "Pictures and sounds stay behind; cards keep only their names."),
        (
            bool(bundle.reviews) or any(card.progress for card in bundle.cards),
            "Progress and past answers stay behind.",
        ),
        (
            any(card.flag or card.suspended or card.topic for card in bundle.cards),
            "Flags, suspended cards and cards moved to another topic stay behind.",
        ),
        (any(note.provenance for note in bundle.notes), "Sources and check dates stay behind."),
        (_has_bare_topics(bundle), "Empty topics and descriptions of topics stay behind."),
        (bool(bundle.kinds), "Cards of other programs lose their templates and styles."),
        (
            any(is_formula(html) for note in bundle.notes for _, html in note.fields),
            _GUARDED,
        ),
    ]
    return tuple(sentence for is_so, sentence in told if is_so)


def _has_bare_topics(bundle: Bundle) -> bool:
    used = {note.topic for note in bundle.notes}
    parents = {topic.guid: topic.parent for topic in bundle.topics}
    for topic in [*used]:
        above = parents.get(topic)
        while above is not None and above not in used:
            used.add(above)
            above = parents.get(above)
    return any(topic.description or topic.guid not in used for topic in bundle.topics)


def _rows(bundle: Bundle) -> Iterator[list[str]]:
    names = _field_names(bundle)
    columns = {name: at for at, name in enumerate(names, start=len(OWN_NAMES))}
    kinds = _BUILT_IN_NAMES | {kind.guid: kind.name for kind in bundle.kinds}
    paths = _paths(bundle)
    yield [*OWN_NAMES, *names]
    for note in bundle.notes:
        row = [""] * (len(OWN_NAMES) + len(names))
        row[: len(OWN_NAMES)] = _about(note, kinds, paths)
        for name, html in note.fields:
            row[columns[name]] = html
        yield row


def harmless(text: str) -> str:
    """Return a cell that no spreadsheet computes, without NUL, at which many stop reading."""
    return guarded(text.replace("\0", "\ufffd"))


def _about(note: BundledNote, kinds: dict[str, str], paths: dict[str, str]) -> Iterable[str]:
    tags = " ".join(dict.fromkeys("_".join(tag.split()) for tag in note.tags))
    return (note.guid, paths.get(note.topic, ""), kinds.get(note.kind, note.kind), tags, HTML)


def _field_names(bundle: Bundle) -> tuple[str, ...]:
    """The fields of all kinds, in the order in which the notes bring them."""
    shapes = dict.fromkeys(tuple(name for name, _ in note.fields) for note in bundle.notes)
    return tuple(dict.fromkeys(name for shape in shapes for name in shape))


def _paths(bundle: Bundle) -> dict[str, str]:
    """The path of each topic by guid; parents may stand after their children."""
    topics = {topic.guid: topic for topic in bundle.topics}
    paths: dict[str, str] = {}
    for topic in bundle.topics:
        names: list[str] = []
        above = topics.get(topic.guid)
        while above is not None and len(names) < len(topics):
            names.append(above.name)
            above = topics.get(above.parent or "")
        paths[topic.guid] = path_cell(names[::-1])
    return paths
