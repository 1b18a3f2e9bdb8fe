"""Empty lines at the end of a side, which templates leave behind where a field is empty."""

from __future__ import annotations

from typing import Final

_UNSEEN: Final = ("<br>", "&nbsp;", " ", "\n", "\t", "\r", "\xa0")


def without_empty_end(html: str) -> str:
    """Return clean HTML without the line breaks and spaces that it ends with."""
    end = len(html)
    while found := next((each for each in _UNSEEN if html.endswith(each, 0, end)), ""):
        end -= len(found)
    return html[:end]
