"""Writes a bundle as a folder: the same bundle always gives the same bytes."""

from __future__ import annotations

import errno
import hashlib
import json
import shutil
import tempfile
from collections.abc import Iterable
from dataclasses import replace
from pathlib import Path
from typing import Any, Final

from aws_flash.domain.bundle import Bundle, BundledNote, BundledTopic
from aws_flash.domain.errors import DiskFull, FileUnwritable
from aws_flash.domain.media_name import plain_name
from aws_flash.formats.native.content import content_keys
from aws_flash.formats.native.folder import MANIFEST, MEDIA, TOPICS
from aws_flash.formats.native.manifest import NOTES_IN_A_FILE, manifest_keys, topic_files
from aws_flash.formats.native.origin import origin_keys
from aws_flash.formats.native.progress import CARDS, REVIEWS, card_lines, review_lines

FIRST_EDITION: Final = "1"
_GUID_LETTERS: Final = 10


def write_folder(bundle: Bundle, path: Path) -> None:
    """Write a deck to `path`, a folder that is new or empty; whole or not at all.

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
    bundle = _with_home(bundle)
    files = topic_files(bundle)
    _write_json(folder / MANIFEST, manifest_keys(bundle, files))
    notes: dict[str, list[BundledNote]] = {}
    for note in bundle.notes:
        notes.setdefault(note.topic, []).append(note)
    for part in [TOPICS] * bool(files) + [MEDIA] * bool(bundle.media):
        (folder / part).mkdir()
    for topic, names in files.items():
        for place, name in enumerate(names):
            some = notes[topic][place * NOTES_IN_A_FILE : (place + 1) * NOTES_IN_A_FILE]
            keys = {"topic": topic, "notes": [_note_keys(note) for note in some]}
            _write_json(folder / name, keys)
    _write_lines(folder / CARDS, card_lines(bundle))
    _write_lines(folder / REVIEWS, review_lines(bundle))
    for medium in bundle.media:
        if plain_name(medium.name) != medium.name:
            msg = f"{medium.name!r} is no name for a file"
            raise ValueError(msg)
        (folder / MEDIA / medium.name).write_bytes(medium.load())


def _with_home(bundle: Bundle) -> Bundle:
    """Return the bundle as the form wants it: an identity, and a topic for every note."""
    guid = bundle.guid or _derived(*(topic.guid for topic in bundle.topics), bundle.name)
    topics = bundle.topics
    notes = bundle.notes
    if any(not note.topic for note in notes):
        home = BundledTopic(_derived("topic", bundle.name), None, bundle.name, 1)
        topics = (home, *topics)
        notes = tuple(note if note.topic else replace(note, topic=home.guid) for note in notes)
    edition = bundle.edition or FIRST_EDITION
    return replace(bundle, guid=guid, edition=edition, topics=topics, notes=notes)


def _derived(*names: str) -> str:
    """Return a guid that is the same for the same names."""
    digest = hashlib.sha256("\n".join(names).encode()).hexdigest()
    return digest[:_GUID_LETTERS]


def _note_keys(note: BundledNote) -> dict[str, Any]:
    keys = {"guid": note.guid, "kind": note.kind, **content_keys(note.kind, note.fields)}
    if note.tags:
        keys["tags"] = list(note.tags)
    moments = {"created": note.created, "modified": note.modified}
    keys.update({key: moment for key, moment in moments.items() if moment is not None})
    return {**keys, **dict(origin_keys(note.provenance))}


def _write_json(path: Path, keys: dict[str, Any]) -> None:
    path.write_text(json.dumps(keys, indent=2, ensure_ascii=False) + "\n", "utf-8", newline="\n")


def _write_lines(path: Path, lines: Iterable[str]) -> None:
    """Write lines, and no file where there are none."""
    left = iter(lines)
    first = next(left, None)
    if first is None:
        return
    with path.open("w", encoding="utf-8", newline="\n") as file:
        file.write(f"{first}\n")
        file.writelines(f"{line}\n" for line in left)
