"""Preferences outlast the program, and a broken file never troubles anyone."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from aws_flash.ui.preferences import FILE_NAME, Preferences, PreferencesFile


def test_what_is_kept_is_there_at_the_next_start(tmp_path: Path) -> None:
    PreferencesFile(tmp_path).keep(mode="dark", scale=1.5, expanded=(1, 2**62))
    kept = PreferencesFile(tmp_path).kept
    assert (kept.mode, kept.scale, list(kept.expanded or ())) == ("dark", 1.5, [1, 2**62])


@pytest.mark.parametrize(
    "text", ["", "{", "[]", "null", "\x00", '{"scale": "big", "mode": 3}', '{"scale": NaN}']
)
def test_a_broken_file_counts_as_never_written(tmp_path: Path, text: str) -> None:
    (tmp_path / FILE_NAME).write_text(text, encoding="utf-8")
    assert PreferencesFile(tmp_path).kept == Preferences()


def test_one_value_that_makes_no_sense_costs_only_itself(tmp_path: Path) -> None:
    (tmp_path / FILE_NAME).write_text(json.dumps({"mode": "dark", "scope": "x", "new": 1}))
    assert PreferencesFile(tmp_path).kept == Preferences(mode="dark")


def test_a_folder_that_refuses_costs_only_the_memory(tmp_path: Path) -> None:
    (tmp_path / "file").write_text("in the way")
    file = PreferencesFile(tmp_path / "file")
    file.keep(mode="dark")
    assert file.kept.mode == "dark"
