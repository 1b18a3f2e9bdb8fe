from __future__ import annotations

import pytest

from bench.processes import started


def test_a_fresh_process_tells_when_it_painted_and_what_it_holds() -> None:
    told = started("bare_window", None, 0)

    assert 0 < told["painted"] <= told["done"]
    assert told["memory"] > 1


def test_a_process_that_fails_says_why() -> None:
    with pytest.raises(RuntimeError, match="no_such_run"):
        started("no_such_run", None)
