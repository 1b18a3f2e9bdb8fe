"""Dialects guessed from content, and which files are tables at all."""

from __future__ import annotations

from pathlib import Path

import pytest

from aws_flash.domain.errors import FileUnreadable
from aws_flash.formats.delimited.dialect import Column, Dialect, Role
from aws_flash.formats.delimited.form import READER
from aws_flash.formats.delimited.guessing import guess
from aws_flash.formats.registry import reader_for
from aws_flash.formats.source import Source
from tests.formats.delimited_samples import ANKI, GERMAN, OWN, QUIZLET, samples

SIDES = (Role.QUESTION, Role.ANSWER)


def _guess(folder: Path, content: str | bytes, name: str = "a.csv") -> Dialect:
    path = folder / name
    path.write_bytes(content if isinstance(content, bytes) else content.encode())
    with Source(path) as source:
        return guess(source)


def _roles(dialect: Dialect) -> tuple[Role, ...]:
    return tuple(column.role for column in dialect.columns)


def _sureness(folder: Path, content: str | bytes, name: str = "a.txt") -> int:
    path = folder / name
    path.write_bytes(content if isinstance(content, bytes) else content.encode())
    with Source(path) as source:
        return READER.recognise(source)


@pytest.mark.parametrize("delimiter", ["\t", ",", ";", "|", ":"])
def test_the_delimiter_is_the_one_that_splits_alike(tmp_path: Path, delimiter: str) -> None:
    text = f'what, is it{delimiter}a thing\nwho is it{delimiter}"a; man\nhere"\nwhy{delimiter}so\n'
    text = text if delimiter != "," else text.replace("what, is", "what is")
    assert _guess(tmp_path, text).delimiter == delimiter


def test_encoding_header_and_roles_of_a_spreadsheet_of_old(tmp_path: Path) -> None:
    found = _guess(tmp_path, GERMAN.encode("cp1252"))
    assert (found.encoding, found.delimiter, found.has_header) == ("cp1252", ";", True)
    assert _roles(found) == (*SIDES, Role.TAGS)


def test_directives_of_anki_win(tmp_path: Path) -> None:
    found = _guess(tmp_path, ANKI)
    assert (found.is_html, found.comment, found.head, found.delimiter) == (True, "#", 6, "\t")
    assert _roles(found) == (Role.GUID, Role.KIND, Role.TOPIC, *SIDES, Role.TAGS)


def test_named_columns_of_anki_are_roles_and_fields(tmp_path: Path) -> None:
    text = "#separator:Semicolon\n#columns:Front;Back;River\n#tags:a b\n#deck:X::Y\nq;a;r\n"
    found = _guess(tmp_path, text)
    assert found.columns[2] == Column(Role.FIELD, "River")
    assert (found.tags, found.topic, found.has_header) == (("a", "b"), "X::Y", False)


@pytest.mark.parametrize(
    ("header", "roles"),
    [
        ("Front,Back", SIDES),
        ("Term,Definition", SIDES),
        ("English,German", SIDES),
        ("Tags,Answer,Question,Deck,Id", (Role.TAGS, *SIDES[::-1], Role.TOPIC, Role.GUID)),
        ("Frontside, Category", SIDES),
        ("表面,裏面,タグ", (*SIDES, Role.TAGS)),
        ("Frente,Verso", SIDES),
        ("单词,释义", SIDES),
        ("Word,Meaning,Example", (*SIDES, Role.FIELD)),
        ("country,flag,tags", (Role.FIELD, Role.FIELD, Role.TAGS)),
    ],
)
def test_headers_give_roles(tmp_path: Path, header: str, roles: tuple[Role, ...]) -> None:
    row = ",".join("x" * (at + 3) for at, _ in enumerate(roles))
    found = _guess(tmp_path, f"{header}\n{row}\n{row}y\n")
    assert found.has_header
    assert _roles(found) == roles


@pytest.mark.parametrize("first", ["question,Frage", "apple,Apfel", "front,the front of it,3"])
def test_words_that_happen_to_be_names_are_no_header(tmp_path: Path, first: str) -> None:
    assert not _guess(tmp_path, f"{first}\nanswer,reply{',' * (first.count(',') - 1)}\n").has_header


def test_one_known_name_among_short_ones_makes_a_header(tmp_path: Path) -> None:
    text = "Question,Choice A,Choice B\nWhich of them keeps keys?,KMS keeps them,IAM keeps them\n"
    assert _guess(tmp_path, text).has_header
    assert not _guess(tmp_path, "word,Wort,mot\nhouse,Haus,maison\ntree,Baum,arbre\n").has_header


def test_html_is_what_says_so_or_is_full_of_markup(tmp_path: Path) -> None:
    assert _guess(tmp_path, "q<br>1\ta\nq2\t<img src='a.png'>\n").is_html
    assert _guess(tmp_path, "#html:true\nq\ta\n").is_html
    assert not _guess(tmp_path, "#html:false\nq<br>1\ta\n").is_html
    assert not _guess(tmp_path, "what does <b> do\tbold\na < b & c > d\tyes<br>\nq\ta\n").is_html


def test_our_own_table_is_known_with_any_delimiter(tmp_path: Path) -> None:
    assert _guess(tmp_path, OWN).is_own
    assert _guess(tmp_path, OWN.replace(",", ";")).is_own


def test_a_separator_line_of_excel_is_obeyed(tmp_path: Path) -> None:
    found = _guess(tmp_path, "sep=;\nq,1;a\n")
    assert (found.delimiter, found.head, found.comment) == (";", 1, "")


def test_no_text_is_refused(tmp_path: Path) -> None:
    with pytest.raises(FileUnreadable):
        _guess(tmp_path, b"\x89PNG\r\n\x1a\n\0\0\0")


def test_all_samples_are_taken_for_tables(tmp_path: Path) -> None:
    sure = {name: _sureness(tmp_path, content, name) for name, content in samples()}
    assert min(sure.values()) >= 30, sure


@pytest.mark.parametrize(
    "text",
    [
        "one line\nand another\n",
        "# Title\n\n- role: rights\n- user: more, of them\n  - sub, point\n",
        "My notes\n\n\u2022 role: temporary\n\u2022 user: lasting\n  \u25e6 deny, first\n",
        "| Front | Back |\n|---|---|\n| a | b |\n| c | d |\n",
        "Front | Back\n--- | ---\na | b\n",
        "Q: what, then?\nA: this, of course\n\nQ: and now?\nA: that\n",
        "Question::Answer\nOther::Thing\n",
        '[{"front": "a", "back": "b"},\n {"front": "c", "back": "d"}]\n',
        "<?xml version='1.0'?>\n<a b='c,d'>\n",
        "Long prose, as people write it.\nIt has commas, here, and there.\nNot all, though\nno\n",
        "1. First, contain it\n2. Then, look\n3. At last, mend\n",
    ],
)
def test_notes_and_other_formats_are_left_to_their_readers(tmp_path: Path, text: str) -> None:
    assert _sureness(tmp_path, text) == 0


@pytest.mark.parametrize("name", ["a.md", "a.json", "a.html"])
def test_names_of_other_formats_are_left_to_them(tmp_path: Path, name: str) -> None:
    assert _sureness(tmp_path, QUIZLET, name) == 0


def test_pictures_and_archives_are_no_tables(tmp_path: Path) -> None:
    assert _sureness(tmp_path, b"\x89PNG\r\n\x1a\n\0,\0", "a.csv") == 0
    assert _sureness(tmp_path, b"PK\x03\x04a,b\n", "a.csv") == 0


def test_an_empty_table_is_still_a_table_by_its_name(tmp_path: Path) -> None:
    assert _sureness(tmp_path, b"\xef\xbb\xbf", "a.csv") > 0
    assert _sureness(tmp_path, b"front,back,tags\n", "a.csv") > 0
    assert _sureness(tmp_path, b"", "a.txt") == 0


def test_a_named_separator_outweighs_all_that_cells_hold(tmp_path: Path) -> None:
    rows = "".join(f"Cloze|The {{{{c1::river {at}}}}} flows|::\n" for at in range(9))
    path = tmp_path / "notes.txt"
    path.write_text(f"#separator:Pipe\n#html:true\n#notetype column:1\n{rows}")
    with Source(path) as source:
        assert reader_for(source) is READER


def test_lines_indented_by_tabs_are_an_outline(tmp_path: Path) -> None:
    text = "Rivers\n\tRhine\n\t\tSource: in the Alps\n\t\tMouth: in the North Sea\n\tRhone\n"
    assert _sureness(tmp_path, text) == 0
    assert _sureness(tmp_path, "\tRhine\tlong\n\tRhone\tshorter\n") > 0


@pytest.mark.parametrize("sign", [" - ", " \u2013 ", " = ", " -> "])
def test_lists_of_terms_and_definitions_are_tables(tmp_path: Path, sign: str) -> None:
    text = "".join(f"river {at}{sign}water{', and mud' * (at % 2)}\n" for at in range(9))
    assert _guess(tmp_path, text, "words.txt").delimiter == sign
    with Source(tmp_path / "words.txt") as source:
        assert reader_for(source) is READER


def test_notes_with_dashes_in_some_lines_are_no_table(tmp_path: Path) -> None:
    text = "".join(f"Rivers flow - mostly down {at}.\nOthers rest.\n" for at in range(9))
    assert _sureness(tmp_path, text) == 0
