"""Any file of Mnemosyne as a bundle: which form it has, and where its media lie."""

from __future__ import annotations

from aws_flash.domain.bundle import Bundle
from aws_flash.domain.monitor import Monitor
from aws_flash.formats.gathering import Findings
from aws_flash.formats.media_folder import MediaFolder
from aws_flash.formats.mnemosyne.database import read_database
from aws_flash.formats.mnemosyne.library import Library
from aws_flash.formats.mnemosyne.making import Making
from aws_flash.formats.mnemosyne.media import PackedMedia
from aws_flash.formats.mnemosyne.package import read_package
from aws_flash.formats.mnemosyne.version_one import read_smconv, read_version_one
from aws_flash.formats.source import Source
from aws_flash.formats.sqlite_file.private_copy import is_database
from aws_flash.formats.taken_media import TakenMedia
from aws_flash.formats.xml_file import root_of


def read_mnemosyne(source: Source, monitor: Monitor) -> Bundle:
    """Return what the file holds.

    Raises:
        FileUnreadable, FileUnsafe, FileEmpty, DiskFull: it cannot be read.
        Cancelled: the user called it off.
    """
    findings = Findings()
    monitor.phase("Reading")
    library, media = _library(source, findings, monitor)
    making = Making(library, source.path, media, findings)
    return making.bundle(monitor)


def _library(source: Source, findings: Findings, monitor: Monitor) -> tuple[Library, TakenMedia]:
    if source.is_archive:
        return read_package(source, findings, monitor), PackedMedia(source.archive)
    if is_database(source.head):
        folder = source.path.with_name(f"{source.name}_media")
        return read_database(source, findings, monitor), MediaFolder(folder)
    read = read_smconv if root_of(source.head) == "smconv_pl" else read_version_one
    return read(source, monitor), MediaFolder(source.path.parent)
