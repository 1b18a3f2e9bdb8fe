"""Tooltips that say what users and decks wrote, and nothing more."""

from __future__ import annotations

_MOST_LETTERS = 400
_ONE_LINE = 80


def plain_tip(text: str) -> str:
    """Return what to give a tooltip so that it shows a text as written, in lines that fit.

    Qt takes a tooltip for HTML when it looks so, and would load the picture that a name asks for.
    """
    if len(text) > _MOST_LETTERS:
        text = f"{text[:_MOST_LETTERS]}…"
    is_bare = len(text) <= _ONE_LINE and "<" not in text
    return text if is_bare else f"<span>{_escaped(text)}</span>"


def _escaped(text: str) -> str:
    """Python's own `html` would be loaded with the first window for this alone."""
    return text.replace("&", "&amp;").replace("<", "&lt;").replace("\n", "<br>")
