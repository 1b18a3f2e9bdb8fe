"""Packed files: what comes out is bounded, whatever was put in."""

from __future__ import annotations

import gzip
from pathlib import Path

import pytest

from aws_flash.domain.errors import FileUnreadable, FileUnsafe
from aws_flash.formats.gzip_file import is_gzip, unpacked, unpacked_head


def _all(path: Path, limit: int = 2**30) -> bytes:
    return b"".join(unpacked(path, limit))


def _file(folder: Path, content: bytes) -> Path:
    path = folder / "file.gz"
    path.write_bytes(content)
    return path


def test_what_was_packed_comes_out_in_parts_too(tmp_path: Path) -> None:
    packed = gzip.compress(b"one ") + gzip.compress(b"two")
    assert is_gzip(packed)
    assert _all(_file(tmp_path, packed)) == b"one two"
    assert unpacked_head(packed, 2) == b"on"


def test_a_bomb_is_refused_long_before_its_end(tmp_path: Path) -> None:
    path = _file(tmp_path, gzip.compress(b"\0" * 100 * 2**20))
    with pytest.raises(FileUnsafe):
        _all(path)


def test_more_than_the_limit_is_refused(tmp_path: Path) -> None:
    path = _file(tmp_path, gzip.compress(bytes(range(256)) * 10))
    with pytest.raises(FileUnsafe):
        _all(path, limit=2_000)


@pytest.mark.parametrize("cut", [5, 15, -1])
def test_damage_is_told(tmp_path: Path, cut: int) -> None:
    packed = gzip.compress(b"some text that is long enough to be cut in two")
    with pytest.raises(FileUnreadable):
        _all(_file(tmp_path, packed[:cut]))
    assert isinstance(unpacked_head(packed[:cut], 9), bytes)
