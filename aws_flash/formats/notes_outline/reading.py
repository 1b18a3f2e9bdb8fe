"""Reads notes as a bundle of drafts, with a count of what became of each line."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator, Sequence, Set
from dataclasses import replace
from pathlib import Path
from typing import Final

from aws_flash.domain.bundle import Bundle, Problem
from aws_flash.domain.errors import FileEmpty
from aws_flash.domain.monitor import Monitor
from aws_flash.formats.encoding import decode
from aws_flash.formats.notes_outline.building import built
from aws_flash.formats.notes_outline.bundling import notes_of, topics_of
from aws_flash.formats.notes_outline.draft import Draft, Tag
from aws_flash.formats.notes_outline.drafting import section_drafts
from aws_flash.formats.notes_outline.entry import Became, Entry
from aws_flash.formats.notes_outline.hints import said_twice, with_hints
from aws_flash.formats.notes_outline.judging import judged
from aws_flash.formats.notes_outline.lines import split_lines
from aws_flash.formats.notes_outline.outline import Item, Section, Table
from aws_flash.formats.notes_outline.recognising import OPML, recognise
from aws_flash.formats.notes_outline.repairs import (
    leaves_as_items,
    nest_announced,
    without_glued_headings,
)
from aws_flash.formats.source import Source, storable

MAX_SIZE: Final = 8 * 2**20
"""Bytes: what people type in a lifetime is less."""

_PICTURE: Final = re.compile(r"!\[[^\[\]\n]{0,300}\]\((?P<path>[^()\s]{1,300})")
_MOST_HINTS: Final = 1_000


def read(source: Source, monitor: Monitor) -> Bundle:
    """Read notes.

    Raises:
        FileUnreadable: the file is no text.
        FileEmpty: nothing in it makes a draft.
        FileUnsafe: it is larger than notes ever are.
    """
    path = str(source.path)
    monitor.phase("Reading")
    content = source.content(MAX_SIZE)
    if recognise(source) == OPML:
        from aws_flash.formats.notes_outline.opml import opml_entries

        entries = opml_entries(content, path)
    else:
        entries = judged(split_lines(decode(content, path).text, path))
    bundle = _bundle(source.path, entries, monitor)
    if not bundle.notes:
        bundle = _bundle(source.path, _without_headings(entries), monitor)
    if not bundle.notes:
        raise FileEmpty(path)
    return bundle


def _without_headings(entries: Sequence[Entry]) -> list[Entry]:
    """Return entries with headings as text, for a file in which nothing stands below them."""
    return [
        replace(entry, became=Became.TEXT, level=0) if entry.became is Became.HEADING else entry
        for entry in entries
    ]


def _bundle(path: Path, entries: Sequence[Entry], monitor: Monitor) -> Bundle:
    sections = built(entries)
    leaves_as_items(sections)
    if not any(entry.became is Became.HEADING and entry.sign for entry in entries):
        sections = without_glued_headings(sections)
    parents = nest_announced(sections)
    monitor.phase("Making drafts", len(sections))
    found: list[tuple[int, Draft]] = []
    for place, section in enumerate(sections):
        found += ((place, draft) for draft in section_drafts(section))
        monitor.step()
    drafts = with_hints([draft for _, draft in found])
    twice = said_twice(drafts)
    for later, _ in twice:
        drafts[later] = replace(drafts[later], tags=(*drafts[later].tags, Tag.TWICE))
    placed = [(place, draft) for (place, _), draft in zip(found, drafts, strict=True)]
    used = {place for place, _ in placed}
    topics, guids = topics_of(sections, used, storable(path.stem))
    hints = [
        *_picture_hints(entries),
        *_structure_hints(sections, used),
        *_nesting_hints(parents),
        *_draft_hints(drafts, twice),
    ]
    return Bundle(
        guid="",
        name=storable(path.stem),
        edition="",
        description="",
        topics=topics,
        notes=tuple(notes_of(placed, guids)),
        problems=_bounded(hints),
        is_draft=True,
        tally=_tally(entries, sections, drafts),
    )


def _tally(
    entries: Sequence[Entry], sections: Sequence[Section], drafts: Sequence[Draft]
) -> tuple[tuple[str, int], ...]:
    """Count the lines, what each became (these add up to the lines), then what was made of them."""
    became = Counter(entry.became for entry in entries)
    grids = [block for section in sections for block in section.blocks if isinstance(block, Table)]
    rows = [[cells for _, cells in grid.rows if cells][1:] for grid in grids]
    lines = [("lines", len(entries)), *((kind.value, became[kind]) for kind in Became)]
    made = (
        ("lines dropped", len(entries) - became.total()),
        ("tables", len(grids)),
        ("table cells", sum(len(cells) for body in rows for cells in body)),
        ("sub-headings cut off", sum(section.cut_off for section in sections)),
        ("groups without a heading", sum(_is_headless(section) for section in sections)),
        ("drafts", len(drafts)),
        ("drafts without a question", sum(Tag.NO_QUESTION in draft.tags for draft in drafts)),
    )
    always = {"lines", "lines dropped", "drafts"}
    return tuple(pair for pair in (*lines, *made) if pair[1] or pair[0] in always)


def _is_headless(section: Section) -> bool:
    return not section.heading and section.line > 1 and bool(section.blocks)


def _structure_hints(sections: Sequence[Section], used: Set[int]) -> Iterator[tuple[int, str]]:
    filled = _filled(sections, used)
    for place, section in enumerate(sections):
        if section.cut_off:
            yield (
                section.line,
                f"\u201c{section.heading}\u201d was taken for a heading of what follows.",
            )
        if _is_headless(section):
            yield section.line, "This group has no heading: give its topic a name."
        if section.heading and place not in filled:
            yield section.line, f"Nothing stands below \u201c{section.heading}\u201d."
        for block in section.blocks:
            if isinstance(block, Table) and block.guessed:
                columns, rows = len(block.rows[0][1]), len(block.rows) - 1
                yield (
                    block.line,
                    f"These lines were taken for a table of {columns} columns, {rows} rows.",
                )


def _filled(sections: Sequence[Section], used: Set[int]) -> set[int]:
    """Return the places of sections that have drafts, or have one that has below them."""
    filled: set[int] = set()
    for place in used:
        step: int | None = place
        while step is not None and step not in filled:
            filled.add(step)
            step = sections[step].above
    return filled


def _picture_hints(entries: Sequence[Entry]) -> Iterator[tuple[int, str]]:
    for entry in entries:
        for found in _PICTURE.finditer(entry.text if entry.became is not Became.CODE else ""):
            yield entry.line, f"A picture is left out, its words stay: {found['path']}"


def _nesting_hints(parents: Sequence[Item]) -> Iterator[tuple[int, str]]:
    for item in parents:
        yield (
            item.line,
            f"The {len(item.children)} short lines after this one were taken for its list.",
        )


def _draft_hints(
    drafts: Sequence[Draft], twice: Sequence[tuple[int, int]]
) -> Iterator[tuple[int, str]]:
    for draft in drafts:
        if Tag.LIST in draft.tags:
            yield draft.line, "Lists several things: the draft asks for each of them."
    for later, earlier in twice:
        yield drafts[later].line, f"Says almost the same as line {drafts[earlier].line}."


def _bounded(hints: Sequence[tuple[int, str]]) -> tuple[Problem, ...]:
    ordered = sorted(hints)
    shown = [Problem(f"line {line}", why) for line, why in ordered[:_MOST_HINTS]]
    left = len(ordered) - len(shown)
    return (*shown, *([Problem("the rest", f"{left} more of these hints.")] if left else []))
