"""Expected errors, as data: what a face of the program puts into words for the user."""

# ruff: noqa: N818  # named for what happened, which is what the user is told
from __future__ import annotations

from dataclasses import dataclass


class UserError(Exception):
    """Something the user can understand and act on; nothing was changed."""


@dataclass(eq=False)
class CollectionTooNew(UserError):
    """The collection was written by a later version of the program."""

    path: str
    found: int
    known: int


@dataclass(eq=False)
class CollectionDamaged(UserError):
    """SQLite finds the collection's file damaged, or it is no collection at all."""

    path: str
    why: str


@dataclass(eq=False)
class CollectionReadOnly(UserError):
    """The folder or the file may not be written to."""

    path: str


@dataclass(eq=False)
class CollectionLocked(UserError):
    """Another program holds the collection."""

    path: str


@dataclass(eq=False)
class CollectionMissing(UserError):
    """There is no collection here to read."""

    path: str


@dataclass(eq=False)
class DiskFull(UserError):
    """There is no room left on the disk."""

    path: str


@dataclass(eq=False)
class FileUnreadable(UserError):
    """A file could not be read."""

    path: str
    why: str


@dataclass(eq=False)
class FileUnwritable(UserError):
    """A file or a folder could not be written."""

    path: str
    why: str


@dataclass(eq=False)
class FileExists(UserError):
    """There is a file of this name already."""

    path: str


@dataclass(eq=False)
class FormatUnknown(UserError):
    """No reader knows what this file is."""

    path: str


@dataclass(eq=False)
class FormatTooNew(UserError):
    """The file was written by a later version of a program than its reader knows."""

    path: str
    program: str


@dataclass(eq=False)
class FileEmpty(UserError):
    """There are no cards in this file."""

    path: str


@dataclass(eq=False)
class FileUnsafe(UserError):
    """A file does what only an attack or a bad accident does; `why` goes after "it"."""

    path: str
    why: str


@dataclass(eq=False)
class DeckInvalid(UserError):
    """A deck's files do not follow the form."""

    path: str
    where: str
    why: str


@dataclass(eq=False)
class BackupUnusable(UserError):
    """A backup is damaged or is none."""

    path: str
    why: str


@dataclass(eq=False)
class Gone(UserError):
    """What was asked for is no longer there: deleted meanwhile, or by another window."""

    what: str


@dataclass(eq=False)
class Refused(UserError):
    """The request makes no sense as it stands; `why` names the rule."""

    why: str
