"""Text as HTML writes it, and back: the way the sanitiser writes it, so that it stays unchanged."""

from __future__ import annotations

import html
import re
from typing import Final

# Python would take an endless time over an endless number.
_ENDLESS_NUMBER: Final = re.compile(r"&#[0-9]{8,};?")


def resolve(text: str) -> str:
    """Put the signs in place of their entities, as between tags."""
    return html.unescape(_ENDLESS_NUMBER.sub("\ufffd", text)) if "&" in text else text


def escape_text(text: str) -> str:
    """Text as it is written between tags, the way the sanitiser writes it."""
    return html.escape(text, quote=False).replace("\xa0", "&nbsp;")


def escape_value(value: str) -> str:
    """A value as it is written in an attribute, the way the sanitiser writes it."""
    return escape_text(value).replace('"', "&quot;")
