"""Imports, as their pages show them."""

from __future__ import annotations

from datetime import UTC, datetime, tzinfo
from typing import TYPE_CHECKING

from aws_flash.ui.transfer.values import ImportLine

if TYPE_CHECKING:
    from collections.abc import Mapping

    from aws_flash.domain.imports import Import


def import_line(one: Import, formats: Mapping[str, str], zone: tzinfo | None) -> ImportLine:
    """Return an import with its format by name and its moments in the user's zone."""
    return ImportLine(
        id=one.id,
        name=one.name,
        format=formats.get(one.format, one.format),
        at=_local(one.at, zone),
        report=one.report,
        taken_back=None if one.reverted_at is None else _local(one.reverted_at, zone),
    )


def _local(at: int, zone: tzinfo | None) -> datetime:
    return datetime.fromtimestamp(at / 1000, tz=zone or UTC)
