"""Topics by their paths."""

from __future__ import annotations

from aws_flash.domain.views import TreeRow
from aws_flash.ui.editor.topic_paths import below_root, topic_paths


def row(topic_id: int, parent_id: int | None, name: str) -> TreeRow:
    return TreeRow(topic_id, parent_id, name, 0, (0,) * 6, 0)


ROWS = (row(1, None, "AWS"), row(2, 1, "Federation"), row(3, 2, "STS calls"), row(4, None, "Own"))


def test_paths_leave_out_a_root_that_two_others_stand_for() -> None:
    assert [path.text for path in topic_paths(ROWS)] == [
        "AWS",
        "AWS \u203a Federation",
        "Federation \u203a STS calls",
        "Own",
    ]


def test_a_row_without_its_parent_is_a_root() -> None:
    assert topic_paths([row(5, 99, "Lost")])[0].names == ("Lost",)


def test_two_names_are_both_kept() -> None:
    assert below_root(["Biology", "Cells"]) == ("Biology", "Cells")
    assert below_root([]) == ()
