"""A file that a user chose, held open while what was read of it is in use."""

from __future__ import annotations

from contextlib import ExitStack
from functools import cached_property
from pathlib import Path
from typing import Final, Self

from aws_flash.domain.errors import FileUnreadable, FileUnsafe
from aws_flash.formats.archive import Archive, is_archive
from aws_flash.formats.own_folder import workspace

HEAD_SIZE: Final = 64 * 2**10
MAX_TEXT_SIZE: Final = 256 * 2**20


def storable(name: str) -> str:
    """Return the name of a file as text: on some disks it holds bytes that are no letters."""
    return name.encode(errors="replace").decode()


class Source:
    """A file or a folder, its head for detection, and a place of its own for unpacking.

    What a bundle loads later (its media) comes from here, so the source stays open as long as the
    bundle is used. Closing it removes all that was unpacked.
    """

    def __init__(self, path: Path) -> None:
        """Prepare; nothing is opened yet."""
        self.path = path
        self._stack = ExitStack()

    def __enter__(self) -> Self:
        """Use the source in a `with` statement."""
        return self

    def __exit__(self, *_: object) -> None:
        """Close the source."""
        self.close()

    @property
    def stem(self) -> str:
        """What the file is called, without its suffix, as it can be shown and stored."""
        return storable(self.path.stem)

    @property
    def name(self) -> str:
        """The name of the file without its place."""
        return self.path.name

    @property
    def suffix(self) -> str:
        """What follows the last dot of the name, in lower case: ".apkg"; a hint, never more."""
        return self.path.suffix.lower()

    @cached_property
    def is_folder(self) -> bool:
        """Whether this is a folder."""
        return self.path.is_dir()

    @cached_property
    def size(self) -> int:
        """Bytes in the file.

        Raises:
            FileUnreadable: there is no such file, or it may not be read.
        """
        try:
            return self.path.stat().st_size
        except OSError as error:
            raise self._unreadable(error) from error

    @cached_property
    def head(self) -> bytes:
        """The first 64 KiB of the file, nothing for a folder.

        Raises:
            FileUnreadable: there is no such file, it is no plain file, or it may not be read.
        """
        if self.is_folder:
            return b""
        if not self.path.is_file() and self.path.exists():
            raise FileUnreadable(str(self.path), "it is not a plain file")
        try:
            with self.path.open("rb") as file:
                return file.read(HEAD_SIZE)
        except OSError as error:
            raise self._unreadable(error) from error

    @cached_property
    def head_text(self) -> str | None:
        """The beginning as text, None where it is none; guessed once for all who want to know."""
        from aws_flash.formats.encoding import decode_head

        return decode_head(self.head)

    @cached_property
    def is_archive(self) -> bool:
        """Whether this looks like a zip archive."""
        return is_archive(self.head)

    @cached_property
    def archive(self) -> Archive:
        """The archive that this file is.

        Raises:
            FileUnreadable: it is none, or it is damaged.
            FileUnsafe: it is made to do harm.
        """
        return self._stack.enter_context(Archive(self.path))

    @cached_property
    def workspace(self) -> Path:
        """A private folder for what has to be unpacked; removed when the source is closed."""
        return self._stack.enter_context(workspace())

    def content(self, limit: int = MAX_TEXT_SIZE) -> bytes:
        """Return the whole file.

        Raises:
            FileUnreadable: it cannot be read.
            FileUnsafe: it is larger than `limit` bytes.
        """
        if self.size > limit:
            raise FileUnsafe(str(self.path), f"is larger than {limit // 2**20} MB")
        try:
            with self.path.open("rb") as file:
                return file.read(limit)
        except OSError as error:
            raise self._unreadable(error) from error

    def close(self) -> None:
        """Let go of the file and remove what was unpacked."""
        self._stack.close()

    def _unreadable(self, error: OSError) -> FileUnreadable:
        return FileUnreadable(str(self.path), error.strerror or str(error))
