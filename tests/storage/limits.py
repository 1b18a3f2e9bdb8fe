"""Real limits of the system: a folder that may not be written to, a disk that takes no more."""

from __future__ import annotations

import ctypes
import os
import resource
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

_VERSION_3 = 0x20080522
_PASSES_OVER_PERMISSIONS = 1 << 1 | 1 << 2  # CAP_DAC_OVERRIDE, CAP_DAC_READ_SEARCH: what root may


@contextmanager
def full_disk(most: int) -> Iterator[None]:
    """Let no file of this process grow beyond so many bytes."""
    soft, hard = resource.getrlimit(resource.RLIMIT_FSIZE)
    resource.setrlimit(resource.RLIMIT_FSIZE, (most, hard))
    try:
        yield
    finally:
        resource.setrlimit(resource.RLIMIT_FSIZE, (soft, hard))


@contextmanager
def read_only(folder: Path) -> Iterator[None]:
    """Let nothing within a folder be written, not even by root."""
    inside = [folder, *folder.rglob("*")]
    modes = {path: path.stat().st_mode for path in inside}
    for path, mode in modes.items():
        path.chmod(mode & ~0o222)
    try:
        with _like_anyone():
            yield
    finally:
        for path, mode in modes.items():
            path.chmod(mode)


@contextmanager
def shut(folder: Path) -> Iterator[None]:
    """Let nobody look into a folder, not even root."""
    mode = folder.stat().st_mode
    folder.chmod(0)
    try:
        with _like_anyone():
            yield
    finally:
        folder.chmod(mode)


@contextmanager
def _like_anyone() -> Iterator[None]:
    """Let permissions hold for this thread even where it runs as root."""
    if os.geteuid() != 0:
        yield
        return
    had = _effective()
    _set_effective(had & ~_PASSES_OVER_PERMISSIONS)
    try:
        yield
    finally:
        _set_effective(had)


def _effective() -> int:
    return int(_capabilities()[0])


def _set_effective(effective: int) -> None:
    words = _capabilities()
    words[0] = effective
    assert _libc().capset(_header(), words) == 0


def _capabilities() -> ctypes.Array[ctypes.c_uint32]:
    words = (ctypes.c_uint32 * 6)()  # effective, permitted, inheritable; then the upper 32 of each
    assert _libc().capget(_header(), words) == 0
    return words


def _header() -> ctypes.Array[ctypes.c_uint32]:
    return (ctypes.c_uint32 * 2)(_VERSION_3, 0)


def _libc() -> ctypes.CDLL:
    return ctypes.CDLL(None, use_errno=True)
