"""Pictures and sounds as files, each named by the SHA-256 of its bytes."""

from __future__ import annotations

import hashlib
import os
import re
import tempfile
from collections.abc import Callable
from pathlib import Path

from aws_flash.storage.files import explained, replace_durably

_DIGEST = re.compile(r"[0-9a-f]{64}")


class MediaFiles:
    """The media folder of a collection. A file in it is never changed, so it is safe to share."""

    def __init__(self, folder: Path) -> None:
        """Keep files under `folder`, which is made when the first one comes."""
        self.folder = folder

    def put(self, content: bytes) -> str:
        """Store bytes unless they are there already, and return their digest.

        The file appears whole and on disk, or not at all.

        Raises:
            UserError: there is no room for it, or the folder may not be written to.
        """
        digest = hashlib.sha256(content).hexdigest()
        path = self.path_of(digest)
        with explained(self.folder):
            if not (path.is_file() and path.stat().st_size == len(content)):
                _write(path, content)
        return digest

    def loader(self, path: Path) -> Callable[[], bytes]:
        """Return what reads a file of the folder when its bytes are wanted.

        It raises UserError where the file is missing or cannot be read.
        """

        def load() -> bytes:
            with explained(path):
                return path.read_bytes()

        return load

    def path_of(self, digest: str) -> Path:
        """Return where the bytes of this digest lie, or would lie.

        Raises:
            ValueError: it is no digest, and might lead out of the folder.
        """
        if not _DIGEST.fullmatch(digest):
            msg = f"{digest!r} is no SHA-256 in hexadecimal"
            raise ValueError(msg)
        return self.folder / digest[:2] / digest


def _write(path: Path, content: bytes) -> None:
    path.parent.mkdir(parents=True, exist_ok=True)
    descriptor, name = tempfile.mkstemp(dir=path.parent, prefix=".", suffix=".part")
    unfinished = Path(name)
    try:
        with os.fdopen(descriptor, "wb") as file:
            file.write(content)
            file.flush()
            os.fsync(file.fileno())
        replace_durably(unfinished, path)
    except BaseException:
        unfinished.unlink(missing_ok=True)
        raise
