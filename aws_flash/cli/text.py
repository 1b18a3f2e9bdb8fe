"""Words of the command line: what happened, what was kept, and what to do."""

from __future__ import annotations

from datetime import datetime
from pathlib import Path
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from aws_flash.domain.doctor import Finding
    from aws_flash.domain.errors import UserError

_ERRORS = {
    "CollectionTooNew": (
        "{path} was written by a newer aws-flash (its form is {found}, this one knows {known}). "
        "Nothing was changed. Please update aws-flash."
    ),
    "CollectionDamaged": (
        "{path} cannot be read: {why}. It was left as it is. See the backups with "
        '"aws-flash restore --list", or rescue what can still be read with '
        '"aws-flash restore --salvage".'
    ),
    "CollectionReadOnly": (
        "{path} may not be written to. Nothing was changed. Please allow aws-flash to write there, "
        "or choose another folder with --profile."
    ),
    "CollectionLocked": (
        "Another aws-flash is using {path}. Nothing was changed. Please close it and try again."
    ),
    "CollectionMissing": (
        'There is no collection at {path}. Nothing was changed. Start "aws-flash" once to make '
        "one, or name another folder with --profile."
    ),
    "DiskFull": (
        "The disk takes no more at {path}: it is full, or you have used up your share of it. What "
        "was saved before is safe, nothing else was changed. Please make some room and try again."
    ),
    "FileUnreadable": "{path} cannot be read: {why}. Nothing was changed.",
    "FileUnwritable": "{path} cannot be written: {why}. Nothing else was changed.",
    "FileExists": (
        "There is a file {path} already. Nothing was changed. Please say --force to replace it, or "
        "choose another name."
    ),
    "FormatUnknown": (
        "{path} is of no form that aws-flash can read. Nothing was changed. Please export it from "
        "its program as a package or as text, and try that."
    ),
    "FormatTooNew": (
        "{path} was written by a newer {program} than aws-flash knows. Nothing was changed. Please "
        "update aws-flash, or export it for older versions."
    ),
    "FileEmpty": "There are no cards in {path}. Nothing was changed.",
    "FileUnsafe": (
        "{path} {why}. aws-flash did not read it, to be safe. Nothing was changed. Please get the "
        "file again from someone you trust."
    ),
    "DeckInvalid": (
        "The deck at {path} has a mistake in {where}: {why}. Your cards were left as they are."
    ),
    "BackupUnusable": (
        "{path} cannot be restored: {why}. Your collection was left as it is. See the other "
        'backups with "aws-flash restore --list".'
    ),
    "Gone": "That {what} is no longer there. Nothing was changed.",
    "Refused": "That cannot be done: {why}. Nothing was changed.",
}

_FINDINGS = {
    "file": ("a page or an index of the file is damaged", "{count} parts of the file are damaged"),
    "rows": ("1 entry makes no sense", "{count} entries make no sense"),
    "links": (
        "1 entry belongs to something that is not there",
        "{count} entries belong to something that is not there",
    ),
    "tree": ("1 topic hangs on itself", "{count} topics hang on themselves"),
    "history": (
        "1 card stands in a box but nothing says how it came there",
        "{count} cards stand in a box but nothing says how they came there",
    ),
    "standings": (
        "1 card stands elsewhere than its answers lead",
        "{count} cards stand elsewhere than their answers lead",
    ),
    "day sums": (
        "the sums of 1 day and topic are not those of its answers",
        "the sums of {count} days and topics are not those of their answers",
    ),
    "search": ("search misses or mistakes 1 card", "search misses or mistakes {count} cards"),
}


def error_text(error: UserError) -> str:
    """Return what happened, what was kept and what to do, in a few sentences."""
    return _ERRORS[type(error).__name__].format(**vars(error))


def bug_text(log: Path) -> str:
    """Return the sentence for a bug of ours."""
    return (
        "Something went wrong in aws-flash itself, not through you. Your answers are safe on disk. "
        f"What happened is written down in {log}."
    )


def sync_warning(client: str, folder: Path) -> str:
    """Return the warning about a profile in a sync client's folder."""
    return (
        f"Note: {folder} lies in a folder of {client}. It may copy the collection while it is "
        "being written, or put another computer's in its place. Your cards are safer in a folder "
        "that is not synchronised; backups may well lie in one. (This is said only once.)"
    )


def finding_text(finding: Finding) -> str:
    """Return one finding of the doctor, with the first few of what it means."""
    one, many = _FINDINGS[finding.check.value]
    words = one if finding.count == 1 else many.format(count=f"{finding.count:,}")
    more = ", …" if finding.count > len(finding.samples) else ""
    return f"{words} ({', '.join(finding.samples)}{more})"


def topic_names(path: str) -> list[str]:
    """Return the names along a path to a topic as a user writes it: "AWS/IAM" or "AWS::IAM"."""
    return path.replace("::", "/").split("/")


def counted(number: int, one: str, many: str) -> str:
    """Return "1 card" or "1,200 cards"."""
    return f"{number:,} {one if number == 1 else many}"


def moment_text(at: int) -> str:
    """Return a moment (UTC milliseconds) as local date and time to the minute."""
    return datetime.fromtimestamp(at / 1000).astimezone().strftime("%Y-%m-%d %H:%M")


def iso_text(at: int) -> str:
    """Return a moment (UTC milliseconds) in ISO 8601, in UTC, for programs to read."""
    from datetime import UTC

    return datetime.fromtimestamp(at / 1000, UTC).isoformat().replace("+00:00", "Z")
