"""Each way to be refused: its exit code, its sentence, and nothing changed."""

from __future__ import annotations

import re
import sqlite3
from collections.abc import Callable, Iterator
from contextlib import AbstractContextManager, closing, contextmanager

import pytest

from aws_flash.app import CommandLine
from aws_flash.cli.text import error_text
from aws_flash.domain.errors import UserError
from aws_flash.storage.lock import ProfileLock
from aws_flash.storage.schema import VERSION
from tests.cli.conftest import Shell
from tests.storage.limits import full_disk, read_only, shut

Trouble = Callable[[Shell], AbstractContextManager[None]]
WRITING = ("doctor", "restore --salvage")
EVERY = ("due", "backup", *WRITING)


@contextmanager
def too_new(shell: Shell) -> Iterator[None]:
    with closing(sqlite3.connect(shell.collection)) as connection:
        connection.execute("PRAGMA user_version = 99")
    yield


@contextmanager
def garbage(shell: Shell) -> Iterator[None]:
    shell.collection.write_bytes(b"garbage" * 5000)
    yield


@contextmanager
def of_another_program(shell: Shell) -> Iterator[None]:
    shell.collection.unlink()
    with closing(sqlite3.connect(shell.collection)) as connection:
        connection.execute("CREATE TABLE theirs (id INTEGER)")
    yield


@contextmanager
def missing(shell: Shell) -> Iterator[None]:
    shell.collection.unlink()
    yield


@contextmanager
def held(shell: Shell) -> Iterator[None]:
    lock = ProfileLock(shell.folder)
    assert lock.acquire()
    yield
    lock.release()


@contextmanager
def unwritable(shell: Shell) -> Iterator[None]:
    with read_only(shell.folder):
        yield


@contextmanager
def full(shell: Shell) -> Iterator[None]:
    with full_disk(60_000):
        yield


CASES: list[tuple[Trouble, tuple[str, ...], int, str]] = [
    (too_new, ("due", "doctor", "doctor --look"), 1, "newer aws-flash"),
    (garbage, EVERY, 1, "cannot be read: file is not a database|nothing in it can be read"),
    (of_another_program, ("due", "doctor"), 1, "it is not a collection of aws-flash"),
    (missing, ("backup", *WRITING, "doctor --look"), 1, "There is no collection at"),
    (held, WRITING, 4, "Another aws-flash is using"),
    (unwritable, EVERY, 1, "may not be written to"),
    (full, ("backup", "restore --salvage"), 1, "The disk takes no more"),
]


@pytest.mark.parametrize(
    ("trouble", "command", "code", "sentence"),
    [(trouble, one, code, words) for trouble, every, code, words in CASES for one in every],
)
def test_a_refusal_has_its_code_and_its_sentence_and_changes_nothing(
    shell: Shell, trouble: Trouble, command: str, code: int, sentence: str
) -> None:
    with trouble(shell):
        before = shell.files()
        said = shell.run(*command.split())
        assert (said.code, said.out) == (code, "")
        assert re.search(sentence, said.err)
        assert "Traceback" not in said.err
        assert shell.files() == before


@pytest.mark.parametrize("command", [*EVERY, "doctor --look", "restore --list", "restore a.db"])
def test_a_folder_that_nobody_may_look_into_is_refused_in_words(shell: Shell, command: str) -> None:
    with shut(shell.folder):
        said = shell.run(*command.split())
    assert (said.code, said.out) == (1, "")
    assert "may not be written to" in said.err


def test_a_file_in_the_place_of_the_profile_is_refused_in_words(
    fresh: Shell, monkeypatch: pytest.MonkeyPatch
) -> None:
    fresh.folder.write_text("")
    monkeypatch.setenv("AWS_FLASH_PROFILE", str(fresh.folder))
    said = fresh.run_bare("due")
    assert said.code == 1
    assert f"{fresh.folder} may not be written to" in said.err


@pytest.mark.parametrize("command", ["doctor", "doctor --look", "backup", "restore --salvage"])
def test_a_profile_that_is_not_there_is_not_made_by_a_refusal(fresh: Shell, command: str) -> None:
    assert fresh.run(*command.split()).code == 1
    assert not fresh.folder.exists()


def test_a_backup_that_is_not_there_is_no_reason_to_make_a_profile(fresh: Shell) -> None:
    assert fresh.run("restore", "a.db").code == 1
    assert not fresh.folder.exists()


def test_a_refusal_in_json_can_be_read_by_a_program(shell: Shell) -> None:
    with too_new(shell):
        said = shell.run("due", "--json")
    assert said.json["error"] == "CollectionTooNew"
    assert (said.json["found"], said.json["known"]) == (99, VERSION)
    assert said.json["message"] in said.err


@pytest.mark.parametrize(
    "arguments",
    [("nonsense",), ("due", "--nonsense"), ("restore",), ("restore", "a.db", "--list"), ("--no",)],
)
def test_wrong_usage_is_said_and_does_nothing(shell: Shell, arguments: tuple[str, ...]) -> None:
    before = shell.files()
    said = shell.run(*arguments)
    assert said.code == 2
    assert "Usage:" in said.err
    assert shell.files() == before


def test_a_bug_of_ours_goes_to_the_log_with_its_traceback(
    shell: Shell, monkeypatch: pytest.MonkeyPatch
) -> None:
    def broken(*_: object) -> None:
        raise ZeroDivisionError("a bug for the test")

    monkeypatch.setattr(CommandLine, "overview", broken)
    said = shell.run("due")
    log = shell.folder / "log" / "aws-flash.log"
    assert said.code == 70
    assert str(log) in said.err
    assert len(said.err.splitlines()) == 1
    assert "ZeroDivisionError: a bug for the test" in log.read_text()


def test_a_bug_that_cannot_be_written_down_is_shown(
    shell: Shell, monkeypatch: pytest.MonkeyPatch
) -> None:
    def broken(*_: object) -> None:
        raise ZeroDivisionError("a bug for the test")

    monkeypatch.setattr(CommandLine, "overview", broken)
    with read_only(shell.folder):
        said = shell.run("due")
    assert said.code == 70
    assert "ZeroDivisionError: a bug for the test" in said.err


@pytest.mark.parametrize("kind", UserError.__subclasses__(), ids=lambda kind: kind.__name__)
def test_every_error_has_its_sentence(kind: type[UserError]) -> None:
    fields = {name: f"<{name}>" for name in kind.__annotations__}
    sentence = error_text(kind(**fields))
    assert sentence.endswith(".")
    assert "{" not in sentence
    assert re.search("Nothing|nothing|left as", sentence), "it says what was kept"
