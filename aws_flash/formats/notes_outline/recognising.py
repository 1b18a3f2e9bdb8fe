"""How much a file looks like notes."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Sequence
from typing import Final

from aws_flash.formats.notes_outline.bullets import bullet_of
from aws_flash.formats.source import Source

ANY_TEXT: Final = 10
TABULAR: Final = 3
"""What has the look of columns is left to readers of tables."""

NAMED_SO: Final = 35
NOTES: Final = 65
OPML: Final = 95

# Text without any look of notes is taken where the name does not speak against it.
_TEXTS: Final = frozenset({"", ".txt", ".text", ".rst"})
_NOTES: Final = frozenset({".md", ".markdown", ".org"})
_TABLES: Final = frozenset({".csv", ".tsv", ".tab"})
_OPML: Final = re.compile(
    r"\s*+(?:<\?xml[^>]{0,200}>\s*+)?(?:<!--(?:(?!-->).){0,2000}-->\s*+){0,9}<opml\b", re.DOTALL
)
_WORD: Final = re.compile(r"\w")
_MARKUP: Final = re.compile(r"\s*<(?!!--)[?!a-zA-Z]")
_JSON: Final = re.compile(r"\s*(?:\{\s*[\"}]|\[\s*[\"{\]])")
_HEADING: Final = re.compile(r"#{1,6}\s+\S|\*{2,}\s+\S|[=-]{3,}$")
_QUOTED: Final = re.compile(r'"[\t,;]"')
_SEPARATORS: Final = "\t,;|"
_LOOKED_AT: Final = 200
_LEAST_LINES: Final = 2


def recognise(source: Source) -> int:
    """Tell how sure it is that a file holds notes."""
    if source.is_folder or source.is_archive:
        return 0
    text = source.head_text
    if text is None or not _WORD.search(text):
        return 0
    return OPML if _OPML.match(text) else _told(text, source.suffix)


def _told(text: str, suffix: str) -> int:
    if _MARKUP.match(text) or (_JSON.match(text) and suffix not in _NOTES):
        return 0
    lines = [line for line in re.split(r"\r\n?|\n", text) if line.strip()][:_LOOKED_AT]
    likeness = _likeness(lines)
    if suffix in _NOTES:
        return max(likeness, NAMED_SO)
    if suffix in _TABLES:  # lists within cells look like notes
        return min(likeness, NAMED_SO)
    return likeness if likeness == NOTES or suffix in _TEXTS else 0


def _likeness(lines: Sequence[str]) -> int:
    if lines[0].startswith("#separator:") or _is_tabular(lines):
        return TABULAR
    marked = sum(bool(bullet_of(line.strip()) or _HEADING.match(line)) for line in lines)
    return NOTES if marked >= 2 and marked * 4 >= len(lines) else ANY_TEXT


def _is_tabular(lines: Sequence[str]) -> bool:
    """Tell whether nearly all lines have the same number of one separator."""
    if len(lines) < _LEAST_LINES or any(line.startswith(("|", "#")) for line in lines):
        return False
    if lines[0].startswith('"') and any(_QUOTED.search(line) for line in lines):
        return True
    for separator in _SEPARATORS:
        counts = Counter(line.rstrip().lstrip(" ").count(separator) for line in lines)
        count, often = counts.most_common(1)[0]
        indented = sum(line.startswith("\t") for line in lines)
        if count and often * 5 >= len(lines) * 4 and not indented:
            return True
    return False
