"""The native form among the formats: a folder with its manifest, or a zip of that."""

from __future__ import annotations

import shutil
import tempfile
from pathlib import Path
from typing import Final
from zipfile import ZIP_DEFLATED, ZIP_STORED, ZipFile, ZipInfo

from aws_flash.domain.bundle import Bundle
from aws_flash.domain.errors import DeckInvalid, UserError
from aws_flash.domain.media_name import plain_name
from aws_flash.domain.monitor import Monitor
from aws_flash.formats.form import Reader, Writer
from aws_flash.formats.native.folder import (
    MANIFEST,
    MAX_LINES_SIZE,
    MAX_MEDIUM_SIZE,
    MAX_TEXT_SIZE,
    MEDIA,
    TOPICS,
)
from aws_flash.formats.native.progress import CARDS, REVIEWS
from aws_flash.formats.native.reading import read_folder
from aws_flash.formats.native.writing import write_folder
from aws_flash.formats.source import Source

SUFFIX: Final = ".awsflash"
_LIMITS: Final = {TOPICS: MAX_TEXT_SIZE, MEDIA: MAX_MEDIUM_SIZE}
_LINES: Final = frozenset({CARDS, REVIEWS})
_EARLIEST: Final = (1980, 1, 1, 0, 0, 0)


def _recognise(source: Source) -> int:
    if source.is_folder:
        return 100 if (source.path / MANIFEST).is_file() else 0
    if not source.is_archive:
        return 0
    try:
        return 100 if MANIFEST in source.archive else 0
    except UserError:
        return 0


def _read(source: Source, monitor: Monitor) -> Bundle:
    if source.is_folder:
        monitor.phase("Reading")
        return read_folder(source.path)
    folder = source.workspace / "deck"
    _unpack(source, folder, monitor)
    return read_folder(folder)


def _unpack(source: Source, folder: Path, monitor: Monitor) -> None:
    """Unpack what belongs to a deck; other files are not looked at."""
    for part in ("", *_LIMITS):
        (folder / part).mkdir(parents=True, exist_ok=True)
    monitor.phase("Unpacking", len(source.archive.names))
    for name in source.archive.names:
        part, _, file = name.rpartition("/")
        if name == MANIFEST:
            source.archive.unpack(name, folder / name, MAX_TEXT_SIZE)
        elif name in _LINES:
            source.archive.unpack(name, folder / name, MAX_LINES_SIZE)
        elif part in _LIMITS:
            if plain_name(file) != file:
                raise DeckInvalid(str(source.path), name, "is not a plain file name")
            source.archive.unpack(name, folder / part / file, _LIMITS[part])
        monitor.step()


def _write(bundle: Bundle, path: Path, monitor: Monitor) -> None:
    """Write the archive: the same bundle gives the same bytes."""
    folder = Path(tempfile.mkdtemp(dir=path.parent, prefix=".", suffix=".part"))
    try:
        monitor.phase("Writing")
        write_folder(bundle, folder)
        files = sorted(file for file in folder.rglob("*") if file.is_file())
        monitor.phase("Packing", len(files))
        with ZipFile(path, "w") as archive:
            for file in files:
                _pack(archive, file, file.relative_to(folder).as_posix())
                monitor.step()
    finally:
        shutil.rmtree(folder, ignore_errors=True)


def _pack(archive: ZipFile, file: Path, name: str) -> None:
    entry = ZipInfo(name, _EARLIEST)
    is_packed = name.startswith(f"{MEDIA}/") and not name.endswith(".svg")
    entry.compress_type = ZIP_STORED if is_packed else ZIP_DEFLATED
    entry.external_attr = 0o644 << 16
    with file.open("rb") as source, archive.open(entry, "w", force_zip64=True) as target:
        shutil.copyfileobj(source, target, 2**20)


def _write_folder(bundle: Bundle, path: Path, monitor: Monitor) -> None:
    monitor.phase("Writing")
    write_folder(bundle, path)


def _no_losses(_bundle: Bundle) -> tuple[str, ...]:
    return ()


READER: Final = Reader("native", "aws-flash deck", (SUFFIX,), _recognise, _read)
WRITER: Final = Writer("native", "aws-flash deck", SUFFIX, _write, _no_losses)
FOLDER_WRITER: Final = Writer(
    "native-folder", "aws-flash deck as a folder", "", _write_folder, _no_losses
)
