"""An import that is killed at any moment is there whole or not at all, and so is taking it back.

A dozen times in each run of the tests, 100 times with --thorough. AWS_FLASH_CRASH_SEED repeats the
moments of an earlier run.
"""

from __future__ import annotations

import os
import time
from pathlib import Path

import pytest

from tests.crash.harness import Program
from tests.crash.import_rounds import ImportRounds


def test_an_import_is_whole_or_not_there(tmp_path: Path, pytestconfig: pytest.Config) -> None:
    kills = 100 if pytestconfig.getoption("--thorough") else 12
    seed = int(os.environ.get("AWS_FLASH_CRASH_SEED", time.monotonic_ns()))
    rounds = ImportRounds(tmp_path, seed)
    with Program("importing") as program:
        for number in range(kills):
            try:
                rounds.run(program, number)
            except AssertionError as half:
                half.add_note(f"AWS_FLASH_CRASH_SEED={seed}, kill {number}")
                raise
    assert rounds.done >= kills // 3, "the program hardly imported: this showed little"
