"""The lines of a file in hand while they are judged one after the other."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, field
from typing import Final

from aws_flash.formats.notes_outline.entry import Became, Entry
from aws_flash.formats.notes_outline.lines import Line

_ATX: Final = re.compile(r"#{1,6}\s+\S")
_ORG: Final = re.compile(r"\*{2,}\s+\S|#\+[A-Za-z_]+:")
_BULLET_STAR: Final = re.compile(r"\*\s+\S")
_LEAST_WRAPPED: Final = 55


@dataclass(slots=True)
class Page:
    """All lines of a file, what was judged so far, and what the file as a whole looks like.

    `marked`: its headings bear signs (Markdown or org), so that no others are guessed. `first` is
    the place of the first line with words.
    """

    lines: Sequence[Line]
    org: bool
    marked: bool
    first: int = 0
    done: list[Entry] = field(default_factory=list)

    def text(self, at: int) -> str:
        """Return the text of a line, empty beyond the edges of the file."""
        return self.lines[at].text if 0 <= at < len(self.lines) else ""

    @property
    def last(self) -> Entry | None:
        """The entry judged last."""
        return self.done[-1] if self.done else None

    @property
    def follows_text(self) -> bool:
        """Whether the line before holds text that may go on here."""
        return self.last is not None and self.last.became in {
            Became.BULLET,
            Became.TEXT,
            Became.JOINED,
        }

    def is_wrapped_at(self, at: int) -> bool:
        """Whether the line before is so long that its writer's program broke it."""
        before = self.text(at - 1)
        return len(before) >= _LEAST_WRAPPED and before[-1] not in ".!?:;"


def page_of(lines: Sequence[Line]) -> Page:
    """Return the lines, and tell org files and Markdown from plain text."""
    org = _is_org(lines)
    atx = any(_ATX.match(line.text) and line.indent < 4 for line in lines)
    first = next((at for at, line in enumerate(lines) if line.text), 0)
    return Page(lines, org, org or atx, first)


def _is_org(lines: Sequence[Line]) -> bool:
    flush = [line.text for line in lines if line.indent == 0 and line.text]
    signs = sum(bool(_ORG.match(text)) for text in flush)
    stars = sum(bool(_BULLET_STAR.match(text)) for text in flush)
    atx = sum(bool(_ATX.match(text)) for text in flush)
    return signs > 0 and signs + stars >= 2 and not atx
