"""A chosen file: its head, its size, and what is unpacked beside it."""

from __future__ import annotations

from pathlib import Path

import pytest

from aws_flash.domain.errors import FileEmpty, FileUnreadable, FileUnsafe, FormatUnknown
from aws_flash.formats.registry import reader_for
from aws_flash.formats.source import Source
from tests.formats.hostile_zips import packed


def test_what_was_unpacked_goes_when_the_source_is_closed(tmp_path: Path) -> None:
    with Source(tmp_path / "a") as source:
        (source.workspace / "unpacked").write_bytes(b"x")
        kept = source.workspace
    assert not kept.exists()


def test_an_archive_is_known_by_its_head(tmp_path: Path) -> None:
    (tmp_path / "a.txt").write_bytes(packed(("inside", b"x")))
    with Source(tmp_path / "a.txt") as source:
        assert source.is_archive
        assert source.archive.names == ("inside",)


def test_a_file_that_is_not_there_says_so(tmp_path: Path) -> None:
    with Source(tmp_path / "none.txt") as source, pytest.raises(FileUnreadable):
        reader_for(source)


def test_content_beyond_the_limit_is_refused(tmp_path: Path) -> None:
    (tmp_path / "a.txt").write_bytes(b"12345")
    with Source(tmp_path / "a.txt") as source, pytest.raises(FileUnsafe):
        source.content(limit=4)


def test_an_empty_file_holds_no_cards(tmp_path: Path) -> None:
    (tmp_path / "a.apkg").touch()
    with Source(tmp_path / "a.apkg") as source, pytest.raises(FileEmpty):
        reader_for(source)


def test_a_form_that_nobody_knows_is_refused(tmp_path: Path) -> None:
    (tmp_path / "a.bin").write_bytes(b"\x00\x01\x02")
    with Source(tmp_path / "a.bin") as source, pytest.raises(FormatUnknown):
        reader_for(source)


def test_a_table_with_lists_in_its_cells_is_a_table_all_the_same(tmp_path: Path) -> None:
    rows = (f'word {number}\t"- one\n- two\n- three"' for number in range(20))
    (tmp_path / "words.csv").write_text("\n".join(rows))
    with Source(tmp_path / "words.csv") as source:
        assert reader_for(source).id == "delimited"


def test_a_name_that_is_no_text_can_be_stored(tmp_path: Path) -> None:
    with Source(tmp_path / "Fl\udcfcsse.csv") as source:
        assert source.stem == "Fl?sse"
