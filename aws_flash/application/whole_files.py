"""Files that are written whole or not at all."""

from __future__ import annotations

import contextlib
import os
from collections.abc import Callable
from pathlib import Path

from aws_flash.domain.errors import FileExists
from aws_flash.formats.own_folder import unfinished_beside
from aws_flash.storage.files import explained, sync_folder


def put_whole(path: Path, write: Callable[[Path], None], *, replaces: bool) -> None:
    """Let `write` write beside the target, then put it in its place: there is never half a file.

    Raises:
        FileExists: there is such a file, and it was not said that it may go.
        UserError: it cannot be written; nothing was changed.
    """
    if path.exists() and not replaces:
        raise FileExists(str(path))
    with contextlib.ExitStack() as stack:
        with explained(path):
            unfinished = stack.enter_context(unfinished_beside(path))
        written = unfinished / path.name
        write(written)
        with explained(path):
            _put_in_place(written, path, unfinished)


def _put_in_place(written: Path, path: Path, unfinished: Path) -> None:
    if written.is_dir():
        if path.exists():
            path.rename(unfinished / "before")  # goes with the unfinished folder
        written.rename(path)
    else:
        with written.open("rb+") as file:
            os.fsync(file.fileno())
        _keep_mode(path, written)
        written.replace(path)
    sync_folder(path.parent)


def _keep_mode(path: Path, written: Path) -> None:
    with contextlib.suppress(OSError):
        written.chmod(path.stat().st_mode & 0o777)
