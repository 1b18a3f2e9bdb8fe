"""A profile made ready to study, and all of it in a package, as another program may have it."""

from __future__ import annotations

import sys
from dataclasses import replace
from pathlib import Path

from aws_flash.app import CommandLine
from aws_flash.application.exporting.departure import Selection
from aws_flash.application.exporting.exporting import writer_named
from aws_flash.domain.monitor import Unwatched

MINUTES = 600
NEW = 999


def main(folder: Path, package: Path) -> None:
    """Load the deck that ships, lift the limits of the day as far as they go, and export all."""
    with CommandLine().opened(folder) as services:
        wide = replace(services.options.read(), minutes_a_day=MINUTES, new_a_day=NEW)
        services.options.change(wide)
        bundle = services.exporting.gather(Selection(with_progress=True), package.stem, Unwatched())
        writer = writer_named("apkg", package)
        services.exporting.export(bundle, package, writer, Unwatched(), replaces=True)
    print("null")


if __name__ == "__main__":
    main(Path(sys.argv[1]), Path(sys.argv[2]))
