"""Converting: a file of one format into a file of another, without a collection."""

from __future__ import annotations

from collections import Counter
from pathlib import Path

from aws_flash.application.exporting.exporting import Exported, write_whole
from aws_flash.application.importing.arrival import arrival_of
from aws_flash.application.importing.preview import cards_of
from aws_flash.domain.bundle import Problem
from aws_flash.domain.monitor import Monitor
from aws_flash.formats.form import Writer


def convert_file(
    source: Path, target: Path, writer: Writer, monitor: Monitor, *, replaces: bool
) -> tuple[Exported, tuple[Problem, ...]]:
    """Write what one file holds to another; also return what of it could not be read.

    Raises:
        UserError: the one cannot be read, or the other not be written; nothing was changed.
    """
    with arrival_of(source, monitor) as arrival:
        bundle = arrival.bundle
        write_whole(bundle, target, writer, monitor, replaces=replaces)
        done = Exported(
            path=target,
            notes=len(bundle.notes),
            cards=Counter(cards_of(bundle)).total(),
            media=len(bundle.media),
            reviews=len(bundle.reviews),
            losses=writer.losses(bundle),
        )
        return done, bundle.problems
