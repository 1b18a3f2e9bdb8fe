"""Lines into rows: quoting, broken quoting, odd ends of lines."""

from __future__ import annotations

import csv
import io
import time

import pytest
from hypothesis import given
from hypothesis import strategies as st

from aws_flash.formats.delimited.row_form import MAX_LINE, RowForm
from aws_flash.formats.delimited.rows import NEVER_CLOSED, TOO_LONG, Row, RowKind, rows

COMMA = RowForm(",", '"', "", trims=True, width=2)
NOTED = COMMA._replace(comment="#")
EXACT = COMMA._replace(trims=False)


def _rows(text: str, form: RowForm = COMMA) -> list[Row]:
    stream = io.StringIO(text, newline="")
    return list(rows(iter(lambda: stream.readline(MAX_LINE), ""), form))


def _cells(text: str, form: RowForm = COMMA) -> list[tuple[str, ...]]:
    return [row.cells for row in _rows(text, form)]


def test_quoted_cells_hold_delimiters_marks_and_ends_of_lines() -> None:
    found = _rows('"a,1","say ""hi""",\n"b\r\n2",c,\nd,e,f\n')
    assert [row.cells for row in found] == [
        ("a,1", 'say "hi"', ""),
        ("b\r\n2", "c", ""),
        ("d", "e", "f"),
    ]
    assert [row.line for row in found] == [1, 2, 4]


def test_only_cr_and_lf_end_a_line() -> None:
    assert _cells("a,1\rb,2\r\nc\u2028\x0b\x0c\x85,3\n") == [
        ("a", "1"),
        ("b", "2"),
        ("c\u2028\x0b\x0c\x85", "3"),
    ]


def test_a_mark_that_is_never_closed_spoils_one_row_alone() -> None:
    found = _rows('q1,a1\n"q2,a2\nq3,a3\nq4,"a4"\n')
    assert found[1] == Row(2, ('"q2', "a2"), fault=NEVER_CLOSED)
    assert [row.cells for row in found if not row.fault] == [
        ("q1", "a1"),
        ("q3", "a3"),
        ("q4", "a4"),
    ]


def test_a_mark_that_is_closed_by_chance_spoils_one_row_alone() -> None:
    found = _rows('"q1,a1\nq2,a2"\nq3,a3\n')
    assert [(row.line, bool(row.fault)) for row in found] == [(1, True), (2, False), (3, False)]


def test_marks_that_should_have_been_doubled_belong_to_the_text() -> None:
    assert _cells('"Deny" effect,wins\n"the "Deny" effect",wins\n') == [
        ('"Deny" effect', "wins"),
        ('the "Deny" effect', "wins"),
    ]
    assert _cells('q,"a list of "recipes"\nand "more" things\nend"\nr,b\n') == [
        ("q", 'a list of "recipes"\nand "more" things\nend'),
        ("r", "b"),
    ]


def test_spaces_before_a_mark_are_passed_over_in_plain_tables_alone() -> None:
    assert _cells('a, "b, c"\n') == [("a", "b, c")]
    assert _cells('a, "b, c"\n', EXACT) == [("a", ' "b', ' c"')]


def test_blank_lines_and_comments_are_told_apart_from_rows() -> None:
    found = _rows('#a "comment\n\n  \n,\n#b,c\n', COMMA._replace(comment="#"))
    kinds = [row.kind for row in found]
    assert kinds == [
        RowKind.COMMENT,
        RowKind.BLANK,
        RowKind.BLANK,
        RowKind.CELLS,
        RowKind.COMMENT,
    ]


@pytest.mark.parametrize("delimiter", [" - ", "\t", " ", "::"])
def test_any_text_may_be_the_delimiter(delimiter: str) -> None:
    form = RowForm(delimiter, '"', "", trims=True)
    assert _cells(f'a{delimiter}"b{delimiter}c"\n', form) == [("a", f"b{delimiter}c")]


def test_without_a_quote_marks_are_letters() -> None:
    assert _cells('"a,b"\n', COMMA._replace(quote="")) == [('"a', 'b"')]


def test_an_endless_line_is_one_faulty_row() -> None:
    found = _rows("a,b\n" + "x" * (2 * MAX_LINE + 5) + "\nc,d\n")
    assert [(row.line, row.fault) for row in found] == [(1, ""), (2, TOO_LONG), (3, "")]
    assert len(found[1].cells[0]) < 10_000


@pytest.mark.parametrize(
    "line",
    ['"x,y\n', 'a, "b\n', '"""\n', 'a"b,"c\n', '"a "b\n', ',"""",""\n', '"a""\n', 'a,"b" "c\n'],
)
def test_many_broken_lines_take_time_in_step_with_their_number(line: str) -> None:
    begun = time.process_time()
    found = _rows(line * 40_000)
    assert time.process_time() - begun < 10
    assert found[-1].line <= 40_000


TABLES = st.lists(
    st.lists(st.text(st.characters(exclude_characters="\0"), max_size=8), min_size=2, max_size=4),
    max_size=6,
)


@given(TABLES)
def test_what_the_csv_module_writes_comes_back(table: list[list[str]]) -> None:
    written = io.StringIO(newline="")
    csv.writer(written, quoting=csv.QUOTE_ALL).writerows(table)
    form = EXACT._replace(width=0)
    assert _cells(written.getvalue(), form) == [tuple(row) for row in table]


@given(st.text(st.sampled_from('",\n\r a#b'), max_size=60), st.sampled_from([COMMA, EXACT, NOTED]))
def test_no_letter_of_any_line_is_lost(text: str, form: RowForm) -> None:
    found = _rows(text, form)
    lines = [row.line for row in found]
    assert lines == sorted(set(lines))
    assert lines[:1] == [1][: len(text)]
    held = "".join(cell for row in found for cell in row.cells)
    assert [held.count(letter) for letter in "ab#"] == [text.count(letter) for letter in "ab#"]
