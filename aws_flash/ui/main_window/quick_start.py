"""Keeps two things out of a start that it has no use for: PySide's import, and garbage searches."""

from __future__ import annotations

import builtins
import gc
import linecache


def begin() -> None:
    """Import as Python does from now on, and look for no garbage until `end`.

    PySide's import reads the source of each module it has imported, and keeps it, in case that says
    `from __feature__ import`: nothing here does, and it takes 60 ms and 16 MB for SQLAlchemy.
    Searching for garbage takes as long again, and a start leaves hardly any.
    """
    gc.disable()
    import PySide6.QtCore  # noqa: F401  # which puts its own import in place of Python's

    builtins.__import__ = getattr(builtins, "__orig_import__", builtins.__import__)
    linecache.clearcache()  # which is where it keeps them


def end() -> None:
    """Look for garbage again, but never among what a start has made, which stays."""
    gc.freeze()
    gc.enable()
