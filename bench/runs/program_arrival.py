"""A file into a new collection, that taken back; in once more, and the same file again."""

from __future__ import annotations

import json
import sys
import time
from pathlib import Path

from aws_flash.app import CommandLine
from aws_flash.application.services import Services
from aws_flash.domain.imports import Import, Wishes
from aws_flash.domain.monitor import Unwatched
from bench.runs.peak import peak_memory


def main(folder: Path, file: Path, how: str) -> None:
    """Print the seconds of each, the megabytes of the import, and how many notes were new.

    "memory" as `how` ends after the import: with a million notes the rest takes minutes.
    """
    with CommandLine().opened(folder) as services:
        begun = time.perf_counter()
        done = _taken_in(services, file)
        told = {"import": time.perf_counter() - begun, "memory": peak_memory()}
        told["notes"] = 0 if done is None else done.report.new
        if how != "memory":
            told |= _back_and_again(services, file)
    print(json.dumps(told))


def _back_and_again(services: Services, file: Path) -> dict[str, float]:
    begun = time.perf_counter()
    services.operations.undo()
    undone = time.perf_counter()
    if _taken_in(services, file) is None:
        raise AssertionError("the undo left everything as it was")
    there = time.perf_counter()
    if _taken_in(services, file) is not None:
        raise AssertionError("the same file changed something")
    return {"undo": undone - begun, "again": time.perf_counter() - there}


def _taken_in(services: Services, file: Path) -> Import | None:
    with services.importing.look(file, Unwatched()) as arrival:
        wishes = Wishes(with_progress=True)
        return services.importing.take_in(arrival, wishes, Unwatched()).value


if __name__ == "__main__":
    main(Path(sys.argv[1]), Path(sys.argv[2]), sys.argv[3])
