"""JSON of strangers: what is read, and what is refused before it is built."""

from __future__ import annotations

import json

import pytest
from hypothesis import given
from hypothesis import strategies as st

from aws_flash.domain.errors import FileUnreadable, FileUnsafe, UserError
from aws_flash.formats.json_file import looks_like_json, read_json

_VALUES = st.recursive(
    st.none() | st.booleans() | st.integers(-(10**17), 10**17) | st.text(),
    lambda inner: st.lists(inner) | st.dictionaries(st.text(), inner),
    max_leaves=20,
)


@given(_VALUES)
def test_sound_json_is_read_as_it_is(value: object) -> None:
    assert read_json(json.dumps([value]).encode(), "file").value == [value]


@pytest.mark.parametrize("encoding", ["utf-8-sig", "utf-16", "utf-32"])
def test_marked_encodings_are_followed(encoding: str) -> None:
    assert read_json('[{"front": "Grüße"}]'.encode(encoding), "file").value == [{"front": "Grüße"}]


@pytest.mark.parametrize(
    "content",
    [
        b"[" * 200_000,
        b'{"a":' * 50_000 + b"1" + b"}" * 50_000,
        b'[{"a": "]"}, ' + b"[" * 101,
        b"[" + b"[]," * 1_600_000 + b"1]",
        b'["' + b"x" * 65 * 2**20 + b'"]',
    ],
    ids=["lists", "objects", "after texts", "many", "large"],
)
def test_too_much_is_refused(content: bytes) -> None:
    with pytest.raises(FileUnsafe):
        read_json(content, "file")


def test_quotes_without_end_take_no_endless_time() -> None:
    with pytest.raises(FileUnreadable):
        read_json(b'["' + b'\\"' * 2_000_000, "file")


def test_odd_numbers_come_as_they_were_written() -> None:
    digits = "9" * 5_000
    value = read_json(f"[NaN, -Infinity, 1e999, 1.50, {digits}, 7]".encode(), "file").value
    assert value == ["NaN", "-Infinity", "1e999", "1.50", digits, 7]


@pytest.mark.parametrize(
    ("written", "read"),
    [
        (r"a\ud800b", "a\ufffdb"),
        (r"\uDC00\ud800", "\ufffd\ufffd"),
        (r"\ud83d\ude00", "😀"),
        (r"\ud800\ud83d\uDE00", "\ufffd😀"),
        (r"\\ud800", r"\ud800"),
        (r"\\\ud800", "\\\ufffd"),
    ],
)
def test_half_a_sign_becomes_one_that_can_be_stored(written: str, read: str) -> None:
    assert read_json(f'["{written}"]'.encode(), "file").value == [read]


def test_a_repeated_key_is_told_and_the_last_counts() -> None:
    found = read_json(b'[{"a": 1, "a": 2}]', "file")
    assert (found.value, len(found.problems)) == ([{"a": 2}], 1)


def test_a_broken_line_spoils_no_other() -> None:
    found = read_json(b'{"a": 1}\n{"b": \n\n{"c": 3}', "file")
    assert found.lines == ((1, {"a": 1}), (4, {"c": 3}))
    assert [(one.where, one.cells) for one in found.problems] == [("line 2", ('{"b":',))]


def test_damage_is_told_with_its_line() -> None:
    with pytest.raises(FileUnreadable) as raised:
        read_json(b'[\n {"a": 1},\n {"b" 2}\n]', "file")
    assert "line 3" in raised.value.why


@pytest.mark.parametrize("text", ["[link](x)", "[ ] to do", "{{c1::x}}", "a", "", "[x"])
def test_other_texts_do_not_look_like_it(text: str) -> None:
    assert not looks_like_json(text)


@given(st.text('[]{}",:\\ 1ae\n') | st.text())
def test_nothing_but_a_user_error_comes_out(text: str) -> None:
    try:
        read_json(text.encode("utf-8", "surrogatepass"), "file")
    except UserError:
        return
