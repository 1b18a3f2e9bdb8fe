"""A profile with a filled collection, and the maintenance that looks after it."""

from __future__ import annotations

import itertools
from pathlib import Path

from aws_flash.application.clock import Clock
from aws_flash.application.maintenance import Maintenance
from aws_flash.domain.ids import IdSource
from aws_flash.storage.profile import Profile
from tests.application.conftest import Watch
from tests.storage import filled


class Keeping:
    """A profile's folder, the watch it goes by, and its maintenance."""

    def __init__(self, folder: Path, cards: int = filled.CARDS) -> None:
        self.watch = Watch()
        self.profile = Profile(folder)
        numbers = itertools.count(1)
        ids = IdSource(self.watch.now, lambda bits: next(numbers) % (1 << bits))
        clock = Clock(self.watch.now, self.watch.local)
        self.maintenance = Maintenance(self.profile, clock, ids)
        if cards:
            filled.make(self.path, cards)

    @property
    def path(self) -> Path:
        return self.profile.collection

    def counted(self) -> tuple[int, int, int]:
        """How many notes, cards and reviews the collection holds."""
        return filled.counted(self.path)

    def add_a_note(self) -> None:
        collection = self.maintenance.open()
        with collection.write(self.watch.now()) as tables:
            tables.notes.put_all([filled.note(9000)])
        collection.close()

    def files(self) -> dict[str, bytes]:
        """Everything that lies in the profile."""
        every = (file for file in self.profile.folder.rglob("*") if file.is_file())
        return {str(file.relative_to(self.profile.folder)): file.read_bytes() for file in every}
