"""The media of a package: which there are, under which names, read when they are wanted."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Final

from aws_flash.domain.bundle import BundledMedium
from aws_flash.domain.errors import FileUnreadable
from aws_flash.domain.media_name import plain_name
from aws_flash.formats.apkg import frames
from aws_flash.formats.apkg.findings import Findings
from aws_flash.formats.apkg.json_text import object_in, plain
from aws_flash.formats.apkg.package import Package, told
from aws_flash.formats.apkg.wire import Message, WireFault
from aws_flash.formats.archive import MAX_ENTRIES, Archive
from aws_flash.formats.source import Source

MAP: Final = "media"
MAX_MAP: Final = 8 * 2**20
"""Bytes in the list of media: 200,000 of them with names as people give them."""
MAX_MEDIUM: Final = 128 * 2**20
"""Anki itself refuses to sync what is larger than 100 MB."""

_NO_LIST: Final = "the list of pictures and sounds cannot be read"
_NOT_PLAIN: Final = "its name is none that a file of the media folder may have; it was left out"
_TWIN: Final = "another file has the same name, so it was left out"
_MISSING: Final = "the package lists it but does not hold it"
_TOO_LARGE: Final = "it is too large, so it was left out"


@dataclass(frozen=True, slots=True)
class _Listed:
    """A medium as the list of a package has it; `size` is None where the list has none."""

    entry: str
    name: str
    size: int | None = None


@dataclass(frozen=True, slots=True)
class _Packed:
    """Reads a medium out of its package."""

    source: Source
    entry: str
    framed: bool

    def __call__(self) -> bytes:
        """Return the content; raises FileUnreadable, FileUnsafe."""
        chunks = self.source.archive.chunks(self.entry, MAX_MEDIUM)
        first = next(chunks, b"")
        whole = _again(first, chunks)
        if not self.framed or not first.startswith(frames.SIGN):
            return b"".join(whole)
        with told(str(self.source.path)):
            return b"".join(frames.unpacked(whole, MAX_MEDIUM))


@dataclass(frozen=True, slots=True)
class _Beside:
    """Reads a medium out of the folder beside a collection."""

    path: Path

    def __call__(self) -> bytes:
        """Return the content; raises FileUnreadable."""
        try:
            with self.path.open("rb") as file:
                return file.read(MAX_MEDIUM)
        except OSError as error:
            raise FileUnreadable(str(self.path), error.strerror or str(error)) from error


def media_of(source: Source, package: Package, findings: Findings) -> tuple[BundledMedium, ...]:
    """Return the media of a file; what is wrong with the list or with a name is a finding."""
    if not source.is_archive:
        return tuple(_in_folder(source.path.with_suffix(".media")))
    listed = _listed(source.archive, package, findings)
    return tuple(_judged(listed, source, package, findings))


def _judged(
    listed: list[_Listed], source: Source, package: Package, findings: Findings
) -> Iterator[BundledMedium]:
    taken: set[str] = set()
    for one in listed:
        name = plain_name(one.name)
        size = 0 if one.entry not in source.archive else source.archive.told_size(one.entry)
        if name is None:
            findings.add(one.name, _NOT_PLAIN)
        elif one.entry not in source.archive:
            findings.add(one.name, _MISSING)
        elif name in taken:
            findings.add(one.name, _TWIN)
        elif max(size, one.size or 0) > MAX_MEDIUM:
            findings.add(one.name, _TOO_LARGE)
        else:
            taken.add(name)
            load = _Packed(source, one.entry, package.newest)
            yield BundledMedium(name, size if one.size is None else one.size, load)


def _listed(archive: Archive, package: Package, findings: Findings) -> list[_Listed]:
    """Return what the list of media says, nothing where it is faulty."""
    if MAP not in archive:
        return []
    try:
        return _in_messages(archive) if package.newest else _in_json(archive, findings)
    except (WireFault, frames.FrameFault, frames.FrameBomb):
        findings.add(MAP, _NO_LIST)
        return []


def _in_messages(archive: Archive) -> list[_Listed]:
    raw = b"".join(frames.unpacked(archive.chunks(MAP, MAX_MAP), MAX_MAP))
    listed: list[_Listed] = []
    for index, entry in enumerate(Message(raw).each(1)[:MAX_ENTRIES]):
        message = Message(entry)
        number = message.whole(255) if 255 in message else index
        listed.append(_Listed(str(number), message.text(1), message.whole(2)))
    return listed


def _in_json(archive: Archive, findings: Findings) -> list[_Listed]:
    raw = archive.read(MAP, MAX_MAP)
    found = object_in(raw)
    if not found and raw.strip() != b"{}":
        findings.add(MAP, _NO_LIST)
    listed: list[_Listed] = []
    for entry, name in found.items():
        if isinstance(name, str):
            listed.append(_Listed(entry, plain(name)))
        else:
            findings.add(f"{MAP}: {plain(entry)}", "it has no name, so it was left out")
    return listed


def _in_folder(folder: Path) -> Iterator[BundledMedium]:
    """Yield the media of a bare collection: in the folder beside it, as Anki keeps them."""
    try:
        files = sorted(folder.iterdir())[:MAX_ENTRIES] if folder.is_dir() else []
        for file in files:
            if plain_name(file.name) == file.name and file.is_file() and not file.is_symlink():
                size = file.stat().st_size
                if size <= MAX_MEDIUM:
                    yield BundledMedium(file.name, size, _Beside(file))
    except OSError:
        return


def _again(first: bytes, chunks: Iterator[bytes]) -> Iterator[bytes]:
    yield first
    yield from chunks
