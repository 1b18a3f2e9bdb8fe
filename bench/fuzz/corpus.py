"""Good files to start from: what the generators of the tests make, sorted by their readers."""

from __future__ import annotations

import importlib
import tempfile
from collections.abc import Iterator
from pathlib import Path
from typing import Final

from aws_flash.domain.errors import UserError
from aws_flash.formats.registry import reader_for
from aws_flash.formats.source import Source

Sample = tuple[str, bytes]

ROOT: Final = Path(__file__).resolve().parents[2]
_GENERATORS: Final = "tests/formats"


def samples() -> list[Sample]:
    """Return the files of all generators, by the names they might have."""
    files = sorted((ROOT / _GENERATORS).glob("*_samples.py"))
    modules = [importlib.import_module(f"tests.formats.{file.stem}") for file in files]
    return [sample for module in modules for sample in module.samples()]


def by_reader(given: list[Sample]) -> dict[str, list[Sample]]:
    """Return samples by the id of the reader that takes them; the rest is left out."""
    sorted_out: dict[str, list[Sample]] = {}
    with tempfile.TemporaryDirectory() as folder:
        for reader_id, sample in _taken(given, Path(folder)):
            sorted_out.setdefault(reader_id, []).append(sample)
    return sorted_out


def _taken(given: list[Sample], folder: Path) -> Iterator[tuple[str, Sample]]:
    for name, content in given:
        path = folder / name
        path.write_bytes(content)
        try:
            with Source(path) as source:
                yield reader_for(source).id, (name, content)
        except UserError:
            continue
        finally:
            path.unlink()
