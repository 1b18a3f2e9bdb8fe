"""How long work tells how far it is, and learns that it is no longer wanted."""

from __future__ import annotations

from typing import Final, Protocol


class Cancelled(Exception):  # noqa: N818 - named for what happened, as UserErrors are
    """The user called the work off: whoever catches this leaves nothing half done."""


class Monitor(Protocol):
    """Follows one piece of long work through its phases."""

    def phase(self, name: str, total: int = 0) -> None:
        """Begin a phase of so many steps, 0 where that is not known; raises Cancelled."""

    def step(self, count: int = 1) -> None:
        """Count steps done; call it at least every 100 ms or so. Raises Cancelled."""


class Unwatched:
    """A monitor that nobody looks at."""

    def phase(self, name: str, total: int = 0) -> None:
        """Do nothing."""

    def step(self, count: int = 1) -> None:
        """Do nothing."""


UNWATCHED: Final = Unwatched()
"""For work that is short most of the time, and need not be watched."""
