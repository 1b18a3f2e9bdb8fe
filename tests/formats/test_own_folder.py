"""Folders for the time of some work: those of killed programs go, all others stay."""

from __future__ import annotations

import subprocess
import sys
import tempfile
from pathlib import Path

import pytest

from aws_flash.formats.own_folder import (
    LOCK,
    MARK,
    remove_abandoned_workspaces,
    unfinished_beside,
    workspace,
)

AT_WORK = """
import sys
from pathlib import Path
from aws_flash.formats.own_folder import unfinished_beside, workspace
with (workspace() if len(sys.argv) < 2 else unfinished_beside(Path(sys.argv[1]))) as folder:
    (folder / "unpacked").write_bytes(b"x")
    print(folder, flush=True)
    sys.stdin.read()
"""


@pytest.fixture
def temporary(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A place for temporary folders, for this program and those it starts."""
    folder = tmp_path / "temporary"
    folder.mkdir()
    monkeypatch.setenv("TMPDIR", str(folder))
    monkeypatch.setattr(tempfile, "tempdir", None)
    return folder


def working(*arguments: str) -> tuple[subprocess.Popen[str], Path]:
    """Another program in the middle of its work, and the folder it works in."""
    command = [sys.executable, "-c", AT_WORK, *arguments]
    program = subprocess.Popen(command, stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True)
    assert program.stdout is not None
    return program, Path(program.stdout.readline().strip())


def kill(program: subprocess.Popen[str]) -> None:
    program.kill()
    program.communicate()


def test_a_workspace_of_a_killed_program_goes(temporary: Path) -> None:
    program, folder = working()
    kill(program)
    assert (folder / "unpacked").exists()
    remove_abandoned_workspaces()
    assert list(temporary.iterdir()) == []


@pytest.mark.usefixtures("temporary")
def test_a_workspace_of_a_program_at_work_stays() -> None:
    program, folder = working()
    try:
        remove_abandoned_workspaces()
        assert (folder / "unpacked").exists()
    finally:
        kill(program)


@pytest.mark.usefixtures("temporary")
def test_a_workspace_of_this_program_stays_and_goes_at_its_end() -> None:
    with workspace() as folder:
        remove_abandoned_workspaces()
        assert folder.exists()
    assert not folder.exists()


def test_what_a_killed_export_left_goes_with_the_next_one_there(tmp_path: Path) -> None:
    target = tmp_path / "cards.apkg"
    program, left = working(str(target))
    kill(program)
    with unfinished_beside(target) as folder:
        assert [folder] == list(tmp_path.iterdir())
    assert not left.exists()


def made(folder: Path, mode: int = 0o700) -> Path:
    folder.mkdir(mode)
    folder.chmod(mode)
    for name in (LOCK, MARK):
        (folder / name).touch()
    return folder


def test_folders_that_others_could_write_to_stay(temporary: Path) -> None:
    folder = made(temporary / "aws-flash-open", 0o777)
    remove_abandoned_workspaces()
    assert folder.exists()


def test_links_are_not_followed(temporary: Path, tmp_path: Path) -> None:
    elsewhere = made(tmp_path / "elsewhere")
    (temporary / "aws-flash-link").symlink_to(elsewhere)
    remove_abandoned_workspaces()
    assert elsewhere.exists()


def test_a_link_in_place_of_the_lock_is_not_trusted(temporary: Path, tmp_path: Path) -> None:
    folder = made(temporary / "aws-flash-linked")
    (folder / LOCK).rename(tmp_path / "lock")
    (folder / LOCK).symlink_to(tmp_path / "lock")
    remove_abandoned_workspaces()
    assert folder.exists()


@pytest.mark.parametrize("missing", [LOCK, MARK])
def test_a_folder_that_is_just_being_made_stays(temporary: Path, missing: str) -> None:
    folder = made(temporary / "aws-flash-new")
    (folder / missing).unlink()
    remove_abandoned_workspaces()
    assert folder.exists()


def test_a_folder_of_ours_that_nobody_holds_goes(temporary: Path) -> None:
    folder = made(temporary / "aws-flash-left")
    remove_abandoned_workspaces()
    assert not folder.exists()
