"""Text out of bytes: marks, validity, old encodings, and what is no text."""

from __future__ import annotations

from io import BytesIO

import pytest
from hypothesis import given
from hypothesis import strategies as st

from aws_flash.domain.errors import FileUnreadable
from aws_flash.formats.encoding import (
    OFFERED,
    decode,
    decode_as,
    decode_head,
    guess_encoding,
    text_lines,
    text_pieces,
)

GERMAN = "Was ist die Größe?;Für AES üblich: 256 Bit\nWer prüft?;Die Überwachung läuft über Pfade\n"
FRENCH = (
    "Où sont gardées les clés ?;Dans « KMS », très à l\u2019abri\nEt après ?;C\u2019est prêté\n"
)
RUSSIAN = "Что такое роль?;Личность на время\nГде ключи?;В службе ключей\n"  # noqa: RUF001 - it is Russian
JAPANESE = "役割とは何ですか？;一時的に引き受けるIDです\n鍵はどこですか？;サービスの中です\n"  # noqa: RUF001 - wide signs belong here
CHINESE = "什么是角色？;可以临时承担的身份\n密钥在哪里？;在密钥管理服务里面\n"  # noqa: RUF001 - wide signs belong here
KOREAN = "역할이란 무엇입니까?;임시로 맡는 신원입니다\n키는 어디에 있습니까?;서비스 안에 있습니다\n"


@pytest.mark.parametrize(
    ("text", "encoding"),
    [
        (GERMAN, "cp1252"),
        (GERMAN, "mac_roman"),
        (GERMAN, "iso8859_1"),
        (FRENCH, "cp1252"),
        (FRENCH, "mac_roman"),
        (RUSSIAN, "cp1251"),
        (RUSSIAN, "koi8_r"),
        (RUSSIAN, "cp866"),
        (JAPANESE, "shift_jis"),
        (JAPANESE, "euc_jp"),
        (JAPANESE, "iso2022_jp"),
        (CHINESE, "gb18030"),
        (KOREAN, "cp949"),
    ],
)
def test_old_encodings_are_told_by_what_a_person_writes(text: str, encoding: str) -> None:
    assert decode(text.encode(encoding), "a.csv").text == text


@pytest.mark.parametrize("encoding", ["utf-8", "utf-16-le", "utf-16-be", "utf-32-le", "utf-32-be"])
@pytest.mark.parametrize("text", [GERMAN, JAPANESE, "a\tb\nc\td\n", "q,a 🔑\nè,g\n"])
def test_unicode_is_known_with_and_without_a_mark(encoding: str, text: str) -> None:
    assert decode(text.encode(encoding), "a").text == text
    marked = decode(("\ufeff" + text).encode(encoding), "a")
    assert (marked.text, marked.encoding, marked.certainty) == (text, encoding, 100)


def test_a_little_endian_mark_of_utf_32_is_not_taken_for_utf_16() -> None:
    assert decode("q,a".encode("utf-32"), "a").encoding == "utf-32-le"


@pytest.mark.parametrize(("text", "encoding"), [(RUSSIAN, "cp1251"), (JAPANESE, "shift_jis")])
def test_what_tells_an_encoding_may_come_late(text: str, encoding: str) -> None:
    late = guess_encoding(b"What is a key?;A secret\n" * 40_000 + text.encode(encoding))
    early = guess_encoding(text.encode(encoding))
    assert late is not None
    assert early is not None
    assert late.encoding == early.encoding


def test_a_text_with_its_first_umlaut_far_into_it_is_a_text() -> None:
    found = guess_encoding(b"a,b\n" * 200_000 + b"gr\xf6\xdfer")
    assert found is not None
    assert found.encoding == "cp1252"


def test_a_short_text_with_one_dash_is_western() -> None:
    assert decode(b"Stateful?;Yes \x96 return traffic is allowed", "a").text.count("\u2013") == 1


@pytest.mark.parametrize(
    "content",
    [
        b"\x89PNG\r\n\x1a\n" + bytes(range(200)),
        b"SQLite format 3\0" + b"\0" * 84,
        b"PK\x03\x04\x14\0\0\0\x08\0",
        bytes(range(256)) * 4,
        b"\x7fELF\x02\x01\x01",
        b"a,b\n\x01\x02\x03\x04\x05\x06\x07\x08",
    ],
)
def test_what_is_no_text_is_refused(content: bytes) -> None:
    assert guess_encoding(content) is None
    assert decode_head(content) is None
    with pytest.raises(FileUnreadable):
        decode(content, "a.csv")


def test_a_single_wrong_byte_does_not_spoil_utf_8() -> None:
    found = decode((JAPANESE * 3).encode() + b"\xff\n", "a")
    assert (found.encoding, found.lost) == ("utf-8", 1)
    assert found.certainty < 100


def test_a_stray_nul_is_no_reason_to_refuse_and_does_not_stay() -> None:
    found = decode(b"question,answer\nwhat,th\0at\n", "a")
    assert found.text == "question,answer\nwhat,th\ufffdat\n"


def test_a_head_may_end_within_a_sign() -> None:
    assert decode_head(JAPANESE.encode()[:-2]) == JAPANESE[:-2]


def test_an_empty_text_is_a_text() -> None:
    assert decode(b"", "a").text == ""
    assert decode(b"\xef\xbb\xbf", "a").text == ""


def test_the_user_may_choose_another_encoding() -> None:
    assert decode_as("Größe".encode("mac_roman"), "mac_roman", "a").text == "Größe"
    assert decode_as(b"Gr\xf6\xdfe", "utf-8", "a").lost == 2
    for encoding in ("base64", "rot13", "none", "\0"):
        with pytest.raises(FileUnreadable):
            decode_as(b"a", encoding, "a")


@given(st.binary(max_size=400), st.sampled_from(OFFERED))
def test_any_bytes_end_in_a_text_or_in_a_refusal(content: bytes, encoding: str) -> None:
    try:
        decode(content, "a")
    except FileUnreadable:
        assert guess_encoding(content) is None
    assert "\0" not in decode_as(content, encoding, "a").text


@given(st.text(st.characters(codec="utf-8", exclude_characters="\0\ufeff"), max_size=200))
def test_utf_8_comes_back_as_it_was(text: str) -> None:
    assert "".join(text_pieces(text.encode(), "utf-8")) == text


def test_marks_of_files_that_were_joined_are_no_text() -> None:
    joined = "\ufeffa,b\n\ufeffc,d\ne\ufeff\n".encode()
    assert list(text_lines(BytesIO(joined), "utf-8", 100)) == ["a,b\n", "c,d\n", "e\ufeff\n"]
