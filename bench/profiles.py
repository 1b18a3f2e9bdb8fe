"""Profiles to measure on: made once for each size and day, and copied for what writes to them."""

from __future__ import annotations

import hashlib
import shutil
from pathlib import Path

from aws_flash.storage.profile import Profile
from aws_flash.storage.schema import VERSION
from bench.generator import Size, make

_MAKERS = ("contents.py", "generator.py", "histories.py")


def made(folder: Path, size: Size) -> Path:
    """Return a profile of this size below `folder`, made unless it is there already.

    One made for another day, or by another version of what makes them, is thrown away.
    """
    prefix = f"{size.cards}-{size.reviews}-{size.topics}-seed{size.seed}"
    name = f"{prefix}-day{size.today}-schema{VERSION}-{_version()}"
    profile = folder / name
    if not profile.exists():
        for stale in folder.glob(f"{prefix}-*"):
            shutil.rmtree(stale)
        unfinished = folder / f"{prefix}-unfinished"
        unfinished.mkdir(parents=True)
        make(Profile(unfinished).collection, size)
        unfinished.rename(profile)
    return profile


def copied(profile: Path, copy: Path) -> Path:
    """Make a fresh copy of a profile, to write to, and return it."""
    shutil.rmtree(copy, ignore_errors=True)
    return Path(shutil.copytree(profile, copy))


def _version() -> str:
    here = Path(__file__).parent
    sources = b"".join((here / name).read_bytes() for name in _MAKERS)
    return hashlib.sha256(sources).hexdigest()[:8]
