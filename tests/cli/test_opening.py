"""Files in place of a command: they are opened in the window."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.cli.conftest import Shell


@pytest.fixture
def without_screen(monkeypatch: pytest.MonkeyPatch) -> None:
    for name in ("DISPLAY", "WAYLAND_DISPLAY", "QT_QPA_PLATFORM"):
        monkeypatch.delenv(name, raising=False)
    monkeypatch.setattr("sys.platform", "linux")


@pytest.mark.usefixtures("without_screen")
def test_a_file_asks_for_the_window(fresh: Shell, tmp_path: Path) -> None:
    file = tmp_path / "words.csv"
    file.write_text("Hola;Hello")
    said = fresh.run_bare("--profile", str(fresh.folder), str(file))
    assert said.code == 1
    assert said.err == "There is no screen here. Start aws-flash from a desktop session.\n"


def test_what_is_neither_command_nor_file_is_wrong_usage(fresh: Shell) -> None:
    said = fresh.run_bare("words-that-are-not-there.csv")
    assert said.code == 2
    assert "No such command" in said.err
