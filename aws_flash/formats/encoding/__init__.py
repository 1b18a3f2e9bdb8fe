"""Bytes of a text file into text: which encoding they are in, and how sure that is."""

from __future__ import annotations

from aws_flash.formats.encoding.decoding import (
    Decoded,
    check_encoding,
    decode,
    decode_as,
    decode_head,
    text_lines,
    text_pieces,
)
from aws_flash.formats.encoding.detection import OFFERED, Guess, guess_encoding

__all__ = [
    "OFFERED",
    "Decoded",
    "Guess",
    "check_encoding",
    "decode",
    "decode_as",
    "decode_head",
    "guess_encoding",
    "text_lines",
    "text_pieces",
]
