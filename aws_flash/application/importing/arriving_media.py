"""Media of an import: stored by their bytes, renamed where another medium has their name."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from pathlib import PurePath

from aws_flash.domain.bundle import BundledMedium, Problem
from aws_flash.domain.errors import FileUnreadable, FileUnsafe
from aws_flash.domain.media import Medium
from aws_flash.domain.media_name import MAX_NAME
from aws_flash.domain.monitor import Monitor
from aws_flash.storage.media_files import MediaFiles

_DIGEST_LETTERS = 8


def stored(
    media: Sequence[BundledMedium], files: MediaFiles, monitor: Monitor
) -> tuple[list[Medium], list[Problem]]:
    """Store the files and return what they are, under the names that they came with.

    Done before the transaction, so that no row is without its file; a file that no row names does
    no harm. One that cannot be read is left out and told. Raises DiskFull and Cancelled.
    """
    monitor.phase("Storing pictures and sounds", len(media))
    kept: list[Medium] = []
    problems: list[Problem] = []
    for medium in media:
        try:
            content = medium.load()
        except (FileUnreadable, FileUnsafe) as error:
            problems.append(Problem(medium.name, error.why))
        else:
            kept.append(Medium(medium.name, files.put(content), len(content)))
        monitor.step()
    return kept, problems


def renamed(media: Sequence[Medium], known: Mapping[str, Medium]) -> dict[str, str]:
    """Return new names for media whose name is another's here, by their old ones."""
    return {
        medium.name: _name_with(medium)
        for medium in media
        if medium.name in known and known[medium.name].digest != medium.digest
    }


def _name_with(medium: Medium) -> str:
    """Return a name that only these bytes have: the same file comes under it next time too."""
    path = PurePath(medium.name)
    tail = f"-{medium.digest[:_DIGEST_LETTERS]}{path.suffix}"
    stem = path.stem
    while len(f"{stem}{tail}".encode()) > MAX_NAME:
        stem = stem[:-1]
    return f"{stem}{tail}"
