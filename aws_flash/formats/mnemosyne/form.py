"""Mnemosyne's files among the formats."""

from __future__ import annotations

from typing import Final

from aws_flash.domain.bundle import Bundle
from aws_flash.domain.errors import UserError
from aws_flash.domain.monitor import Monitor
from aws_flash.formats.form import Reader
from aws_flash.formats.source import Source

SUFFIXES: Final = (".cards", ".db", ".xml")
_TABLE: Final = b"data_for_fact"
_ROOTS: Final = frozenset({"mnemosyne", "smconv_pl"})
_BY_NAME: Final = 60
"""Sure enough to say what is wrong with an archive that cannot be opened at all."""


def _recognise(source: Source) -> int:
    from aws_flash.formats.sqlite_file.private_copy import is_database
    from aws_flash.formats.xml_file import root_of

    if source.is_archive:
        return _in_archive(source)
    if is_database(source.head):
        return 100 if _TABLE in source.head else 0
    return 100 if root_of(source.head) in _ROOTS else 0


def _in_archive(source: Source) -> int:
    from aws_flash.formats.mnemosyne.package import CARDS

    try:
        return 90 if CARDS in source.archive else 0
    except UserError:
        return _BY_NAME if source.suffix == ".cards" else 0


def _read(source: Source, monitor: Monitor) -> Bundle:
    from aws_flash.formats.mnemosyne.reading import read_mnemosyne

    return read_mnemosyne(source, monitor)


READER: Final = Reader("mnemosyne", "Mnemosyne", SUFFIXES, _recognise, _read)
