"""Text out of bytes: what cannot be read becomes U+FFFD and is counted, nothing stops it."""

from __future__ import annotations

import codecs
import io
from collections.abc import Iterator
from dataclasses import dataclass
from functools import partial
from itertools import chain
from typing import BinaryIO, Final

from aws_flash.domain.errors import FileUnreadable
from aws_flash.formats.encoding.detection import guess_encoding

_PIECE: Final = 2**20
_LOST: Final = "\ufffd"
_MARK: Final = "\ufeff"


@dataclass(frozen=True, slots=True)
class Decoded:
    """A text without its mark; `lost` counts signs that could not be read and are U+FFFD now.

    `certainty` goes from 0 to 100; where it is low, the user may want another encoding.
    """

    text: str
    encoding: str
    certainty: int
    lost: int = 0


def decode(content: bytes, path: str) -> Decoded:
    """Return the text of a whole file in the encoding that it seems to be in.

    Raises:
        FileUnreadable: it is no text; `path` is told.
    """
    guess = guess_encoding(content)
    if guess is None:
        raise FileUnreadable(path, "it is not a text")
    return _decoded(content, guess.encoding, guess.certainty)


def decode_as(content: bytes, encoding: str, path: str) -> Decoded:
    """Return the text of a whole file in an encoding that the user chose.

    Raises:
        FileUnreadable: there is no such encoding.
    """
    check_encoding(encoding, path)
    return _decoded(content, encoding, 100)


def decode_head(head: bytes) -> str | None:
    """Return the text of a file's beginning, None where it is no text; for telling formats apart.

    A last sign that is cut in two is left out.
    """
    guess = guess_encoding(head)
    if guess is None:
        return None
    decoder = codecs.getincrementaldecoder(guess.encoding)(errors="replace")
    return decoder.decode(head).removeprefix(_MARK)


def text_pieces(content: bytes, encoding: str) -> Iterator[str]:
    """Yield the text a piece at a time, without its mark and with NUL as U+FFFD.

    A text may take four times the memory of its bytes, so that large files are better read so.
    """
    decoder = codecs.getincrementaldecoder(encoding)(errors="replace")
    view = memoryview(content)
    for begin in range(0, len(content), _PIECE):
        piece = decoder.decode(view[begin : begin + _PIECE])
        if begin == 0:
            piece = piece.removeprefix(_MARK)
        yield piece.replace("\0", _LOST)
    yield decoder.decode(b"", final=True)


def text_lines(file: BinaryIO, encoding: str, longest: int) -> Iterator[str]:
    """Yield the lines of a file with their ends (CR LF, LF or CR, and nothing else ends a line).

    A line of more than `longest` characters comes in pieces. NUL becomes U+FFFD. Where files were
    joined, marks stand at the beginning of lines: none is kept. The file is left open; whoever
    stops early has to close it.
    """
    text = io.TextIOWrapper(file, encoding, errors="replace", newline="")
    first = text.readline(longest).removeprefix(_MARK)
    for piece in chain((first,), iter(partial(text.readline, longest), "")):
        line = piece.removeprefix(_MARK)
        yield line.replace("\0", _LOST) if "\0" in line else line
    text.detach()


def check_encoding(encoding: str, path: str) -> None:
    """Refuse what is no encoding of text.

    Raises:
        FileUnreadable: there is no such encoding.
    """
    try:
        codecs.getincrementaldecoder(encoding)()
        b"a".decode(encoding, errors="replace")
    except (LookupError, ValueError) as error:
        raise FileUnreadable(path, f"there is no encoding {encoding!a}") from error


def _decoded(content: bytes, encoding: str, certainty: int) -> Decoded:
    text = "".join(text_pieces(content, encoding))
    return Decoded(text, encoding, certainty, text.count(_LOST))
