"""KVTML among the formats: recognised by the name of its root element."""

from __future__ import annotations

from pathlib import Path
from typing import Final

from aws_flash.domain.bundle import Bundle
from aws_flash.domain.monitor import Monitor
from aws_flash.formats.form import Reader, Writer
from aws_flash.formats.source import Source


def _recognise(source: Source) -> int:
    from aws_flash.formats.xml_file import root_of

    return 100 if root_of(source.head) == "kvtml" else 0


def _read(source: Source, monitor: Monitor) -> Bundle:
    from aws_flash.formats.kvtml.reading import read_vocabulary

    return read_vocabulary(source, monitor)


def _write(bundle: Bundle, path: Path, monitor: Monitor) -> None:
    from aws_flash.formats.kvtml.writing import write_vocabulary

    write_vocabulary(bundle, path, monitor)


def _losses(bundle: Bundle) -> tuple[str, ...]:
    from aws_flash.formats.kvtml.losses import losses_of

    return losses_of(bundle)


READER: Final = Reader("kvtml", "KVTML (Parley, KWordQuiz)", (".kvtml",), _recognise, _read)
WRITER: Final = Writer("kvtml", "KVTML (Parley, KWordQuiz)", ".kvtml", _write, _losses)
