"""How long some work takes."""

from __future__ import annotations

import time
from collections.abc import Callable


def timed(work: Callable[[], object]) -> float:
    """Return the milliseconds that some work takes."""
    begun = time.perf_counter()
    work()
    return (time.perf_counter() - begun) * 1000
