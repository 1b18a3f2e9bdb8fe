"""Writes a bundle as a folder: the same bundle always gives the same bytes."""

from __future__ import annotations

import errno
import json
import shutil
import tempfile
from pathlib import Path
from typing import Any

from aws_flash.domain.bundle import Bundle, BundledNote
from aws_flash.domain.errors import DiskFull, FileUnwritable
from aws_flash.domain.media_name import plain_name
from aws_flash.formats.native.content import content_keys
from aws_flash.formats.native.folder import MANIFEST, MEDIA, TOPICS
from aws_flash.formats.native.manifest import manifest_keys, topic_files
from aws_flash.formats.native.origin import origin_keys


def write_folder(bundle: Bundle, path: Path) -> None:
    """Write a deck of built-in kinds to `path`, a folder that is new or empty; whole or not at all.

    Raises:
        FileUnwritable: the folder holds something already, or may not be written to.
        DiskFull: there is no room for it.
    """
    try:
        path.parent.mkdir(parents=True, exist_ok=True)
        unfinished = Path(tempfile.mkdtemp(dir=path.parent, prefix=".", suffix=".part"))
        try:
            _write(bundle, unfinished)
            unfinished.chmod(0o755)
            if path.is_dir():
                path.rmdir()
            unfinished.replace(path)
        except BaseException:
            shutil.rmtree(unfinished, ignore_errors=True)
            raise
    except OSError as error:
        if error.errno in {errno.ENOSPC, errno.EDQUOT}:
            raise DiskFull(str(path)) from error
        raise FileUnwritable(str(path), error.strerror or str(error)) from error


def _write(bundle: Bundle, folder: Path) -> None:
    files = topic_files(bundle)
    _write_json(folder / MANIFEST, manifest_keys(bundle, files))
    notes: dict[str, list[BundledNote]] = {}
    for note in bundle.notes:
        notes.setdefault(note.topic, []).append(note)
    for part in [TOPICS] * bool(files) + [MEDIA] * bool(bundle.media):
        (folder / part).mkdir()
    for topic, name in files.items():
        keys = {"topic": topic, "notes": [_note_keys(note) for note in notes[topic]]}
        _write_json(folder / name, keys)
    for medium in bundle.media:
        if plain_name(medium.name) != medium.name:
            msg = f"{medium.name!r} is no name for a file"
            raise ValueError(msg)
        (folder / MEDIA / medium.name).write_bytes(medium.load())


def _note_keys(note: BundledNote) -> dict[str, Any]:
    keys = {"guid": note.guid, "kind": note.kind, **content_keys(note.kind, note.fields)}
    if note.tags:
        keys["tags"] = list(note.tags)
    return {**keys, **dict(origin_keys(note.provenance))}


def _write_json(path: Path, keys: dict[str, Any]) -> None:
    path.write_text(json.dumps(keys, indent=2, ensure_ascii=False) + "\n", "utf-8", newline="\n")
