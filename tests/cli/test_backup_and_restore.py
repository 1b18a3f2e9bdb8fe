"""`aws-flash backup` and `aws-flash restore`."""

from __future__ import annotations

from pathlib import Path

from aws_flash.storage.collection import Collection
from aws_flash.storage.lock import ProfileLock
from aws_flash.storage.schema import VERSION
from tests.cli.conftest import Shell
from tests.storage import filled

ANSWERS = filled.CARDS * 2 // 3 * filled.ANSWERS


def add_a_card(shell: Shell) -> None:
    collection = Collection.open(shell.collection, lambda _: None)
    with collection.write(filled.NOW) as tables:
        tables.notes.put_all([filled.note(9000)])
    collection.close()


def test_a_backup_says_what_it_holds_and_where(shell: Shell) -> None:
    said = shell.run("backup")
    assert said.code == 0
    assert f"{filled.CARDS} cards and {ANSWERS} answers" in said.out
    assert str(next((shell.folder / "backups").iterdir())) in said.out


def test_a_backup_is_made_beside_an_open_window(shell: Shell) -> None:
    lock = ProfileLock(shell.folder)
    assert lock.acquire()
    told = shell.run("backup", "--json").json
    lock.release()
    assert (told["cards"], told["answers"], told["problems"]) == (filled.CARDS, ANSWERS, [])
    assert (told["reason"], told["schema"]) == ("hand", VERSION)
    assert Path(told["file"]).stat().st_size == told["size"]


def test_the_list_tells_sound_backups_from_damaged_ones(shell: Shell) -> None:
    first = Path(shell.run("backup", "--json").json["file"])
    second = Path(shell.run("backup", "--json").json["file"])
    filled.spoil(first, 4096, 40_000)
    listed = shell.run("restore", "--list", "--json").json
    assert [Path(one["file"]) for one in listed] == [second, first]
    assert [bool(one["problems"]) for one in listed] == [False, True]
    lines = shell.run("restore", "--list").out.splitlines()
    assert f"{filled.CARDS} cards" in lines[0]
    assert "damaged" in lines[1]


def test_with_no_backup_the_list_says_so(shell: Shell) -> None:
    assert shell.run("restore", "--list").out == "There are no backups yet.\n"
    assert shell.run("restore", "--list", "--json").json == []


def test_a_backup_is_restored_by_its_name_and_the_restore_undone(shell: Shell) -> None:
    name = Path(shell.run("backup", "--json").json["file"]).name
    add_a_card(shell)
    said = shell.run("restore", name)
    assert said.code == 0
    assert filled.counted(shell.collection)[0] == filled.CARDS
    undo = said.out.split('"')[1].split()
    assert undo[:2] == ["aws-flash", "restore"]
    shell.run(*undo[1:])
    assert filled.counted(shell.collection)[0] == filled.CARDS + 1


def test_any_collection_is_restored_by_its_path(shell: Shell, tmp_path: Path) -> None:
    other = filled.make(tmp_path / "other.db", cards=9)
    told = shell.run("restore", str(other), "--json").json
    assert (told["cards"], told["kept_aside"]) == (9, None)
    assert filled.counted(shell.collection)[1] == 9


def test_a_damaged_collection_is_rescued_and_kept(shell: Shell) -> None:
    filled.spoil(shell.collection, 0, 100, b"\0")
    said = shell.run("restore", "--salvage", "--json")
    assert (said.code, said.json["cards"], said.json["damaged_tables"]) == (0, filled.CARDS, [])
    assert Path(said.json["kept_aside"]).exists()
    assert shell.run("doctor").code == 0


def test_a_rescue_with_losses_is_done_in_part(shell: Shell) -> None:
    filled.spoil(shell.collection, 0, 100, b"\0")
    content = shell.collection.read_bytes()
    at = content.index(b"Question 7:") // filled.PAGE * filled.PAGE
    filled.spoil(shell.collection, at, at + filled.PAGE)
    said = shell.run("restore", "--salvage")
    assert said.code == 3
    assert "Something is lost of: notes" in said.out
