"""The lock of a profile, against real processes."""

from __future__ import annotations

import subprocess
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import pytest

from aws_flash.domain.errors import UserError
from aws_flash.storage.lock import LOCK_FILE, ProfileLock

HOLDER = """
import sys
from pathlib import Path
from aws_flash.storage.lock import ProfileLock
lock = ProfileLock(Path(sys.argv[1]))
print(lock.acquire(), flush=True)
sys.stdin.read()
"""


@contextmanager
def another_program(folder: Path) -> Iterator[subprocess.Popen[str]]:
    command = [sys.executable, "-c", HOLDER, str(folder)]
    with subprocess.Popen(
        command, stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True
    ) as holder:
        assert holder.stdout is not None
        assert holder.stdout.readline() == "True\n"
        yield holder
        holder.kill()


def is_free(folder: Path) -> bool:
    """Whether the lock can be taken; it is let go of at once."""
    lock = ProfileLock(folder)
    try:
        return lock.acquire()
    finally:
        lock.release()


def test_the_first_takes_it_and_the_second_does_not(tmp_path: Path) -> None:
    with another_program(tmp_path):
        assert not is_free(tmp_path)


def test_a_killed_program_leaves_it_free(tmp_path: Path) -> None:
    with another_program(tmp_path) as holder:
        holder.kill()
        holder.wait()
        assert is_free(tmp_path)


def test_it_is_free_again_once_released(tmp_path: Path) -> None:
    lock = ProfileLock(tmp_path)
    assert lock.acquire()
    assert not is_free(tmp_path)
    lock.release()
    assert is_free(tmp_path)


def test_taking_it_twice_is_taking_it_once(tmp_path: Path) -> None:
    lock = ProfileLock(tmp_path)
    assert lock.acquire()
    assert lock.acquire()
    lock.release()
    assert is_free(tmp_path)


def test_it_leaves_one_empty_file_and_makes_the_folder(tmp_path: Path) -> None:
    assert is_free(tmp_path / "new" / "profile")
    files = list((tmp_path / "new" / "profile").iterdir())
    assert [(file.name, file.stat().st_size) for file in files] == [(LOCK_FILE, 0)]


def test_a_place_where_nothing_can_be_made_is_refused_in_words(tmp_path: Path) -> None:
    (tmp_path / "file").write_text("")
    with pytest.raises(UserError):
        ProfileLock(tmp_path / "file").acquire()


def test_importing_it_brings_nothing_heavy() -> None:
    code = (
        "import sys, aws_flash.storage.lock; print({'sqlalchemy', 'dataclasses'} & {*sys.modules})"
    )
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    assert done.stdout == "set()\n"
