"""Delimited text among the formats: read by a guessed dialect, written as CSV."""

from __future__ import annotations

from typing import Final

from aws_flash.domain.bundle import Bundle
from aws_flash.domain.monitor import Monitor
from aws_flash.formats.delimited.guessing import guess
from aws_flash.formats.delimited.reading import read_with
from aws_flash.formats.delimited.recognition import SUFFIXES, recognise
from aws_flash.formats.delimited.writing import losses, write
from aws_flash.formats.form import Reader, Writer
from aws_flash.formats.source import Source


def _read(source: Source, monitor: Monitor) -> Bundle:
    return read_with(source, guess(source), monitor)


READER: Final = Reader("delimited", "Text with columns (CSV, TSV)", SUFFIXES, recognise, _read)
WRITER: Final = Writer("csv", "CSV table", ".csv", write, losses)
