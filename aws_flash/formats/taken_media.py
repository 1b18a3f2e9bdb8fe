"""The media that the cards of a file name, taken along one by one, each under a name of its own."""

from __future__ import annotations

from typing import Final

from aws_flash.domain.bundle import BundledMedium

MAX_MEDIA: Final = 50_000


class TakenMedia:
    """What was taken so far; a subclass says in `_take` where media come from."""

    def __init__(self) -> None:
        """Begin without any."""
        self._names: dict[str, str | None] = {}
        self._found: dict[str, BundledMedium] = {}

    def take(self, written: str) -> str | None:
        """Return the name under which a medium comes along; None where there is none to bring.

        `written` is what the file says: a name, or a path.
        """
        if written not in self._names:
            if len(self._names) >= MAX_MEDIA:
                return None
            self._names[written] = self._take(written)
        return self._names[written]

    def all(self) -> tuple[BundledMedium, ...]:
        """Return all that were taken."""
        return tuple(self._found.values())

    def _take(self, written: str) -> str | None:
        """Keep a medium in `_found` under a name that is not taken, and return that."""
        raise NotImplementedError
