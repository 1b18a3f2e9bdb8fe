"""Reads content as a file of some name, as the program would, and looks at what came."""

from __future__ import annotations

import sys
import tempfile
from collections.abc import Callable
from pathlib import Path
from types import FrameType

from aws_flash.domain.bundle import Bundle, BundledNote, BundledTopic
from aws_flash.domain.errors import UserError
from aws_flash.domain.monitor import Unwatched
from aws_flash.formats.form import Reader
from aws_flash.formats.source import Source


def read_content(reader: Reader, content: bytes, name: str = "file") -> Bundle:
    """Return what the reader makes of a file with this content."""
    with tempfile.TemporaryDirectory() as folder:
        return read_at(Path(folder) / name, reader, content)


def read_at(path: Path, reader: Reader, content: str | bytes) -> Bundle:
    """Return what the reader makes of this content at a path, where other files may lie beside."""
    path.write_bytes(content if isinstance(content, bytes) else content.encode())
    with Source(path) as source:
        reader.recognise(source)
        return reader.read(source, Unwatched())


def sureness(reader: Reader, content: bytes, name: str = "file") -> int:
    """Return how sure the reader is that such a file is its own."""
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder) / name
        path.write_bytes(content)
        with Source(path) as source:
            return reader.recognise(source)


def survives(reader: Reader, content: bytes, name: str = "file") -> None:
    """Raise what the reader must never raise."""
    sureness(reader, content, name)
    try:
        read_content(reader, content, name)
    except UserError:
        return


def paths_of(topics: tuple[BundledTopic, ...]) -> dict[str, tuple[str, ...]]:
    """Return the path of names of each topic by its guid."""
    paths: dict[str, tuple[str, ...]] = {}
    for topic in topics:
        above = paths[topic.parent] if topic.parent else ()
        paths[topic.guid] = (*above, topic.name)
    return paths


def sides(note: BundledNote) -> tuple[str, ...]:
    """Return the fields of a note that hold something."""
    return tuple(value for _, value in note.fields if value)


def all_sides(bundle: Bundle) -> list[tuple[str, ...]]:
    """Return the filled fields of each note."""
    return [sides(note) for note in bundle.notes]


def calls_of(work: Callable[[], object]) -> int:
    """Count the functions called, which no other program on the machine can change."""
    count = 0

    def counted(frame: FrameType, event: str, argument: object) -> None:
        nonlocal count
        count += event in {"call", "c_call"}

    before = sys.getprofile()
    sys.setprofile(counted)
    try:
        work()
    finally:
        sys.setprofile(before)
    return count
