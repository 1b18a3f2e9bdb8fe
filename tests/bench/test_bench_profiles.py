from __future__ import annotations

from pathlib import Path

from bench.generator import Size
from bench.profiles import copied, made

SIZE = Size(cards=40, reviews=100, topics=5)


def test_a_profile_is_made_once(tmp_path: Path) -> None:
    first = made(tmp_path, SIZE)
    (first / "mark").touch()

    assert (made(tmp_path, SIZE) / "mark").exists()


def test_a_profile_of_another_day_takes_the_place_of_the_old_one(tmp_path: Path) -> None:
    old = made(tmp_path, SIZE)
    new = made(tmp_path, SIZE._replace(today=SIZE.today + 1))

    assert not old.exists()
    assert (new / "collection.db").exists()


def test_a_copy_starts_afresh(tmp_path: Path) -> None:
    profile = made(tmp_path, SIZE)
    (copied(profile, tmp_path / "copy") / "mark").touch()
    copy = copied(profile, tmp_path / "copy")

    assert [path.name for path in copy.iterdir()] == ["collection.db"]
    assert not (profile / "mark").exists()
