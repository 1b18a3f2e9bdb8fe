"""Reads content as a file of some name, as the program would."""

from __future__ import annotations

import tempfile
from pathlib import Path

from aws_flash.domain.bundle import Bundle, BundledTopic
from aws_flash.domain.errors import UserError
from aws_flash.domain.monitor import Unwatched
from aws_flash.formats.form import Reader
from aws_flash.formats.source import Source


def read_content(reader: Reader, content: bytes, name: str = "file") -> Bundle:
    """Return what the reader makes of a file with this content."""
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder) / name
        path.write_bytes(content)
        with Source(path) as source:
            return reader.read(source, Unwatched())


def sureness(reader: Reader, content: bytes, name: str = "file") -> int:
    """Return how sure the reader is that such a file is its own."""
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder) / name
        path.write_bytes(content)
        with Source(path) as source:
            return reader.recognise(source)


def survives(reader: Reader, content: bytes) -> None:
    """Raise what the reader must never raise."""
    sureness(reader, content)
    try:
        read_content(reader, content)
    except UserError:
        return


def paths_of(topics: tuple[BundledTopic, ...]) -> dict[str, tuple[str, ...]]:
    """Return the path of names of each topic by its guid."""
    paths: dict[str, tuple[str, ...]] = {}
    for topic in topics:
        above = paths[topic.parent] if topic.parent else ()
        paths[topic.guid] = (*above, topic.name)
    return paths
