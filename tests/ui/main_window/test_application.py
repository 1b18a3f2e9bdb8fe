"""A file that the system opens with the program, as macOS tells it."""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path

from tests.ui.main_window.arriving import note, write_deck

_TOLD_EARLY_AND_LATE = """
import os, sys
from pathlib import Path
from PySide6.QtCore import QCoreApplication
from PySide6.QtGui import QFileOpenEvent
from aws_flash.app import main
from aws_flash.ui.main_window import launch
from aws_flash.ui.main_window.window import Window

early, late = sys.argv[1:]
build, look = launch.OpenedWindow.__init__, Window.open_files

def tell_application(path):
    QCoreApplication.postEvent(QCoreApplication.instance(), QFileOpenEvent(path))

def build_and_tell(self, *arguments):
    build(self, *arguments)
    tell_application(early)

def say(self, paths):
    print(*paths, sep="\\n", flush=True)
    if Path(late) in paths:
        os._exit(0)
    look(self, paths)
    tell_application(late)

launch.OpenedWindow.__init__, Window.open_files = build_and_tell, say
main([])
"""


def test_files_are_looked_at_whether_they_come_before_the_window_or_after(tmp_path: Path) -> None:
    early, late = (
        write_deck(tmp_path / name, note(f"guid-{name}", "What is a subnet?"))
        for name in ("early", "late")
    )
    environment = {**os.environ, "AWS_FLASH_PROFILE": str(tmp_path / "profile")}
    command = [sys.executable, "-c", _TOLD_EARLY_AND_LATE, str(early), str(late)]
    done = subprocess.run(
        command, env=environment, capture_output=True, text=True, timeout=60, check=False
    )
    assert done.stdout.splitlines() == [str(early), str(late)], done.stderr
