"""A medium: a picture or a sound, known by name in fields and kept by the hash of its bytes."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Medium:
    """A file that fields name. `digest` is the SHA-256 of its bytes in hexadecimal."""

    name: str
    digest: str
    size: int
