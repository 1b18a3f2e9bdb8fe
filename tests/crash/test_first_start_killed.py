"""A first start that is killed on the way is taken up by the next one."""

from __future__ import annotations

import json
import subprocess
import sys
from contextlib import suppress
from pathlib import Path

ROOT = Path(__file__).parents[2]
MOMENTS = [0.2 + 0.04 * step for step in range(10)]


def test_the_next_start_finishes_what_a_killed_one_began(tmp_path: Path) -> None:
    command = [sys.executable, "-m", "aws_flash", "--profile", str(tmp_path / "new")]
    for seconds in MOMENTS:
        with suppress(subprocess.TimeoutExpired):  # which kills it
            subprocess.run(
                [*command, "due"], cwd=ROOT, timeout=seconds, capture_output=True, check=False
            )
    due = subprocess.run(
        [*command, "due", "--json"], cwd=ROOT, capture_output=True, text=True, check=False
    )
    assert due.returncode == 0, due.stderr
    assert json.loads(due.stdout)["new"] == 10
    assert subprocess.run([*command, "doctor"], cwd=ROOT, check=False).returncode == 0
