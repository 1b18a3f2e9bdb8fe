"""The native form among the formats: recognised by its manifest."""

from __future__ import annotations

from typing import Final

from aws_flash.domain.bundle import Bundle
from aws_flash.domain.monitor import Monitor
from aws_flash.formats.form import Reader
from aws_flash.formats.native.folder import MANIFEST
from aws_flash.formats.native.reading import read_folder
from aws_flash.formats.source import Source


def _recognise(source: Source) -> int:
    return 100 if source.is_folder and (source.path / MANIFEST).is_file() else 0


def _read(source: Source, monitor: Monitor) -> Bundle:
    monitor.phase("Reading")
    return read_folder(source.path)


READER: Final = Reader("native", "aws-flash deck", (".awsflash",), _recognise, _read)
