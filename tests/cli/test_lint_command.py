"""`aws-flash lint`."""

from __future__ import annotations

import json
import subprocess
import sys
from pathlib import Path
from typing import Any

import pytest

from tests.cli.conftest import Shell

SOUND = {
    "guid": "Note000001",
    "kind": "basic",
    "question": "Which port has HTTPS?",
    "answer": "443",
    "sources": [{"title": "RFC 9110", "link": "https://www.rfc-editor.org/rfc/rfc9110"}],
    "statements": ["S01"],
}
MARRED = {**SOUND, "guid": "Note000002", "question": "What does it do?", "statements": ["S09"]}
QUIET = {
    **SOUND,
    "guid": "Note000003",
    "question": "Is HTTPS on port 443?",
    "silenced": {"yes-no": "a joke"},
}


def write_deck(folder: Path, *notes: dict[str, Any]) -> Path:
    """A deck in the native form; no card tells a day, so that none grows stale."""
    topic = {"guid": "Topic00001", "name": "Ports", "description": "", "file": "topics/p.json"}
    manifest = {
        "format": "aws-flash deck",
        "format_version": 1,
        "guid": "Deck000001",
        "edition": "2026.11.0",
        "name": "Ports",
        "statements": ["S01 to S03"],
        "topics": [{**topic, "topics": []}],
    }
    (folder / "topics").mkdir(parents=True)
    (folder / "deck.json").write_text(json.dumps(manifest))
    file = {"topic": "Topic00001", "notes": notes}
    (folder / "topics" / "p.json").write_text(json.dumps(file))
    return folder


@pytest.fixture
def marred(tmp_path: Path) -> Path:
    """A deck with a sound card and one that breaks two rules."""
    return write_deck(tmp_path / "deck", SOUND, MARRED)


def test_a_clean_deck_is_said_to_be_so(fresh: Shell, tmp_path: Path) -> None:
    said = fresh.run_bare("lint", str(write_deck(tmp_path / "deck", SOUND)))
    assert (said.code, said.err) == (0, "")
    assert said.out == "All is well with 1 card; none silenced.\n"


def test_what_a_card_silences_is_only_counted(fresh: Shell, tmp_path: Path) -> None:
    said = fresh.run_bare("lint", str(write_deck(tmp_path / "deck", SOUND, QUIET)))
    assert said.code == 0
    assert said.out == "All is well with 2 cards; 1 silenced.\n"


def test_findings_are_told_card_by_card_with_a_count_at_the_end(fresh: Shell, marred: Path) -> None:
    said = fresh.run_bare("lint", str(marred))
    assert said.code == 3
    heading, *lines = said.out.splitlines()
    assert heading == "Note000002  What does it do?"
    assert lines[0] == "  pronoun (Question): What does it do?"
    assert "  unknown-statement (statements): S09" in lines
    assert "\n\n2 findings on 1 card of 2; none silenced.\n" in said.out
    assert lines[-1] == "  1  unknown-statement"


def test_json_is_one_object_with_the_findings(fresh: Shell, marred: Path) -> None:
    said = fresh.run_bare("lint", "--json", str(marred / "deck.json"))
    assert said.code == 3
    told = said.json
    assert (told["clean"], told["notes"], told["silenced"]) == (False, 2, 0)
    assert told["counts"] == {"pronoun": 1, "unknown-statement": 1}
    first = told["findings"][0]
    assert (first["rule"], first["place"], first["ordinal"]) == ("pronoun", "Question", None)
    assert first["title"] == first["words"] == "What does it do?"
    assert first["suggestion"]


@pytest.mark.parametrize("name", ["missing", "cards.xyz", "empty.txt", "folder"])
def test_what_cannot_be_read_is_refused_in_words(fresh: Shell, tmp_path: Path, name: str) -> None:
    (tmp_path / "cards.xyz").write_bytes(bytes(range(256)))
    (tmp_path / "empty.txt").touch()
    (tmp_path / "folder").mkdir()
    said = fresh.run_bare("lint", str(tmp_path / name))
    assert (said.code, said.out) == (1, "")
    assert str(tmp_path / name) in said.err
    assert fresh.run_bare("lint", "--json", str(tmp_path / name)).json["message"] in said.err


def test_a_manifest_with_a_mistake_is_refused_in_words(fresh: Shell, marred: Path) -> None:
    (marred / "deck.json").write_text("{")
    said = fresh.run_bare("lint", str(marred))
    assert said.code == 1
    assert "deck.json" in said.err


def test_no_profile_is_opened_or_made(
    fresh: Shell, marred: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("AWS_FLASH_PROFILE", str(fresh.folder))
    fresh.run_bare("lint", str(marred))
    assert not fresh.folder.exists()


def test_neither_qt_nor_the_database_is_loaded(marred: Path) -> None:
    code = (
        "import sys; from aws_flash.app import main; main(sys.argv[1:]);"
        "print(*sys.modules, file=sys.stderr)"
    )
    command = [sys.executable, "-c", code, "lint", str(marred)]
    done = subprocess.run(command, capture_output=True, text=True, check=True)
    loaded = {name.partition(".")[0] for name in done.stderr.split()}
    assert loaded.isdisjoint({"PySide6", "shiboken6", "sqlalchemy"})
