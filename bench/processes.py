"""Fresh processes: starts a module of bench.runs and reads what it tells."""

from __future__ import annotations

import json
import os
import subprocess
import sys
import time
from pathlib import Path
from typing import Any

from aws_flash.app import PROFILE_VARIABLE

ROOT = Path(__file__).resolve().parent.parent


def started(module: str, profile: Path | None, *arguments: object) -> dict[str, float]:
    """Run a module to its end; return what it told, moments as seconds since the process began.

    What is told after the moment "done" is closing, and not waited for in any figure.
    """
    begun = time.perf_counter_ns()
    told = dict(line.split(" ", 1) for line in _output(module, profile, arguments).splitlines())
    return {
        name: float(value) if name == "memory" else (int(value) - begun) / 1e9
        for name, value in told.items()
    }


def answered(module: str, profile: Path | None, *arguments: object, given: str = "") -> Any:
    """Run a module to its end, with a text to read, and return the JSON that it printed."""
    return json.loads(_output(module, profile, arguments, given))


def _output(
    module: str, profile: Path | None, arguments: tuple[object, ...], given: str = ""
) -> str:
    command = [sys.executable, "-m", f"bench.runs.{module}", *map(str, arguments)]
    ran = subprocess.run(
        command,
        check=False,
        cwd=ROOT,
        env=_environment(profile),
        input=given,
        capture_output=True,
        text=True,
    )
    if ran.returncode:
        raise RuntimeError(f"{module}: {ran.stderr[-2000:]}")
    return ran.stdout


def _environment(profile: Path | None) -> dict[str, str]:
    """Return the environment of a user: bytecode is kept, the window needs no screen."""
    kept = {name: value for name, value in os.environ.items() if name != "PYTHONDONTWRITEBYTECODE"}
    kept.setdefault("QT_QPA_PLATFORM", "offscreen")
    if profile is not None:
        kept[PROFILE_VARIABLE] = str(profile)
    return kept
