"""`make screenshots`: every page in light, dark, at 200 % text and at 800 by 560."""

from __future__ import annotations

import sys
import tempfile
from pathlib import Path

from PySide6.QtWidgets import QApplication

from bench.pictures.scenes import ALL
from bench.pictures.studio import SETTINGS, Studio

OUT = Path("build/screenshots")


def main(wanted: list[str]) -> None:
    """Take all pictures, or only those of the settings named on the command line."""
    OUT.mkdir(parents=True, exist_ok=True)
    app = QApplication(sys.argv[:1])
    for setting in SETTINGS:
        if wanted and setting.name not in wanted:
            continue
        with tempfile.TemporaryDirectory(prefix="aws-flash-") as folder:
            studio = Studio(Path(folder), OUT, setting, app)
            for scene in ALL:
                scene(studio)
            studio.access.close()
    print(f"{len(list(OUT.glob('*.png')))} pictures in {OUT}")


if __name__ == "__main__":
    main(sys.argv[1:])
