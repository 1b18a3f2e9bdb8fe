"""What newer packages hold packed with Zstandard, unpacked within limits."""

from __future__ import annotations

import sys
from collections.abc import Iterator
from typing import Final

from aws_flash.formats.archive import CHUNK, MAX_RATIO, RATIO_COUNTS_FROM

if sys.version_info >= (3, 14):
    from compression import zstd
else:
    from backports import zstd

SIGN: Final = b"\x28\xb5\x2f\xfd"
MAX_FRAMES: Final = 1_000
"""Packers write one frame; what follows each is copied, so a million empty ones take for ever."""

# 2 to this power is the room that unpacking takes: 128 MB, what packers use at their utmost.
_WINDOW: Final = {int(zstd.DecompressionParameter.window_log_max): 27}


class FrameFault(ValueError):  # noqa: N818 - named for what it finds
    """These bytes were not packed with Zstandard, or they are cut short."""


class FrameBomb(ValueError):  # noqa: N818 - named for what it finds
    """These bytes unpack to more than is sensible."""


def unpacked(chunks: Iterator[bytes], limit: int) -> Iterator[bytes]:
    """Yield what was packed, a piece at a time.

    Raises:
        FrameFault: it is damaged.
        FrameBomb: it has more than `limit` bytes, very much more than were packed, or frames
            without end.
    """
    taken, given = 0, 0
    frames = _Frames()
    for chunk in chunks:
        taken += len(chunk)
        for piece in frames.fed(chunk):
            given += len(piece)
            if given > limit or given > max(RATIO_COUNTS_FROM, taken * MAX_RATIO):
                raise FrameBomb
            yield piece
    if not frames.is_whole:
        raise FrameFault


class _Frames:
    """Frames that follow one another."""

    def __init__(self) -> None:
        self._frame: zstd.ZstdDecompressor | None = None
        self._count = 0

    @property
    def is_whole(self) -> bool:
        return self._count > 0 and self._frame is None

    def fed(self, chunk: bytes) -> Iterator[bytes]:
        """Yield what can be unpacked with one more chunk, never much at once."""
        while chunk or (self._frame and not self._frame.needs_input):
            if self._frame is None:
                self._begin()
                continue
            try:
                piece = self._frame.decompress(chunk, CHUNK)
            except zstd.ZstdError as error:
                raise FrameFault from error
            chunk = b""
            if self._frame.eof:
                chunk, self._frame = self._frame.unused_data, None
            yield piece

    def _begin(self) -> None:
        self._count += 1
        if self._count > MAX_FRAMES:
            raise FrameBomb
        self._frame = zstd.ZstdDecompressor(options=_WINDOW)
