"""The Markdown files of a folder, in the order of their names."""

from __future__ import annotations

import os
from pathlib import Path
from typing import Final

MAX_FILES: Final = 5_000
SUFFIXES: Final = (".md", ".markdown")
_DEEPEST: Final = 6
_MOST_ENTRIES: Final = 50_000


def markdown_files(folder: Path) -> list[Path]:
    """Return the files under a folder, links and hidden ones left out."""
    found: list[Path] = []
    folders = [(folder, 1)]
    seen = 0
    while folders and len(found) < MAX_FILES and seen < _MOST_ENTRIES:
        inside, depth = folders.pop(0)
        for entry in _entries(inside):
            seen += 1
            if entry.name.startswith(".") or entry.is_symlink():
                continue
            if entry.is_dir(follow_symlinks=False) and depth < _DEEPEST:
                folders.append((Path(entry.path), depth + 1))
            elif entry.is_file(follow_symlinks=False) and entry.name.lower().endswith(SUFFIXES):
                found.append(Path(entry.path))
    return sorted(found[:MAX_FILES], key=lambda path: path.relative_to(folder).parts)


def _entries(folder: Path) -> list[os.DirEntry[str]]:
    try:
        with os.scandir(folder) as entries:
            return sorted(entries, key=lambda entry: entry.name)
    except OSError:
        return []
