"""`aws-flash lint`."""

from __future__ import annotations

import json
import re
import shutil
import subprocess
import sys
from pathlib import Path

import pytest

from aws_flash.resources import resource
from tests.cli.conftest import Shell

DECK = resource("decks", "aws-security")


@pytest.fixture
def marred(tmp_path: Path) -> Path:
    """Our deck with one card spoilt: it asks with a pronoun, and its id is a slip."""
    folder = tmp_path / "deck"
    shutil.copytree(DECK, folder)
    file = folder / "topics" / "1.1-managed-services.json"
    found = json.loads(file.read_bytes())
    found["notes"][0] |= {"question": "What does it do?", "statements": ["S999"]}
    file.write_text(json.dumps(found))
    return folder


def test_our_deck_is_clean(fresh: Shell) -> None:
    said = fresh.run_bare("lint", str(DECK))
    assert (said.code, said.err) == (0, "")
    assert said.out.startswith("All is well with ")


def test_findings_are_told_card_by_card_with_a_count_at_the_end(fresh: Shell, marred: Path) -> None:
    said = fresh.run_bare("lint", str(marred))
    assert said.code == 3
    heading, *lines = said.out.splitlines()
    assert heading.endswith("  What does it do?")
    assert lines[0] == "  pronoun (Question): What does it do?"
    assert "  unknown-statement (statements): S999" in lines
    assert re.search(r"^2 findings on 1 card of \d+; none silenced\.$", said.out, re.MULTILINE)
    assert lines[-1] == "  1  unknown-statement"


def test_json_is_one_object_with_the_findings(fresh: Shell, marred: Path) -> None:
    said = fresh.run_bare("lint", "--json", str(marred / "deck.json"))
    assert said.code == 3
    told = said.json
    assert (told["clean"], told["silenced"]) == (False, 0)
    assert told["notes"] > 60
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


def test_no_profile_is_opened_or_made(fresh: Shell, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("AWS_FLASH_PROFILE", str(fresh.folder))
    fresh.run_bare("lint", str(DECK))
    assert not fresh.folder.exists()


def test_neither_qt_nor_the_database_is_loaded() -> None:
    code = (
        "import sys; from aws_flash.app import main; main(sys.argv[1:]);"
        "print(*sys.modules, file=sys.stderr)"
    )
    done = subprocess.run(
        [sys.executable, "-c", code, "lint", str(DECK)], capture_output=True, text=True, check=True
    )
    loaded = {name.partition(".")[0] for name in done.stderr.split()}
    assert loaded.isdisjoint({"PySide6", "shiboken6", "sqlalchemy"})
