"""The preview of a file, in a program just started with a collection open."""

from __future__ import annotations

import json
import sys
import time
from pathlib import Path

from aws_flash.app import CommandLine
from aws_flash.domain.imports import Wishes
from aws_flash.domain.monitor import Unwatched


def main(folder: Path, file: Path) -> None:
    """Print the seconds until what an import would do is known, and the notes and reviews found."""
    with CommandLine().opened(folder) as services:
        begun = time.perf_counter()
        with services.importing.look(file, Unwatched()) as arrival:
            preview = services.importing.preview(arrival, Wishes())
            took = time.perf_counter() - begun
    print(json.dumps({"took": took, "notes": len(preview.plan.added), "reviews": preview.reviews}))


if __name__ == "__main__":
    main(Path(sys.argv[1]), Path(sys.argv[2]))
