"""What was left out of a file, saved, mended and brought in."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import pytest

from aws_flash.application.importing.arrival import Arrival, arrival_of
from aws_flash.application.importing.faulty_rows import faulty_rows_of
from aws_flash.application.importing.tables import table_of
from aws_flash.domain.bundle import Problem
from aws_flash.domain.errors import FileExists
from aws_flash.domain.imports import Wishes
from aws_flash.domain.monitor import Unwatched
from tests.application.importing.harbour import Harbour, bundle

TEXT = "Hola;Hello\nSol\nLuna;Moon\n"


def arrived(path: Path, text: str) -> Arrival:
    path.write_text(text, encoding="utf-8")
    return arrival_of(path, Unwatched())


def test_mended_rows_join_the_cards_of_their_file(harbour: Harbour, tmp_path: Path) -> None:
    first, saved = arrived(tmp_path / "words.csv", TEXT), tmp_path / "left out.csv"
    harbour.importing.take_in(first, Wishes(), Unwatched())
    faulty_rows_of(first).save(saved, replaces=False)
    text = saved.read_text(encoding="utf-8-sig").replace("Sol", "Sol,Sun")
    mended = arrived(saved, text)
    assert mended.bundle.problems == ()
    harbour.importing.take_in(mended, Wishes(), Unwatched())
    assert harbour.topic_paths() == {"words"}
    assert sorted(harbour.answers().values()) == ["Hello", "Moon", "Sun"]


def test_columns_are_named_as_the_user_had_them_read(tmp_path: Path) -> None:
    first, saved = arrived(tmp_path / "words.csv", TEXT), tmp_path / "left out.csv"
    table = table_of(first)
    assert table is not None
    turned = replace(table.form, columns=(("answer", ""), ("question", "")))
    faulty_rows_of(first, table.with_form(first, turned)).save(saved, replaces=False)
    (header, row) = saved.read_text(encoding="utf-8-sig").splitlines()
    assert header == "left out of words.csv,why,(answer),(question)"
    again = table_of(arrived(saved, f"{header}\n{row},Sun\n"))
    assert again is not None
    assert again.form.columns == turned.columns
    assert again.form.left_out_of == "words.csv"
    assert again.first_rows(arrival_of(saved, Unwatched()), 1) == (("Sol", "Sun"),)


def test_a_file_that_is_there_stays_unless_it_may_go(tmp_path: Path) -> None:
    rows = faulty_rows_of(arrived(tmp_path / "words.csv", TEXT))
    saved = tmp_path / "left out.csv"
    saved.write_text("mine")
    with pytest.raises(FileExists):
        rows.save(saved, replaces=False)
    assert saved.read_text() == "mine"
    rows.save(saved, replaces=True)
    assert "Sol" in saved.read_text(encoding="utf-8-sig")
    assert {one.name for one in tmp_path.iterdir()} == {"words.csv", "left out.csv"}


def test_of_a_file_that_is_no_table_where_and_why_are_saved(
    harbour: Harbour, tmp_path: Path
) -> None:
    held = bundle(problems=(Problem("note 7", "it has no question"),))
    saved = tmp_path / "left out.csv"
    faulty_rows_of(harbour.arrival(held)).save(saved, replaces=False)
    assert saved.read_text(encoding="utf-8-sig").splitlines() == [
        "left out of words.apkg,why",
        "note 7,it has no question",
    ]
