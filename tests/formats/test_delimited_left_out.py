"""Rows that were left out, as a file: it says where and why, and comes back as it was."""

from __future__ import annotations

import csv
from dataclasses import replace
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from aws_flash.domain.bundle import Bundle, Problem
from aws_flash.domain.errors import FileEmpty, FileUnwritable
from aws_flash.domain.monitor import Unwatched
from aws_flash.formats.delimited.dialect import Column, Dialect, Role
from aws_flash.formats.delimited.faulty_rows import write_faulty_rows
from aws_flash.formats.delimited.form import READER
from aws_flash.formats.delimited.guessing import guess
from aws_flash.formats.delimited.left_out import COLUMNS, header_of, left_out_in, named_columns
from aws_flash.formats.source import Source
from tests.formats.delimited_samples import OWN

WORDS = "Recto;Verso;Tags\nchat;cat;fr\nchien\nloup;wolf;fr;more\n;vide;fr\n"


def _read(path: Path) -> Bundle:
    with Source(path) as source:
        return READER.read(source, Unwatched())


def _saved(folder: Path, text: str, name: str = "words.csv") -> Path:
    """Write a file, read it, and save what was left out."""
    first, second = folder / name, folder / "left out.csv"
    first.write_text(text, encoding="utf-8")
    with Source(first) as source:
        problems = READER.read(source, Unwatched()).problems
        write_faulty_rows(problems, name, guess(source), second)
    return second


def _rows(path: Path) -> list[list[str]]:
    assert path.read_bytes().startswith(b"\xef\xbb\xbf")
    with path.open(encoding="utf-8-sig", newline="") as file:
        return list(csv.reader(file))


def test_it_says_where_and_why_before_the_cells_as_received(tmp_path: Path) -> None:
    assert _rows(_saved(tmp_path, WORDS)) == [
        ["left out of words.csv", "why", "Recto", "Verso", "Tags"],
        ["line 3", "there is one cell, where others have 3", "chien"],
        ["line 4", "there are 4 cells, more than the 3 columns", "loup", "wolf", "fr", "more"],
        ["line 5", "the first field is empty", "", "vide", "fr"],
    ]


def test_unmended_rows_are_left_out_again_for_the_same_reasons(tmp_path: Path) -> None:
    saved = _saved(tmp_path, WORDS)
    with Source(saved) as source:
        assert READER.recognise(source) == 60
    again = _read(saved)
    assert [one.cells for one in again.problems] == [
        ("chien",),
        ("loup", "wolf", "fr", "more"),
        ("", "vide", "fr"),
    ]
    assert [one.why for one in again.problems] == [row[1] for row in _rows(saved)[1:]]


@pytest.mark.parametrize("delimiter", [",", ";", "\t"])
def test_mended_rows_come_as_the_file_itself_would_have_brought_them(
    tmp_path: Path, delimiter: str
) -> None:
    saved = _saved(tmp_path, WORDS)
    rows = _rows(saved)
    rows[1][2:] = ["chien", "dog", "fr"]
    with saved.open("w", encoding="utf-8-sig", newline="") as file:
        csv.writer(file, delimiter=delimiter).writerows(rows[:2])  # as a spreadsheet may save it
    mended = tmp_path / "mended" / "words.csv"
    mended.parent.mkdir()
    mended.write_text("Recto;Verso;Tags\nchien;dog;fr\n", encoding="utf-8")
    come, expected = _read(saved), _read(mended)
    assert (come.name, come.topics) == (expected.name, expected.topics)
    assert come.notes == tuple(replace(note, line=2) for note in expected.notes)


def test_what_a_spreadsheet_would_compute_is_made_harmless_and_comes_back(tmp_path: Path) -> None:
    saved = _saved(tmp_path, 'Front,Back\n"=1+1"\n@x,y,\'-z\n')
    assert [row[2:] for row in _rows(saved)[1:]] == [["'=1+1"], ["'@x", "y", "''-z"]]
    assert [one.cells for one in _read(saved).problems] == [("=1+1",), ("@x", "y", "'-z")]


def test_rows_of_our_own_csv_keep_their_form(tmp_path: Path) -> None:
    text = OWN + "B2,T,basic,,html,'=2,<i>3</i>,over\n"
    saved = _saved(tmp_path, text)
    (problem,) = _read(saved).problems
    assert problem.cells == ("B2", "T", "basic", "", "html", "'=2", "<i>3</i>", "over")
    rows = _rows(saved)
    rows[1].pop()
    with saved.open("w", encoding="utf-8", newline="") as file:
        csv.writer(file).writerows(rows)
    (note,) = _read(saved).notes
    assert (note.guid, note.fields[:2]) == ("B2", (("Question", "=2"), ("Answer", "<i>3</i>")))


def test_what_was_left_out_twice_still_belongs_to_its_first_file(tmp_path: Path) -> None:
    saved = _saved(tmp_path, WORDS)
    twice = tmp_path / "twice.csv"
    with Source(saved) as source:
        problems = READER.read(source, Unwatched()).problems
        write_faulty_rows(problems, saved.name, guess(source), twice)
    assert _rows(twice)[0] == _rows(saved)[0]
    assert _read(twice).problems == problems


def test_problems_without_cells_have_where_and_why_alone(tmp_path: Path) -> None:
    path = tmp_path / "out.csv"
    write_faulty_rows([Problem("card 7", "it has no question")], "deck.apkg", None, path)
    assert _rows(path) == [["left out of deck.apkg", "why"], ["card 7", "it has no question"]]
    with pytest.raises(FileEmpty):
        _read(path)


def test_a_file_that_cannot_be_written_is_refused(tmp_path: Path) -> None:
    with pytest.raises(FileUnwritable):
        write_faulty_rows([], "words.csv", None, tmp_path / "missing" / "out.csv")


_names = st.one_of(
    st.sampled_from(["", "Front", "Back", "Tags", "x (answer)", "(tags)", "=1", "guid", "Deck"]),
    st.text(st.characters(exclude_categories=("Cs", "Cc")), max_size=8).map(str.strip),
)


@pytest.mark.parametrize("is_html", [True, False])
@given(columns=st.lists(st.builds(Column, st.sampled_from(Role), _names), max_size=8))
def test_columns_come_back_with_names_and_roles(*, is_html: bool, columns: list[Column]) -> None:
    header = header_of("words.csv", Dialect("utf-8", ",", tuple(columns), is_html=is_html))
    found = left_out_in(header)
    assert (found.name, found.is_html, found.columns) == ("words.csv", is_html, tuple(columns))
    assert named_columns(header[COLUMNS:]) == found.columns
