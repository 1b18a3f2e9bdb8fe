"""Media of Mnemosyne that lie in the archive."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import PurePosixPath

from aws_flash.domain.bundle import BundledMedium
from aws_flash.domain.media_name import plain_name
from aws_flash.formats.archive import Archive
from aws_flash.formats.media_folder import MAX_MEDIUM
from aws_flash.formats.taken_media import TakenMedia


@dataclass(frozen=True, slots=True)
class _Load:
    """Reads a medium of an archive when it is wanted."""

    archive: Archive
    name: str

    def __call__(self) -> bytes:
        """Return the content; raises FileUnreadable, FileUnsafe."""
        return self.archive.read(self.name, MAX_MEDIUM)


class PackedMedia(TakenMedia):
    """The media of an archive that were taken so far; folders in names fall away."""

    def __init__(self, archive: Archive) -> None:
        """Take from this archive."""
        super().__init__()
        self._archive = archive

    def _take(self, written: str) -> str | None:
        if written not in self._archive:
            return None
        parts = PurePosixPath(written).parts
        joined = parts[-1] if parts[-1] not in self._found else "_".join(parts)
        name = plain_name(joined)
        if name != joined or name in self._found:
            return None
        size = self._archive.told_size(written)
        self._found[name] = BundledMedium(name, size, _Load(self._archive, written))
        return name
