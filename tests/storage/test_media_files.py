"""Media as files named by their hash."""

from __future__ import annotations

import errno
import hashlib
import os
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from aws_flash.domain.errors import CollectionReadOnly, DiskFull
from aws_flash.storage.media_files import MediaFiles


def files_in(folder: Path) -> list[Path]:
    return [path for path in folder.rglob("*") if path.is_file()]


def test_bytes_lie_under_their_hash(tmp_path: Path) -> None:
    files = MediaFiles(tmp_path / "media")
    digest = files.put(b"a picture")
    assert digest == hashlib.sha256(b"a picture").hexdigest()
    assert files.path_of(digest) == tmp_path / "media" / digest[:2] / digest
    assert files.path_of(digest).read_bytes() == b"a picture"


def test_the_same_bytes_are_stored_once(tmp_path: Path) -> None:
    files = MediaFiles(tmp_path)
    assert files.put(b"a picture") == files.put(b"a picture")
    assert len(files_in(tmp_path)) == 1


def test_a_file_that_was_cut_short_is_written_again(tmp_path: Path) -> None:
    files = MediaFiles(tmp_path)
    digest = files.put(b"a picture")
    files.path_of(digest).write_bytes(b"a pic")
    files.put(b"a picture")
    assert files.path_of(digest).read_bytes() == b"a picture"


@given(st.text(max_size=70))
def test_only_a_digest_leads_to_a_file(written: str) -> None:
    with pytest.raises(ValueError, match="SHA-256"):
        MediaFiles(Path("media")).path_of(f"{written}/..")


@pytest.mark.parametrize(
    ("number", "expected"), [(errno.ENOSPC, DiskFull), (errno.EACCES, CollectionReadOnly)]
)
def test_a_file_that_cannot_be_written_leaves_nothing_behind(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, number: int, expected: type[Exception]
) -> None:
    def refuse(descriptor: int) -> None:
        raise OSError(number, "refused")

    monkeypatch.setattr(os, "fsync", refuse)
    with pytest.raises(expected):
        MediaFiles(tmp_path).put(b"a picture")
    assert files_in(tmp_path) == []
