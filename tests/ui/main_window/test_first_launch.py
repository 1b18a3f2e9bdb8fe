"""The first launch: a window, Today, and one key to the first card."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtCore import Qt

from tests.ui.main_window.program import Program, Start


def test_one_key_leads_from_an_empty_folder_to_the_first_card(start: Start, tmp_path: Path) -> None:
    program = start(tmp_path / "new")
    program.wait_for("10 new cards, about 4 minutes")
    assert program.sheet() is None
    assert program.toast == ""
    program.press(Qt.Key.Key_Space)
    program.wait_for("1 of 10")
    assert program.shows("Show answer")
    program.close()
    assert program.bugs == []


def test_the_deck_comes_in_its_topic_tree(program: Program) -> None:
    names = program.topics()
    assert names[0] == "AWS Security notes"
    assert {"Shared responsibility", "STS credentials", "Detection & logging"} <= set(names)
    assert program.due("AWS Security notes") == 10
