"""The tree with its counts and box bars, read as the program reads it, beside its floor."""

from __future__ import annotations

import json
import os
import sys
from pathlib import Path
from typing import TYPE_CHECKING

from aws_flash.app import PROFILE_VARIABLE, profile_access, real_clock
from bench.bare_tree import BareTree
from bench.timing import timed

if TYPE_CHECKING:
    from aws_flash.domain.views import TreeRow
    from aws_flash.storage.tables import Tables

WARM = 3


def main(reads: int) -> None:
    """Print what so many reads took, the program's and the floor's by turns."""
    folder = Path(os.environ[PROFILE_VARIABLE])
    services = profile_access(folder).services()
    today = real_clock().today(services.options.read())
    bare = BareTree(folder, today)
    took: list[float] = []
    bare_took: list[float] = []

    def read() -> tuple[TreeRow, ...]:
        return services.operations.read(lambda tables: tree(tables, today))

    _check(read(), bare.read())
    for _ in range(WARM + reads):
        took.append(timed(read))
        bare_took.append(timed(bare.read))
    print(json.dumps({"values": took[WARM:], "floors": bare_took[WARM:]}))


def tree(tables: Tables, today: int) -> tuple[TreeRow, ...]:
    """Return the rows of the tree, with what is counted and drawn in them."""
    from aws_flash.application.branches import count_branches, tree_rows
    from aws_flash.application.choosing import day_so_far

    day = day_so_far(tables, today)
    topics = tables.topics.tree()
    branches = count_branches(topics, tables.counts.by_topic(today), day.new_left)
    return tree_rows(topics, branches)


def _check(rows: tuple[TreeRow, ...], counted: tuple[int, int]) -> None:
    """Both must have counted the same cards."""
    cards = sum(sum(row.boxes) for row in rows if row.parent_id is None)
    if cards != counted[0]:
        raise AssertionError(f"{cards} cards in the tree, {counted[0]} in the floor")


if __name__ == "__main__":
    main(int(sys.argv[1]))
