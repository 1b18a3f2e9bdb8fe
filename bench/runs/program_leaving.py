"""A profile as the program opens it first, and all of it in a package for another program."""

from __future__ import annotations

import sys
from pathlib import Path

from aws_flash.app import CommandLine
from aws_flash.application.exporting.departure import Selection
from aws_flash.application.exporting.exporting import writer_named
from aws_flash.domain.monitor import Unwatched


def main(folder: Path, package: Path) -> None:
    """Load the deck that ships, and export everything with its progress."""
    with CommandLine().opened(folder) as services:
        bundle = services.exporting.gather(Selection(with_progress=True), package.stem, Unwatched())
        writer = writer_named("apkg", package)
        services.exporting.export(bundle, package, writer, Unwatched(), replaces=True)
    print("null")


if __name__ == "__main__":
    main(Path(sys.argv[1]), Path(sys.argv[2]))
