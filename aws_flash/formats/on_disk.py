"""The content of a medium that lies in a file of its own."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path

from aws_flash.domain.errors import FileUnreadable


@dataclass(frozen=True, slots=True)
class OnDisk:
    """Reads a file when its bytes are wanted."""

    path: Path

    def __call__(self) -> bytes:
        """Return the bytes; raises FileUnreadable."""
        try:
            return self.path.read_bytes()
        except OSError as error:
            raise FileUnreadable(str(self.path), error.strerror or str(error)) from error
