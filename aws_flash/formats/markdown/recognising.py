"""Whether a file or a folder holds cards in Markdown."""

from __future__ import annotations

import re
from contextlib import suppress
from typing import Final

from aws_flash.domain.errors import FileUnreadable, UserError
from aws_flash.formats.markdown.files import SUFFIXES, markdown_files
from aws_flash.formats.markdown.lines import lines_of
from aws_flash.formats.markdown.styles import OURS, UNLIKELY, style_of
from aws_flash.formats.source import HEAD_SIZE, Source

_NO_MARKDOWN: Final = re.compile(
    r"\s*(?:<(?!!--|details|p\b|div|h[1-6]|img|a\b)[?!a-zA-Z]|[\[{]\s*[\[{\"}])"
)
_WORD: Final = re.compile(r"\w")
_LOOKED_AT: Final = 20
_FOLDER: Final = 60
_NOT_NAMED_SO: Final = 70
"""Other programs write `Q:` and `A:` too, and know their own files better."""


def recognise(source: Source) -> int:
    """Tell how sure it is that this is a deck in Markdown."""
    if source.is_folder:
        return _folder(source)
    return 0 if source.is_archive else _score(source)


def _folder(source: Source) -> int:
    """Tell by the first files; the surest speaks for all."""
    best = 0
    for path in markdown_files(source.path)[:_LOOKED_AT]:
        with suppress(FileUnreadable):
            best = max(best, _score(Source(path)))
    return best if best > _FOLDER else 0


def _score(source: Source) -> int:
    text, path = source.head_text, str(source.path)
    if text is None or not _WORD.search(text) or _NO_MARKDOWN.match(text):
        return 0
    if len(source.head) == HEAD_SIZE:
        text = text[: text.rfind("\n") + 1]
    try:
        lines = lines_of(text, path)
    except UserError:
        return 0
    if not lines:
        return 0
    sure = style_of(lines)[1]
    named = sure == OURS or path.lower().endswith(SUFFIXES)
    if named:
        return sure
    return min(sure, _NOT_NAMED_SO) if sure > UNLIKELY else 0
