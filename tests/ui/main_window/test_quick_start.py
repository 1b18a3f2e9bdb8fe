"""A start imports as Python does, and leaves nothing for later searches for garbage."""

from __future__ import annotations

import subprocess
import sys

STARTED = """
import gc, linecache, sys
from aws_flash.ui.main_window import quick_start
quick_start.begin()
assert not gc.isenabled()
import aws_flash.ui.today.page
assert not any("aws_flash" in name for name in linecache.cache), "sources were read and kept"
quick_start.end()
assert gc.isenabled()
assert gc.get_freeze_count() > 10_000
"""


def test_no_source_is_kept_and_no_garbage_searched_for_until_the_end() -> None:
    done = subprocess.run(
        [sys.executable, "-c", STARTED], capture_output=True, text=True, check=False
    )
    assert done.stderr == ""
