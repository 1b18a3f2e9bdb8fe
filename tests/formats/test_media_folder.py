"""Media beside a file: what lies there comes along, and nothing from anywhere else."""

from __future__ import annotations

from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from aws_flash.domain.errors import FileUnreadable
from aws_flash.domain.media_name import plain_name
from aws_flash.formats.media_folder import MediaFolder


@pytest.fixture
def home(tmp_path: Path) -> Path:
    made = tmp_path / "home"
    (made / "a" / "b").mkdir(parents=True)
    for name, content in (("x.png", b"1"), ("a/x.png", b"2"), ("a/b/y.mp3", b"3"), ("z.txt", b"4")):
        (made / name).write_bytes(content)
    (tmp_path / "secret.png").write_bytes(b"secret")
    return made


def test_files_come_by_plain_names_and_twins_by_their_paths(home: Path) -> None:
    media = MediaFolder(home)
    names = [media.take(name) for name in ("x.png", "a/x.png", "./a\\b\\y.mp3", "x.png")]
    assert names == ["x.png", "a_x.png", "y.mp3", "x.png"]
    assert [one.load() for one in media.all()] == [b"1", b"2", b"3"]


@pytest.mark.parametrize(
    "written",
    [
        "../secret.png",
        "a/../x.png",
        "z.txt",
        "none.png",
        "a",
        "",
        "/etc/passwd",
        "nul.png",
        "a\0.png",
    ],
)
def test_all_else_stays_where_it_is(home: Path, written: str) -> None:
    assert MediaFolder(home).take(written) is None
    assert MediaFolder(home).take(str(home.parent / "secret.png")) is None


def test_links_lead_nowhere(home: Path) -> None:
    (home / "link.png").symlink_to(home.parent / "secret.png")
    (home / "away").symlink_to(home.parent)
    media = MediaFolder(home)
    assert (media.take("link.png"), media.take("away/secret.png")) == (None, None)


def test_a_file_that_went_away_meanwhile_is_told(home: Path) -> None:
    media = MediaFolder(home)
    media.take("x.png")
    (home / "x.png").unlink()
    with pytest.raises(FileUnreadable):
        media.all()[0].load()


@given(st.text("ax./\\:.png") | st.text())
def test_any_name_is_taken_plainly_or_not_at_all(written: str) -> None:
    name = MediaFolder(Path(__file__).parent).take(written)
    assert name is None or plain_name(name) == name
