"""Reading a table in another way, and putting its rows right."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import pytest

from aws_flash.application.importing.arrival import Arrival, arrival_of
from aws_flash.application.importing.tables import ROLES, Table, table_of
from aws_flash.domain.errors import UserError
from aws_flash.domain.monitor import Unwatched

TEXT = "Hola;Hello, you\nAdiós;Bye, you\nSol;Sun\n"


@pytest.fixture
def arrived(tmp_path: Path) -> Arrival:
    file = tmp_path / "words.csv"
    file.write_text(TEXT, encoding="utf-8")
    return arrival_of(file, Unwatched())


def table(arrived: Arrival) -> Table:
    found = table_of(arrived)
    assert found is not None
    return found


def questions(arrived: Arrival) -> list[str]:
    return [dict(note.fields)["Question"] for note in arrived.bundle.notes]


def test_how_a_table_was_read_can_be_seen(arrived: Arrival) -> None:
    form = table(arrived).form
    assert (form.encoding, form.delimiter, form.has_header) == ("utf-8", ";", False)
    assert [role for role, _ in form.columns] == ["question", "answer"]
    assert {role for role, _ in form.columns} <= set(ROLES)
    assert table(arrived).first_rows(arrived, 1) == (("Hola", "Hello, you"),)


def test_other_roles_make_other_cards(arrived: Arrival) -> None:
    before = table(arrived)
    turned = replace(before.form, columns=(("answer", ""), ("question", "")))
    read = before.with_form(arrived, turned).read(arrived, Unwatched())
    assert questions(read) == ["Hello, you", "Bye, you", "Sun"]


def test_another_sign_between_cells_makes_other_columns(arrived: Arrival) -> None:
    before = table(arrived)
    other = before.with_form(arrived, replace(before.form, delimiter=","))
    assert questions(other.read(arrived, Unwatched()))[0] == "Hola;Hello"


def test_a_first_row_may_name_the_columns(arrived: Arrival) -> None:
    before = table(arrived)
    named = before.with_form(arrived, replace(before.form, has_header=True))
    assert [name for _, name in named.form.columns] == ["Hola", "Hello, you"]


def test_an_encoding_that_is_none_is_refused(arrived: Arrival) -> None:
    before = table(arrived)
    with pytest.raises(UserError):
        before.with_form(arrived, replace(before.form, encoding="runes"))


def test_a_row_put_right_becomes_a_card(tmp_path: Path) -> None:
    file = tmp_path / "words.csv"
    file.write_text("Question;Answer\nHola;Hello\nSol\nLuna;Moon\n", encoding="utf-8")
    arrived = arrival_of(file, Unwatched())
    (problem,) = arrived.bundle.problems
    mended = table(arrived).with_row(problem, ("Sol", "Sun")).read(arrived, Unwatched())
    assert questions(mended) == ["Hola", "Sol", "Luna"]
    assert mended.bundle.problems == ()


def test_what_is_no_table_has_no_form(arrived: Arrival) -> None:
    assert table_of(replace(arrived, format="native")) is None


def test_a_cell_too_many_goes_when_it_is_emptied(tmp_path: Path) -> None:
    file = tmp_path / "words.csv"
    file.write_text("Question;Answer\nHola;Hello\nSol;Sun;Star\n", encoding="utf-8")
    arrived = arrival_of(file, Unwatched())
    (problem,) = arrived.bundle.problems
    mended = table(arrived).with_row(problem, ("Sol", "Sun", " ")).read(arrived, Unwatched())
    assert questions(mended) == ["Hola", "Sol"]
