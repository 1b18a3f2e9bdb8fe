"""Pictures and sounds that lie as files beside the file that names them."""

from __future__ import annotations

import stat
from dataclasses import dataclass
from pathlib import Path, PurePosixPath
from typing import Final

from aws_flash.domain.bundle import BundledMedium
from aws_flash.domain.errors import FileUnreadable, FileUnsafe
from aws_flash.domain.media_name import plain_name
from aws_flash.formats.taken_media import TakenMedia

MAX_MEDIUM: Final = 256 * 2**20

# A file that a stranger wrote may name pictures beside it, never what else lies there.
_PICTURES: Final = ".png .jpg .jpeg .gif .webp .svg .bmp .tif .tiff .avif .ico"
_SOUNDS: Final = ".mp3 .ogg .oga .opus .wav .flac .m4a .aac .wma .mp4 .webm .ogv .mov .avi .mkv"
_SUFFIXES: Final = frozenset(f"{_PICTURES} {_SOUNDS}".split())
_DEEPEST: Final = 6


@dataclass(frozen=True, slots=True)
class _Load:
    """Reads a file when it is wanted, if it is still what it was."""

    path: Path

    def __call__(self) -> bytes:
        """Return the content; raises FileUnreadable, FileUnsafe."""
        try:
            with self.path.open("rb") as file:
                content = file.read(MAX_MEDIUM + 1)
        except OSError as error:
            raise FileUnreadable(str(self.path), error.strerror or str(error)) from error
        if len(content) > MAX_MEDIUM:
            raise FileUnsafe(str(self.path), f"is larger than {MAX_MEDIUM // 2**20} MB")
        return content


class MediaFolder(TakenMedia):
    """The media that were found under a folder so far, each by the plain name that it gets."""

    def __init__(self, folder: Path) -> None:
        """Look under this folder alone; nothing outside of it is ever touched."""
        super().__init__()
        self._folder = folder

    def _take(self, written: str) -> str | None:
        parts = PurePosixPath(written.strip().replace("\\", "/").removeprefix("./")).parts
        if not 0 < len(parts) <= _DEEPEST or any(plain_name(part) != part for part in parts):
            return None
        name = parts[-1] if parts[-1] not in self._found else "_".join(parts)
        path = self._folder.joinpath(*parts)
        size = _size_of(self._folder, parts)
        if size is None or path.suffix.lower() not in _SUFFIXES or name in self._found:
            return None
        self._found[name] = BundledMedium(name, size, _Load(path))
        return name


def _size_of(folder: Path, parts: tuple[str, ...]) -> int | None:
    """Return the size of a plain file to which no link leads, None for all else."""
    *above, path = (folder.joinpath(*parts[:depth]) for depth in range(1, len(parts) + 1))
    try:
        if not all(stat.S_ISDIR(one.lstat().st_mode) for one in above):
            return None
        status = path.lstat()
    except (OSError, ValueError):
        return None
    is_fit = stat.S_ISREG(status.st_mode) and status.st_size <= MAX_MEDIUM
    return status.st_size if is_fit else None
