"""A program that imports a file and takes it back by itself until it is killed.

It reads lines "FOLDER FILE" and for each forks a child, as tests.crash.answering does. The child
says "began PID", and when each import is done "imported ID", and when it is taken back "reverted
ID"; the parent says "ended" when the child is gone.
"""

from __future__ import annotations

import os
import sys
import time
from pathlib import Path

from aws_flash.application.importing.importing import Importing
from aws_flash.application.operations import Operations
from aws_flash.domain.ids import IdSource
from aws_flash.domain.imports import Import, Wishes
from aws_flash.domain.monitor import Unwatched
from aws_flash.storage.collection import Collection
from aws_flash.storage.media_files import MediaFiles
from aws_flash.storage.profile import Profile
from tests.crash.answering import chance, noon_of, tell
from tests.storage import filled

BEGAN = "began"
"""A file in the profile that says when it was made, by time.monotonic()."""

_ALL = Wishes(with_progress=True, with_marks=True)


def opened(folder: Path) -> tuple[Collection, Importing]:
    """Open the collection of a profile, and what imports into it; the caller closes it.

    Time goes on from one process to the next, as it does for users: ids are made of it.
    """
    passed = time.monotonic() - float((folder / BEGAN).read_text())
    profile, clock = Profile(folder), noon_of(filled.TODAY + 10, passed)
    collection = Collection.open(profile.collection, lambda _: None)
    operations = Operations(collection, clock.now)
    ids = IdSource(clock.now, chance(os.getpid()))
    return collection, Importing(operations, clock, ids, MediaFiles(profile.media))


def import_file(importing: Importing, file: Path) -> Import:
    """Take a file in, with all that it holds."""
    with importing.look(file, Unwatched()) as arrival:
        done = importing.take_in(arrival, _ALL, Unwatched()).value
    assert done is not None, "nothing in it was new"
    return done


def import_without_end(folder: Path, file: Path) -> None:
    _collection, importing = opened(folder)
    for one in importing.imports():
        if one.reverted_at is None:
            importing.revert(one.id)
            tell(f"reverted {one.id}")
    while True:
        done = import_file(importing, file)
        tell(f"imported {done.id}")
        importing.revert(done.id)
        tell(f"reverted {done.id}")


def main() -> None:
    for line in sys.stdin:
        folder, file = line.rsplit(maxsplit=1)
        child = os.fork()
        if child == 0:
            tell(f"began {os.getpid()}")
            import_without_end(Path(folder), Path(file))
        os.waitpid(child, 0)
        tell("ended")


if __name__ == "__main__":
    main()
