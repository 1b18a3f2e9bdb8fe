"""A fault in one part of a deck's files; the reader turns it into a problem and reads on."""

from __future__ import annotations


class Fault(ValueError):  # noqa: N818 - named for what it is, as UserErrors are
    """What is wrong, in words that go after the place: "the answer is missing"."""
