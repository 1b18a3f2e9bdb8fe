"""Trees to show: a small one by hand, others drawn by hypothesis, and where their rows are."""

from __future__ import annotations

from typing import TYPE_CHECKING

from hypothesis import strategies as st

from aws_flash.domain.views import TreeRow

if TYPE_CHECKING:
    from PySide6.QtCore import QPoint

    from aws_flash.ui.topics.tree import TopicTree

FIRST_ID = 1 << 62


def rows_of(text: str) -> tuple[TreeRow, ...]:
    """Rows from an indented list of names; ids count from FIRST_ID."""
    rows: list[TreeRow] = []
    path: list[int] = []
    for number, line in enumerate(text.strip("\n").split("\n")):
        name = line.strip()
        depth = (len(line) - len(line.lstrip())) // 2
        del path[depth:]
        parent = path[-1] if path else None
        boxes = (number, 1, 0, 2, 0, 1)
        rows.append(TreeRow(FIRST_ID + number, parent, name, depth, boxes, number % 4))
        path.append(FIRST_ID + number)
    return tuple(rows)


ROWS = rows_of("""
AWS Security notes
  EC2 & guest OS
  Network
    Direct Connect
    Load balancers
  Identity federation
    STS calls
Chapter 9
Chapter 10
""")
AWS, EC2, NETWORK, DIRECT, BALANCERS, IDENTITY, STS, NINE, TEN = (row.topic_id for row in ROWS)


@st.composite
def trees(draw: st.DrawFn) -> tuple[TreeRow, ...]:
    """Rows in tree order, up to four deep."""
    depths = [0]
    for _ in range(draw(st.integers(0, 11))):
        depths.append(draw(st.integers(0, min(depths[-1] + 1, 4))))
    return rows_of("\n".join(f"{'  ' * depth}Topic {at}" for at, depth in enumerate(depths)))


def middle_of(tree: TopicTree, topic_id: int) -> QPoint:
    """The middle of a topic's row in the viewport."""
    return tree.visualRect(tree._model.find(topic_id)).center()


def stand_on(tree: TopicTree, topic_id: int) -> None:
    """Make a topic's row the current one."""
    tree.setCurrentIndex(tree._model.find(topic_id))
