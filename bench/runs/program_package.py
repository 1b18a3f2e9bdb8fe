"""A package of Anki into a new collection, and all of that out again as another package."""

from __future__ import annotations

import json
import sys
import time
from pathlib import Path

from aws_flash.app import CommandLine
from aws_flash.application.exporting.departure import Selection
from aws_flash.application.exporting.exporting import writer_named
from aws_flash.domain.imports import Wishes
from aws_flash.domain.monitor import Unwatched
from bench.runs.peak import peak_memory


def main(folder: Path, package: Path, out: Path, format_id: str) -> None:
    """Print the seconds that each took, in all and in its parts, and the memory of coming in."""
    monitor = Unwatched()
    with CommandLine().opened(folder) as services:
        begun = time.perf_counter()
        arrival = services.importing.look(package, monitor)
        read = time.perf_counter()
        services.importing.take_in(arrival, Wishes(with_progress=True), monitor)
        came = time.perf_counter()
        arrival.close()
        peak = peak_memory()
        del arrival
        left = time.perf_counter()
        bundle = services.exporting.gather(Selection(with_progress=True), out.stem, monitor)
        gathered = time.perf_counter()
        writer = writer_named(format_id, out)
        services.exporting.export(bundle, out, writer, monitor, replaces=True)
        gone = time.perf_counter()
    told = {
        "import": came - begun,
        "reading": read - begun,
        "taking in": came - read,
        "export": gone - left,
        "gathering": gathered - left,
        "writing": gone - gathered,
        "memory": peak,
    }
    print(json.dumps(told))


if __name__ == "__main__":
    main(Path(sys.argv[1]), Path(sys.argv[2]), Path(sys.argv[3]), sys.argv[4])
