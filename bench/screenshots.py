"""Draws every page and state in every look: `python -m bench.screenshots --help`."""

from __future__ import annotations

import argparse
import shutil
import sys
import tempfile
from collections.abc import Sequence
from pathlib import Path

from PySide6.QtWidgets import QApplication

from bench.life import Lives
from bench.looks import LOOKS, Camera
from bench.processes import ROOT
from bench.scenes import SCENES
from bench.shooting import shoot


def main(arguments: Sequence[str] | None = None) -> None:
    """Write build/screenshots/NAME-LOOK.png for all scenes and looks asked for."""
    asked = _parser().parse_args(arguments)
    if set(asked.only) == set(SCENES):
        shutil.rmtree(asked.output, ignore_errors=True)
    asked.output.mkdir(parents=True, exist_ok=True)
    app = QApplication(sys.argv[:1])
    app.setQuitOnLastWindowClosed(False)
    app.setCursorFlashTime(0)
    with tempfile.TemporaryDirectory() as folder:
        lives = Lives(Path(folder) / "lives")
        for look_name in asked.looks:
            look = LOOKS[look_name]
            theme = look.theme()
            theme.apply(app)
            camera = Camera(asked.output, look)
            for name in asked.only:
                scene = SCENES[name]
                profile = lives.copied(scene.profile, Path(folder) / "profile")
                shoot(scene, profile, look, theme, camera)
            print(f"{look_name}: {len(camera.taken)} pictures", flush=True)


def _parser() -> argparse.ArgumentParser:
    parser = argparse.ArgumentParser(prog="make screenshots", description=__doc__)
    parser.add_argument("--only", nargs="+", choices=SCENES, default=list(SCENES), metavar="SCENE")
    parser.add_argument("--looks", nargs="+", choices=LOOKS, default=list(LOOKS), metavar="LOOK")
    parser.add_argument("--output", type=Path, default=ROOT / "build" / "screenshots")
    return parser


if __name__ == "__main__":
    main()
