"""The command line starts quickly, needs no display and loads no Qt."""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path

import pytest

HEAVY = {"PySide6", "sqlalchemy", "nh3", "logging", "platformdirs"}


def loaded_after(*arguments: str) -> set[str]:
    """The modules that are loaded once a command has run in a process without a display."""
    code = (
        "import sys; from aws_flash.app import main; main(sys.argv[1:]);"
        "print(*sys.modules, sep='\\n', file=sys.stderr)"
    )
    environment = {
        name: value
        for name, value in os.environ.items()
        if name not in {"DISPLAY", "WAYLAND_DISPLAY", "QT_QPA_PLATFORM"}
    }
    done = subprocess.run(
        [sys.executable, "-c", code, *arguments],
        capture_output=True,
        text=True,
        check=True,
        env=environment,
    )
    return set(done.stderr.split())


@pytest.mark.parametrize("option", ["--version", "--help"])
def test_version_and_help_load_nothing_heavy(option: str) -> None:
    assert loaded_after(option) & HEAVY == set()


@pytest.mark.parametrize("command", ["due", "backup", "doctor"])
def test_a_command_loads_no_qt(command: str, tmp_path: Path) -> None:
    loaded_after("due", "--profile", str(tmp_path))
    loaded = loaded_after(command, "--profile", str(tmp_path))
    assert "sqlalchemy" in loaded
    assert not any(name.startswith(("PySide6", "shiboken6")) for name in loaded)


def test_the_module_is_the_program(tmp_path: Path) -> None:
    command = [sys.executable, "-m", "aws_flash", "--profile", str(tmp_path), "backup"]
    done = subprocess.run(command, capture_output=True, text=True, check=False)
    assert done.returncode == 1
    assert "There is no collection" in done.stderr


def test_a_reader_that_goes_away_is_no_error(tmp_path: Path) -> None:
    due = f'"{sys.executable}" -m aws_flash --profile "{tmp_path}" due'
    done = subprocess.run(
        ["sh", "-c", f"{due} | head -n 0"], capture_output=True, text=True, check=True
    )
    assert done.stderr == ""
