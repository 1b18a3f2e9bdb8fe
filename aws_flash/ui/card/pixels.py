"""Sizes in pixels that authors wrote, grown with the user's text size, which Qt does not do."""

from __future__ import annotations

import re

_SIZE = re.compile(r"(font-size:\s*)([0-9.]+)px")


def scaled(markup: str, scale: float) -> str:
    """Return HTML or CSS with its letters scaled."""
    if scale == 1.0 or "px" not in markup:
        return markup
    return _SIZE.sub(lambda found: f"{found[1]}{round(float(found[2]) * scale)}px", markup)
