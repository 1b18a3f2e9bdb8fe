"""A profile: the folder that holds a user's collection and all that belongs to it."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path


@dataclass(frozen=True, slots=True)
class Profile:
    """The places within one profile's folder, whether or not anything is there yet."""

    folder: Path

    @property
    def collection(self) -> Path:
        """The collection's file."""
        return self.folder / "collection.db"

    @property
    def backups(self) -> Path:
        """The folder of backups."""
        return self.folder / "backups"

    @property
    def media(self) -> Path:
        """The folder of pictures and sounds, named by their hash."""
        return self.folder / "media"

    @property
    def log(self) -> Path:
        """The file in which bugs of the program are written down."""
        return self.folder / "log" / "aws-flash.log"

    @property
    def warned(self) -> Path:
        """The file that names the sync client of which the user was warned."""
        return self.folder / "warned-of-sync"
