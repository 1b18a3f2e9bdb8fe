"""`aws-flash import`, `imports`, `revert`: what a script is told, and that nothing is lost."""

from __future__ import annotations

import json
import os
from pathlib import Path
from typing import Any

import pytest

from aws_flash.domain.bundle import Bundle, BundledNote, BundledTopic
from aws_flash.formats.native.writing import write_folder
from tests.cli.conftest import Said, Shell


def basic(guid: str, answer: str) -> BundledNote:
    fields = (("Question", f"What is {guid}?"), ("Answer", answer), ("Explanation", ""))
    return BundledNote(guid, "Topic-iam0", "basic", fields)


@pytest.fixture
def words(tmp_path: Path) -> Path:
    """A deck of two cards."""
    topics = (BundledTopic("Topic-iam0".replace("-", "x"), None, "Words", 1),)
    notes = tuple(
        BundledNote(n.guid, topics[0].guid, n.kind, n.fields)
        for n in (basic("Aaaaaaaaaa", "one"), basic("Bbbbbbbbbb", "two"))
    )
    folder = tmp_path / "words"
    write_folder(Bundle("Deckwords1", "Words", "1.0", "", topics, notes), folder)
    return folder


def line(said: Said) -> dict[str, Any]:
    (only,) = said.out.splitlines()
    told: dict[str, Any] = json.loads(only)
    return told


def test_a_file_comes_in_and_its_line_says_what_it_held(shell: Shell, words: Path) -> None:
    said = shell.run("import", str(words), "--json")
    told = line(said)
    assert said.code == 0
    assert told.pop("import") > 0
    assert told == {
        "file": str(words),
        "format": "native",
        "notes": 2,
        "cards": 2,
        "topics": 1,
        "media": 0,
        "reviews": 0,
        "new": 2,
        "changed": 0,
        "same": 0,
        "clashing": 0,
        "problems": [],
    }


def test_the_same_file_again_changes_nothing_and_says_so(shell: Shell, words: Path) -> None:
    shell.run("import", str(words))
    said = shell.run("import", str(words), "--json")
    assert (line(said)["same"], line(said)["import"]) == (2, None)
    assert "Nothing in it is new" in shell.run("import", str(words)).out


def test_a_preview_writes_nothing(shell: Shell, words: Path) -> None:
    shell.run("due")
    before = shell.run("imports").out
    said = shell.run("import", "--preview", str(words))
    assert "2 cards would be added" in said.out
    assert shell.run("imports").out == before


def test_cards_go_under_the_topic_named_which_is_made(shell: Shell, words: Path) -> None:
    shell.run("import", str(words), "--topic", "Mine/Spanish")
    names = [topic["name"] for topic in shell.run("due", "--json").json["topics"]]
    at = names.index("Mine")
    assert names[at : at + 3] == ["Mine", "Spanish", "Words"]


def test_a_file_that_nobody_can_read_is_refused_in_a_sentence(shell: Shell, tmp_path: Path) -> None:
    (tmp_path / "a.bin").write_bytes(b"\x00\x01")
    said = shell.run("import", str(tmp_path / "a.bin"), "--json")
    assert said.code == 1
    assert line(said)["error"]["kind"] == "FormatUnknown"
    assert "Nothing was changed" in line(said)["error"]["sentence"]


def test_one_bad_file_does_not_keep_the_others_out(
    shell: Shell, words: Path, tmp_path: Path
) -> None:
    (tmp_path / "a.bin").write_bytes(b"\x00\x01")
    said = shell.run("import", str(tmp_path / "a.bin"), str(words), "--json")
    refused, taken = (json.loads(one) for one in said.out.splitlines())
    assert said.code == 3
    assert "error" in refused
    assert taken["new"] == 2


def test_faulty_parts_are_listed_and_the_rest_comes_in(shell: Shell, words: Path) -> None:
    (file,) = (words / "topics").iterdir()
    told = json.loads(file.read_text())
    del told["notes"][0]["answer"]
    file.write_text(json.dumps(told))
    said = shell.run("import", str(words))
    assert said.code == 3
    assert "Left out: “Words”, note 1" in said.out
    assert "1 card added" in said.out


def test_an_import_is_listed_and_can_be_taken_back(shell: Shell, words: Path) -> None:
    number = line(shell.run("import", str(words), "--json"))["import"]
    (listed,) = shell.run("imports", "--json").json
    assert (listed["import"], listed["new"], listed["reverted_at"]) == (number, 2, None)
    assert shell.run("revert", str(number), "--json").json["removed"] == 2
    assert shell.run("imports", "--json").json[0]["reverted_at"] is not None
    assert shell.run("revert", str(number)).code == 1


def test_whose_text_stays_can_be_said(shell: Shell, words: Path) -> None:
    shell.run("import", str(words))
    (file,) = (words / "topics").iterdir()
    file.write_text(file.read_text().replace("two", "deux"))
    assert line(shell.run("import", str(words), "--json"))["changed"] == 1


@pytest.fixture
def table(tmp_path: Path) -> Path:
    """A table of three rows, one of them faulty."""
    file = tmp_path / "words.csv"
    file.write_text("Front,Back,Tags\nuno,one,es\ndos\ntres,three,es\n", encoding="utf-8")
    return file


def test_what_is_left_out_can_be_saved_mended_and_imported(shell: Shell, table: Path) -> None:
    saved = table.with_name("left out.csv")
    said = shell.run("import", str(table), "--faulty-rows", str(saved))
    assert said.code == 3
    assert f"Saved what was left out to {saved}" in said.out
    text = saved.read_text(encoding="utf-8-sig")
    assert "line 3" in text
    saved.write_text(text.replace("dos", "dos,two,es"), encoding="utf-8")
    told = line(shell.run("import", str(saved), "--json"))
    assert (told["new"], told["problems"]) == (1, [])


def test_a_file_that_is_there_is_kept_and_nothing_comes(shell: Shell, table: Path) -> None:
    saved = table.with_name("left out.csv")
    saved.write_text("mine")
    said = shell.run("import", str(table), "--faulty-rows", str(saved), "--json")
    assert (said.code, line(said)["error"]["kind"]) == (1, "FileExists")
    assert saved.read_text() == "mine"
    assert shell.run("imports", "--json").json == []
    again = shell.run("import", str(table), "--faulty-rows", str(saved), "--force", "--json")
    assert (line(again)["new"], saved.read_text() == "mine") == (2, False)


def test_where_nothing_is_left_out_nothing_is_saved(shell: Shell, words: Path) -> None:
    saved = words.with_name("left out.csv")
    said = shell.run("import", str(words), "--faulty-rows", str(saved))
    assert "Nothing was left out, so nothing was saved." in said.out
    assert not saved.exists()


def test_faulty_rows_go_to_a_file_of_their_own(shell: Shell, table: Path, words: Path) -> None:
    for arguments in ([str(table), str(words)], [str(table)]):
        said = shell.run("import", *arguments, "--faulty-rows", str(table), "--force")
        assert said.code == 2
    assert "uno" in table.read_text(encoding="utf-8")


def test_a_name_that_is_no_text_comes_in_and_stays_json(shell: Shell, tmp_path: Path) -> None:
    file = tmp_path / os.fsdecode(b"words\xff.csv")
    file.write_text("front,back\nriver,water\nlake,more water\n")
    said = shell.run("import", str(file), "--json")
    assert said.code == 0
    assert said.out.isascii()
    assert line(said)["file"] == str(file)
