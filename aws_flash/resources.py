"""Where the program's own files lie: fonts, icons, themes, the first deck."""

from __future__ import annotations

from pathlib import Path

_PACKAGE = Path(__file__).resolve().parent


def resource(*parts: str) -> Path:
    """The path of a file or folder under `resources`, whether or not it exists.

    A wheel and a frozen program carry the folder inside the package, a checkout beside it.
    """
    inside = _PACKAGE / "resources"
    root = inside if inside.is_dir() else _PACKAGE.parent / "resources"
    return root.joinpath(*parts)
