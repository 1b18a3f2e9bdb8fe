"""Archives of strangers: honest ones are read, the others end in a plain sentence."""

from __future__ import annotations

from contextlib import suppress
from pathlib import Path

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from aws_flash.domain.errors import FileUnreadable, FileUnsafe, UserError
from aws_flash.formats.archive import MAX_DIRECTORY, Archive
from tests.formats import hostile_zips as zips

HONEST = zips.packed(("a.txt", b"text"), ("folder/b.txt", b"more " * 1000))


def stored(folder: Path, content: bytes) -> Path:
    path = folder / "file.zip"
    path.write_bytes(content)
    return path


def test_an_honest_archive_is_read(tmp_path: Path) -> None:
    with Archive(stored(tmp_path, HONEST)) as archive:
        assert archive.names == ("a.txt", "folder/b.txt")
        assert archive.read("a.txt", limit=4) == b"text"


def test_a_file_is_unpacked_to_where_it_is_wanted(tmp_path: Path) -> None:
    with Archive(stored(tmp_path, HONEST)) as archive:
        archive.unpack("folder/b.txt", tmp_path / "out", limit=5000)
    assert (tmp_path / "out").read_bytes() == b"more " * 1000


def test_more_than_was_allowed_is_refused(tmp_path: Path) -> None:
    with Archive(stored(tmp_path, HONEST)) as archive, pytest.raises(FileUnsafe):
        archive.read("folder/b.txt", limit=4999)


def test_a_file_that_swells_is_refused_while_unpacking(tmp_path: Path) -> None:
    bomb = zips.packed(("a.bin", bytes(64 * 2**20)))
    with Archive(stored(tmp_path, bomb)) as archive, pytest.raises(FileUnsafe):
        archive.read("a.bin", limit=2**40)


@pytest.mark.parametrize(
    "content", [zips.locked(), zips.of_method(99), HONEST[:-30], b"PK\x03\x04"]
)
def test_what_cannot_be_read_says_so(tmp_path: Path, content: bytes) -> None:
    with pytest.raises(FileUnreadable):
        Archive(stored(tmp_path, content))


@pytest.mark.parametrize(
    "content",
    [
        zips.overlapping(),
        zips.packed(("a.txt", b"1"), ("A.TXT", b"2")),
        zips.packed(("é.txt", b"1"), ("e\u0301.txt", b"2")),
        zips.claiming_entries(MAX_DIRECTORY + 1),
    ],
)
def test_what_is_made_to_do_harm_is_refused(tmp_path: Path, content: bytes) -> None:
    with pytest.raises(FileUnsafe):
        Archive(stored(tmp_path, content))


def test_a_file_left_off_in_the_middle_is_closed_with_the_archive(tmp_path: Path) -> None:
    long = zips.packed(("a.bin", bytes(range(256)) * 2**14))
    with Archive(stored(tmp_path, long)) as archive:
        pieces = archive.chunks("a.bin", limit=2**30)
        next(pieces)
    with pytest.raises(FileUnreadable):
        next(pieces)


def test_links_are_not_there(tmp_path: Path) -> None:
    with Archive(stored(tmp_path, zips.with_link("link", "/etc/passwd"))) as archive:
        assert archive.names == ("honest.txt",)


@example(at=HONEST.rindex(b"PK\x01\x02") + 28, byte=0)  # a file without a name
@given(at=st.integers(0, len(HONEST) - 1), byte=st.integers(0, 255))
def test_one_wrong_byte_never_ends_in_a_bug(
    tmp_path_factory: pytest.TempPathFactory, at: int, byte: int
) -> None:
    path = stored(tmp_path_factory.mktemp("zip"), HONEST[:at] + bytes([byte]) + HONEST[at + 1 :])
    with suppress(UserError), Archive(path) as archive:
        for name in archive.names:
            archive.read(name, limit=2**20)
