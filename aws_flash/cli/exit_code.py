"""Exit codes: how a command tells a script what became of it."""

from __future__ import annotations

from enum import IntEnum


class ExitCode(IntEnum):
    """What became of a command; the same everywhere, and documented in docs/command-line.md."""

    DONE = 0
    REFUSED = 1
    WRONG_USAGE = 2
    DONE_IN_PART = 3
    HELD = 4
    OUR_BUG = 70
    INTERRUPTED = 130
