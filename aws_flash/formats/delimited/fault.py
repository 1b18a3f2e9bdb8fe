"""What makes a row no note, on its way to becoming a problem of the file."""

from __future__ import annotations


class Faulty(Exception):  # noqa: N818 - told as a problem of the file
    """A row that makes no note; its text says why."""
