"""Which encoding a file of text is in: its mark, what is valid, and only then what is likely."""

from __future__ import annotations

import codecs
import re
from dataclasses import dataclass
from typing import Final

from aws_flash.formats.encoding.likelihood import likeliest

OFFERED: Final = (
    *("utf-8", "utf-16-le", "utf-16-be", "utf-32-le", "utf-32-be"),
    *("cp1252", "iso8859_15", "cp850", "mac_roman", "cp1250", "iso8859_2", "cp1254", "cp1257"),
    *("cp1251", "koi8_r", "koi8_u", "cp866", "iso8859_5", "mac_cyrillic", "cp1253", "iso8859_7"),
    *("cp932", "euc_jp", "iso2022_jp", "gb18030", "big5", "cp949", "cp1255", "cp1256", "cp874"),
)
"""Codecs worth offering where the guess was wrong."""

# Of UTF-32 first: its little-endian mark begins with that of UTF-16.
_MARKS: Final = (
    (codecs.BOM_UTF8, "utf-8"),
    (codecs.BOM_UTF32_LE, "utf-32-le"),
    (codecs.BOM_UTF32_BE, "utf-32-be"),
    (codecs.BOM_UTF16_LE, "utf-16-le"),
    (codecs.BOM_UTF16_BE, "utf-16-be"),
    (b"\x84\x31\x95\x33", "gb18030"),
)
_SIGNATURES: Final = (
    *(b"\x89PNG", b"\xff\xd8\xff", b"GIF8", b"RIFF", b"PK\x03\x04", b"PK\x05\x06", b"%PDF-"),
    *(b"SQLite format 3\0", b"\x1f\x8b", b"BZh", b"\xfd7zXZ", b"7z\xbc\xaf", b"Rar!"),
    *(b"\x28\xb5\x2f\xfd", b"\xd0\xcf\x11\xe0", b"\x7fELF", b"OggS", b"ID3", b"fLaC"),
)
_SHIFTED: Final = re.compile(rb"\x1b\$[@B]|\x1b\([BJI]")
_CONTROL: Final = re.compile(rb"[\x01-\x08\x0e-\x19\x1c-\x1f\x7f]")
_PIECE: Final = 2**20
_WIDE_SAMPLE: Final = 64 * 2**10
# Text has hardly any control signs; one in fifty bytes is what a picture or a program has.
_MOST_CONTROLS: Final = 0.02
# A few NULs in a text are an accident; as many as this are numbers or wide letters.
_MOST_NULS: Final = 0.01
_LEAST_PLAIN: Final = 0.6
# So many signs must be right UTF-8 for each that is wrong, to call it UTF-8 with faults.
_RIGHT_FOR_EACH_WRONG: Final = 10


@dataclass(frozen=True, slots=True)
class Guess:
    """A Python codec, how sure it is from 0 to 100, and how many bytes of a mark to pass over."""

    encoding: str
    certainty: int
    mark: int = 0


def guess_encoding(content: bytes) -> Guess | None:
    """Return the encoding of a text, None where the content is no text at all.

    UTF-8 is told by being valid to the end, so `content` is best the whole file; where it is only
    the beginning of one, a last sign that is cut in two does not count.
    """
    return _marked(content) or _unmarked(content)


def _marked(content: bytes) -> Guess | None:
    for mark, encoding in _MARKS:
        if content.startswith(mark) and _fits(content, encoding):
            return Guess(encoding, 100, len(mark))
    return None


def _unmarked(content: bytes) -> Guess | None:
    if content.startswith(_SIGNATURES):
        return None
    nuls = content.count(0)
    if nuls and (wide := _wide_encoding(content)) is not None:
        return Guess(wide, 90)
    return None if _is_binary(content, nuls) else _narrow(content)


def _narrow(content: bytes) -> Guess:
    if _SHIFTED.search(content) and _decodes(content, "iso2022_jp"):
        return Guess("iso2022_jp", 95)
    if _decodes(content, "utf-8"):
        return Guess("utf-8", 100)
    if _is_faulty_utf8(content):
        return Guess("utf-8", 70)
    return Guess(*likeliest(content))


def _fits(content: bytes, encoding: str) -> bool:
    """Tell whether a mark is to be believed: that of UTF-32 LE may be UTF-16 with a NUL."""
    return not encoding.startswith("utf-32") or _decodes(content, encoding)


def _decodes(content: bytes, encoding: str) -> bool:
    decoder = codecs.getincrementaldecoder(encoding)()
    view = memoryview(content)
    try:
        for begin in range(0, len(content), _PIECE):
            decoder.decode(view[begin : begin + _PIECE])
    except UnicodeDecodeError:
        return False
    return True


def _wide_encoding(content: bytes) -> str | None:
    """UTF-32 or UTF-16 without a mark: valid, and the text of a person."""
    sample = content[:_WIDE_SAMPLE]
    for encoding, size in (("utf-32-le", 4), ("utf-32-be", 4), ("utf-16-le", 2), ("utf-16-be", 2)):
        if len(content) % size == 0 or len(content) >= _WIDE_SAMPLE:
            try:
                text = codecs.getincrementaldecoder(encoding)().decode(sample)
            except UnicodeDecodeError:
                continue
            if _is_plain(text):
                return encoding
    return None


def _is_plain(text: str) -> bool:
    """Tell whether a text is letters and spaces for the most part, with a line's end or a space.

    Read with its bytes swapped a text has neither: U+0A00 and U+2000 stand in their place.
    """
    if not text or not any(sign in text for sign in "\n\r\t ,;"):
        return False
    plain = sum(sign.isalnum() or sign in " \t\r\n.,;:-'\"?!()" for sign in text)
    faulty = sum(sign < "\t" or "\ue000" <= sign <= "\uf8ff" for sign in text)
    return plain >= len(text) * _LEAST_PLAIN and faulty <= len(text) * _MOST_NULS


def _is_binary(content: bytes, nuls: int) -> bool:
    if nuls > max(1, len(content) * _MOST_NULS):
        return True
    sample = content[:_WIDE_SAMPLE]
    # ISO-2022 is full of escapes, which count as no fault.
    return len(_CONTROL.findall(sample)) > max(2, len(sample) * _MOST_CONTROLS)


def _is_faulty_utf8(content: bytes) -> bool:
    sample = content[: 2 * _PIECE]
    text = sample.decode("utf-8", errors="replace")
    wrong = text.count("\ufffd") - sample.count("\ufffd".encode())
    high = sum(map(sample.count, range(0x80, 0xC0)))
    return high - wrong > wrong * _RIGHT_FOR_EACH_WRONG
