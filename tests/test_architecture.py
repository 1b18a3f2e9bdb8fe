"""The house stands as drawn: every contract holds, and would notice if it did not."""

from __future__ import annotations

import ast
import re
import shutil
import subprocess
import sys
import tomllib
from pathlib import Path

import pytest

ROOT = Path(__file__).parent.parent
LINT_IMPORTS, RUFF = (
    str(Path(sys.executable).with_name(tool)) for tool in ("lint-imports", "ruff")
)
FILES = sorted((ROOT / "aws_flash").rglob("*.py"))
PROJECT = tomllib.loads((ROOT / "pyproject.toml").read_text())
CONTRACTS = {
    contract["id"]: contract["name"] for contract in PROJECT["tool"]["importlinter"]["contracts"]
}
# By contract: lines that break it and no other, by the module that is given them.
VIOLATIONS = {
    "layers": {"storage.planted": "import aws_flash.formats"},
    "screens": {"ui.today.planted": "import aws_flash.ui.review.planted", "ui.review.planted": ""},
    "formats-apart": {"formats.planted": ""},
    "faces-ask": {"cli.planted": "import aws_flash.storage"},
    "no-qt": {"application.planted": "import PySide6.QtCore"},
    "no-sql": {"application.planted": "import sqlalchemy"},
    "no-io": {"domain.planted": "import sqlite3"},
    "acyclic": {
        "domain.planted_first": "import aws_flash.domain.planted_second",
        "domain.planted_second": "import aws_flash.domain.planted_first",
    },
    "plain-widgets": {"ui.widgets.planted": "import aws_flash.domain"},
}
CLOCKS_AND_CHANCE = [
    "from datetime import date; date.today()",
    "from datetime import UTC, datetime; datetime.now(UTC)",
    "from datetime import datetime; datetime.today()",
    "from datetime import datetime; datetime.utcnow()",
    "from time import time",
    "import time; time.time_ns()",
    "import random",
    "from secrets import token_hex",
    "import os; os.urandom(8)",
    "from uuid import uuid1",
    "import uuid; uuid.uuid4()",
    "from PySide6.QtCore import QDate; QDate.currentDate()",
    "from PySide6.QtCore import QDateTime; QDateTime.currentDateTime()",
    "from PySide6.QtCore import QDateTime; QDateTime.currentDateTimeUtc()",
    "from PySide6.QtCore import QTime; QTime.currentTime()",
    "from PySide6.QtCore import QRandomGenerator",
]


def broken_contracts(folder: Path) -> set[str]:
    """The names of the contracts that the package in this folder breaks."""
    lint = [LINT_IMPORTS, "--no-cache", "--config", str(ROOT / "pyproject.toml")]
    done = subprocess.run(lint, cwd=folder, capture_output=True, text=True, check=False)
    kept = set(re.findall(r"^(.+) KEPT", done.stdout, re.MULTILINE))
    assert kept, done.stdout + done.stderr
    return set(CONTRACTS.values()) - kept


def plant(folder: Path, module: str, line: str) -> None:
    file = (folder / "aws_flash").joinpath(*module.split(".")).with_suffix(".py")
    file.parent.mkdir(exist_ok=True)
    (file.parent / "__init__.py").touch()
    file.write_text(line)


def test_every_contract_is_kept() -> None:
    assert broken_contracts(ROOT) == set()


def test_every_contract_has_a_violation_to_try() -> None:
    assert VIOLATIONS.keys() == CONTRACTS.keys()


@pytest.mark.parametrize("contract", VIOLATIONS)
def test_a_violation_breaks_its_contract_and_no_other(contract: str, tmp_path: Path) -> None:
    shutil.copytree(ROOT / "aws_flash", tmp_path / "aws_flash")
    for module, line in VIOLATIONS[contract].items():
        plant(tmp_path, module, line)
    assert broken_contracts(tmp_path) == {CONTRACTS[contract]}


def test_a_new_folder_fails_until_it_has_a_place(tmp_path: Path) -> None:
    shutil.copytree(ROOT / "aws_flash", tmp_path / "aws_flash")
    plant(tmp_path, "planted.module", "")
    assert broken_contracts(tmp_path) == {CONTRACTS["layers"]}


def test_no_file_is_past_400_lines() -> None:
    lengths = {str(file): len(file.read_text().splitlines()) for file in FILES}
    assert {file: lines for file, lines in lengths.items() if lines > 400} == {}


@pytest.mark.parametrize("file", FILES, ids=lambda file: str(file.relative_to(ROOT)))
def test_a_file_says_its_idea_in_its_first_line(file: Path) -> None:
    idea = ast.get_docstring(ast.parse(file.read_text())) or ""
    assert re.fullmatch(r"\S.+[.?!]", idea.partition("\n")[0])


def clock_lines(*arguments: str, code: str = "") -> list[str]:
    """Where the linter sees a clock read or a number drawn, whatever is marked as an exception."""
    lint = [RUFF, "check", "--select=TID251", "--ignore-noqa", "--output-format=concise"]
    done = subprocess.run(
        [*lint, *arguments], cwd=ROOT, input=code, capture_output=True, text=True, check=False
    )
    return re.findall(r"^(\S+):\d+: TID251", done.stdout, re.MULTILINE)


def test_only_app_reads_the_clock_or_draws_by_chance() -> None:
    assert clock_lines("aws_flash") == []


@pytest.mark.parametrize("line", CLOCKS_AND_CHANCE)
def test_a_clock_or_chance_is_noticed(line: str) -> None:
    assert clock_lines("--stdin-filename=aws_flash/planted.py", "-", code=line)


def test_app_may_read_the_clock() -> None:
    code = "\n".join(CLOCKS_AND_CHANCE)
    assert clock_lines("--stdin-filename=aws_flash/app.py", "-", code=code) == []
