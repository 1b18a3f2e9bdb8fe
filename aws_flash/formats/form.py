"""What each format offers: a reader, writers, or both."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path

from aws_flash.domain.bundle import Bundle
from aws_flash.domain.monitor import Monitor
from aws_flash.formats.source import Source


@dataclass(frozen=True, slots=True)
class Reader:
    """Turns a file into a bundle.

    `recognise` tells by content, the name a hint at most, how sure it is: 0 not ours, 100 surely.
    `read` raises UserError alone, and Cancelled from the monitor; what is faulty in parts it tells
    in the bundle's problems.
    """

    id: str
    name: str
    suffixes: tuple[str, ...]
    recognise: Callable[[Source], int]
    read: Callable[[Source, Monitor], Bundle]


@dataclass(frozen=True, slots=True)
class Writer:
    """Turns a bundle into a file.

    `write` writes to a path that it may overwrite: the caller sees to it that no half a file ever
    stands where the user looks. `losses` says in sentences what the format cannot hold of a bundle.
    """

    id: str
    name: str
    suffix: str
    write: Callable[[Bundle, Path, Monitor], None]
    losses: Callable[[Bundle], tuple[str, ...]]
