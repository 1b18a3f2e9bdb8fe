"""A wheel holds everything the program needs, and its command line works without Qt."""

from __future__ import annotations

import json
import re
import subprocess
import sys
import zipfile
from pathlib import Path

import pytest

from aws_flash import __version__

ROOT = Path(__file__).parent.parent


@pytest.fixture(scope="module")
def wheel(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("wheel")
    build = [sys.executable, "-m", "hatchling", "build", "--target", "wheel"]
    subprocess.run([*build, "--directory", folder], cwd=ROOT, check=True, capture_output=True)
    return next(folder.glob("*.whl"))


@pytest.fixture(scope="module")
def environment(wheel: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The programs' folder of an environment that has the wheel and what it needs, except Qt."""
    folder = tmp_path_factory.mktemp("environment")
    subprocess.run([sys.executable, "-m", "venv", "--without-pip", folder], check=True)
    entries = re.split(r"\n(?=\S)", (ROOT / "packaging/requirements.txt").read_text())
    without_qt = [entry for entry in entries if not entry.startswith(("pyside6", "shiboken6"))]
    requirements = folder / "requirements.txt"
    requirements.write_text("\n".join(without_qt))
    install(folder, "--require-hashes", "--requirement", str(requirements))
    install(folder, "--no-deps", str(wheel))
    return folder / "bin"


def install(environment: Path, *arguments: str) -> None:
    script = ["sh", "packaging/install.sh", str(environment / "bin/python")]
    subprocess.run([*script, *arguments], cwd=ROOT, check=True, capture_output=True)


def run(command: Path, *arguments: str) -> str:
    """What the command prints, run from its own folder so that the checkout is out of sight."""
    done = subprocess.run(
        [command, *arguments], cwd=command.parent, check=False, capture_output=True, text=True
    )
    assert done.returncode == 0, done.stderr
    return done.stdout


def test_a_wheel_holds_every_resource(wheel: Path) -> None:
    ours = {
        f"aws_flash/resources/{path.relative_to(ROOT / 'resources').as_posix()}"
        for path in (ROOT / "resources").rglob("*")
        if path.is_file()
    }
    assert ours <= set(zipfile.ZipFile(wheel).namelist())


def test_an_installed_program_finds_its_resources(environment: Path) -> None:
    code = "from aws_flash.resources import resource; print(resource('icons', 'aws-flash.svg'))"
    found = Path(run(environment / "python", "-c", code).strip())
    assert found.is_file()
    assert found.is_relative_to(environment.parent)


def test_an_installed_program_says_its_version(environment: Path) -> None:
    assert __version__ in run(environment / "aws-flash", "--version")


def test_an_installed_program_counts_what_is_due(environment: Path, tmp_path: Path) -> None:
    due = run(environment / "aws-flash", "due", "--json", "--profile", str(tmp_path))
    assert json.loads(due)
