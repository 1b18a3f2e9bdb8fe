"""A gzip file read as if a stranger had packed it to do harm: what comes out is counted."""

from __future__ import annotations

import gzip
import zlib
from collections.abc import Iterator
from pathlib import Path
from typing import Final

from aws_flash.domain.errors import FileUnreadable, FileUnsafe

SIGN: Final = b"\x1f\x8b\x08"
MAX_RATIO: Final = 200  # honest text packs to a tenth
RATIO_COUNTS_FROM: Final = 32 * 2**20

_CHUNK: Final = 2**18


def is_gzip(head: bytes) -> bool:
    """Tell whether the head of a file is that of a gzip file."""
    return head.startswith(SIGN)


def unpacked_head(head: bytes, size: int) -> bytes:
    """Return the first bytes of what is packed, as far as the head of the file tells them."""
    try:
        return zlib.decompressobj(wbits=31).decompress(head, size)
    except zlib.error:
        return b""


def unpacked(path: Path, limit: int) -> Iterator[bytes]:
    """Yield what is packed, a piece at a time.

    Raises:
        FileUnreadable: the file cannot be read, or is damaged.
        FileUnsafe: it unpacks to more than `limit` bytes, or to very much more than its size.
    """
    size = 0
    try:
        most = max(RATIO_COUNTS_FROM, path.stat().st_size * MAX_RATIO)
        with gzip.open(path) as file:
            while chunk := file.read(_CHUNK):
                size += len(chunk)
                if size > limit:
                    raise FileUnsafe(str(path), "unpacks to more than is sensible")
                if size > most:
                    raise FileUnsafe(str(path), "unpacks to very much more than its size")
                yield chunk
    except (EOFError, zlib.error, gzip.BadGzipFile) as error:
        raise FileUnreadable(str(path), "the packed file is damaged") from error
    except OSError as error:
        raise FileUnreadable(str(path), error.strerror or str(error)) from error
