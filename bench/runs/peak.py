"""The most memory that a process has held since it began."""

from __future__ import annotations

from pathlib import Path

STATUS = Path("/proc/self/status")


def peak_memory() -> float:
    """Return the megabytes that this process has held in memory at most, all of it counted.

    `ru_maxrss` would do elsewhere; on Linux a process inherits it from the one that started it.
    """
    line = next(line for line in STATUS.read_text().splitlines() if line.startswith("VmHWM"))
    return int(line.split()[1]) / 1024
