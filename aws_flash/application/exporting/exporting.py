"""Exporting: cards written to a file of some format, whole or not at all."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path

from aws_flash.application.exporting.departure import Departure, Selection
from aws_flash.application.operations import Operations
from aws_flash.application.whole_files import put_whole
from aws_flash.domain.bundle import Bundle
from aws_flash.domain.errors import FormatUnknown
from aws_flash.domain.monitor import Monitor
from aws_flash.formats.form import Writer
from aws_flash.formats.registry import writer_for, writer_of, writers
from aws_flash.formats.uncollected import uncollected
from aws_flash.storage.media_files import MediaFiles


@dataclass(frozen=True, slots=True)
class ExportFormat:
    """A format that cards can leave in."""

    id: str
    name: str
    suffix: str


@dataclass(frozen=True, slots=True)
class Exported:
    """What was written, and what the format could not hold."""

    path: Path
    notes: int
    cards: int
    media: int
    reviews: int
    losses: tuple[str, ...]


class Exporting:
    """Writes cards to files."""

    def __init__(self, operations: Operations, media_files: MediaFiles) -> None:
        """Read through `operations`; media come from `media_files`."""
        self._operations = operations
        self._media_files = media_files

    def gather(self, selection: Selection, name: str, monitor: Monitor) -> Bundle:
        """Return what was selected as a bundle; raises Cancelled."""
        with uncollected():
            return self._operations.read(
                lambda tables: Departure(tables, self._media_files, monitor).bundle(selection, name)
            )

    def export(
        self, bundle: Bundle, path: Path, writer: Writer, monitor: Monitor, *, replaces: bool
    ) -> Exported:
        """Write a bundle to a file, or a folder where the format is one.

        Raises:
            FileExists: there is such a file, and it was not said that it may go.
            UserError: it cannot be written; nothing was changed.
            Cancelled: the user called it off; nothing was changed.
        """
        write_whole(bundle, path, writer, monitor, replaces=replaces)
        return Exported(
            path=path,
            notes=len(bundle.notes),
            cards=len(bundle.cards),
            media=len(bundle.media),
            reviews=len(bundle.reviews),
            losses=writer.losses(bundle),
        )


def formats_out() -> tuple[ExportFormat, ...]:
    """Return the formats that cards can leave in, the best first."""
    return tuple(ExportFormat(one.id, one.name, one.suffix) for one in writers())


def writer_named(format_id: str | None, path: Path) -> Writer:
    """Return the writer with this id, or else the one that the file's name asks for.

    Raises:
        FormatUnknown: there is none.
    """
    writer = writer_for(path) if format_id is None else writer_of(format_id)
    if writer is None:
        raise FormatUnknown(str(path))
    return writer


def write_whole(
    bundle: Bundle, path: Path, writer: Writer, monitor: Monitor, *, replaces: bool
) -> None:
    """Write a bundle to a file as `put_whole` does.

    Raises:
        FileExists: there is such a file, and it was not said that it may go.
        UserError: it cannot be written; nothing was changed.
    """
    put_whole(path, lambda written: writer.write(bundle, written, monitor), replaces=replaces)
