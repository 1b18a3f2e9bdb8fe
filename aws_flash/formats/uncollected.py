"""A time without looking for circles in memory."""

from __future__ import annotations

import gc
from collections.abc import Iterator
from contextlib import contextmanager
from typing import Final

_MANY: Final = 20_000


@contextmanager
def uncollected() -> Iterator[None]:
    """Let Python look for no circles meanwhile.

    There are none in what is read or written, and looking through it again and again took a third
    of the time. Nor is it looked through later, where it is much: that stops every thread for
    0.2 s. It goes with its last reader.
    """
    was_on = gc.isenabled()
    gc.disable()
    try:
        yield
    finally:
        if was_on:
            if gc.get_count()[0] > _MANY:
                gc.freeze()
            gc.enable()
