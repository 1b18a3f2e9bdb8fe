"""A program killed at any moment has lost nothing that it acknowledged.

200 times in each run of the tests, 1,000 times with --thorough. AWS_FLASH_CRASH_SEED repeats the
moments of an earlier run. A kill cannot show what a power cut does: for that, see the test that
every writing connection is durable.
"""

from __future__ import annotations

import os
import time
from pathlib import Path

import pytest

from tests.crash.harness import Program, Rounds


def test_nothing_acknowledged_is_ever_lost(tmp_path: Path, pytestconfig: pytest.Config) -> None:
    kills = 1000 if pytestconfig.getoption("--thorough") else 200
    seed = int(os.environ.get("AWS_FLASH_CRASH_SEED", time.monotonic_ns()))
    rounds = Rounds(tmp_path, seed)
    with Program("answering") as program:
        for number in range(kills):
            try:
                rounds.run(program, number)
            except AssertionError as lost:
                lost.add_note(f"AWS_FLASH_CRASH_SEED={seed}, kill {number}")
                raise
    assert rounds.answers > kills // 2, "the program hardly answered: this showed little"
