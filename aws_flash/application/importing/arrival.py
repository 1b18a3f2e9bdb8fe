"""An arrival: a file that was read and waits for the user's word; nothing is written yet."""

from __future__ import annotations

from dataclasses import dataclass, replace
from pathlib import Path
from typing import Self

from aws_flash.domain.bundle import Bundle
from aws_flash.domain.errors import FileEmpty
from aws_flash.domain.monitor import Monitor
from aws_flash.formats.own_folder import remove_abandoned_workspaces
from aws_flash.formats.registry import reader_for
from aws_flash.formats.source import Source


@dataclass(frozen=True, slots=True)
class Arrival:
    """What a file holds. Its media are read from the file when it is taken in: close it after."""

    path: Path
    format: str
    format_name: str
    bundle: Bundle
    source: Source

    def __enter__(self) -> Self:
        """Use the arrival in a `with` statement."""
        return self

    def __exit__(self, *_: object) -> None:
        """Let go of the file."""
        self.close()

    def with_bundle(self, bundle: Bundle) -> Arrival:
        """Return the same arrival with another content: the user has mended or left out some."""
        return replace(self, bundle=bundle)

    def close(self) -> None:
        """Let go of the file."""
        self.source.close()


def arrival_of(path: Path, monitor: Monitor) -> Arrival:
    """Read a file or a folder of any format.

    Raises:
        UserError: it cannot be read, is of no known format, is unsafe, or holds no cards.
        Cancelled: the user called it off.
    """
    remove_abandoned_workspaces()
    source = Source(path)
    try:
        return _read(source, monitor)
    except BaseException:
        source.close()
        raise


def _read(source: Source, monitor: Monitor) -> Arrival:
    reader = reader_for(source)
    bundle = reader.read(source, monitor)
    if not bundle.notes and not bundle.problems:
        raise FileEmpty(str(source.path))
    return Arrival(source.path, reader.id, reader.name, bundle, source)
