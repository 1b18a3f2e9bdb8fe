"""The words of the tree: what a row says to a screen reader and in its tooltip."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QCoreApplication

from aws_flash.domain.views import TreeRow

_CONTEXT = "topics"


def tr(text: str) -> str:
    """Return a text in the user's language."""
    return QCoreApplication.translate(_CONTEXT, text)


def today_text(today: int) -> str:
    """Return "8 cards today"."""
    if today == 0:
        return tr("nothing due today")
    if today == 1:
        return tr("1 card today")
    words = QCoreApplication.translate(_CONTEXT, "{count} cards today", None, today)
    return words.format(count=f"{today:,}")


def row_text(row: TreeRow) -> str:
    """Return a row in words: "STS calls, 8 cards today"."""
    return f"{row.name}, {today_text(row.today)}"


def boxes_text(boxes: Sequence[int]) -> str:
    """Return a box bar in words: "4 not seen yet, 3 in box 1, 9 in box 5"."""
    words = [tr("{count} not seen yet"), *([tr("{count} in box {box}")] * (len(boxes) - 1))]
    parts = [
        text.format(count=f"{count:,}", box=box)
        for box, (text, count) in enumerate(zip(words, boxes, strict=True))
        if count
    ]
    return ", ".join(parts) if parts else tr("No cards yet")
