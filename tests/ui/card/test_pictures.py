"""Pictures are found by name, read by what they are, and drawn no larger than needed."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from PySide6.QtCore import QSize
from PySide6.QtGui import QColor

from aws_flash.ui.card.card_images import fitted
from aws_flash.ui.card.picture_file import draw_picture, open_picture
from aws_flash.ui.card.pictures import Pictures
from tests.ui.card.pixels import TELLTALE, write_bomb, write_picture

if TYPE_CHECKING:
    from pathlib import Path

    from PySide6.QtWidgets import QApplication

pytestmark = pytest.mark.usefixtures("qapp")

SVG = '<svg xmlns="http://www.w3.org/2000/svg" width="{}" height="{}"><circle r="9"/></svg>'


def test_a_picture_is_drawn_with_as_many_pixels_as_the_screen_has(media: Path) -> None:
    write_picture(media / "a.png", size=QSize(400, 200))
    image = Pictures(media.joinpath).image("a.png", QSize(100, 50), 2.0)
    assert image is not None
    assert image.size() == QSize(200, 100)
    assert image.deviceIndependentSize().toSize() == QSize(100, 50)


@pytest.mark.parametrize("name", ["a.png", "a.jpg", "a.bmp", "a.webp"])
def test_common_kinds_are_read(media: Path, name: str) -> None:
    found = open_picture(write_picture(media / name))
    assert found is not None
    image = draw_picture(found, QSize(30, 20))
    assert image is not None
    assert image.size() == QSize(30, 20)


def test_the_content_decides_and_not_the_name(media: Path) -> None:
    (media / "drawing.png").write_text(SVG.format(40, 30))
    found = open_picture(media / "drawing.png")
    assert found is not None
    assert (found.kind, found.size) == ("svg", QSize(40, 30))


def test_a_drawing_is_as_sharp_as_it_is_large(media: Path) -> None:
    (media / "a.svg").write_text(SVG.format(40, 30))
    image = Pictures(media.joinpath).image("a.svg", QSize(400, 300), 2.0)
    assert image is not None
    assert image.size() == QSize(800, 600)


@pytest.mark.parametrize("size", [(30_000, 30_000), (5_000_000, 4)])
def test_too_many_pixels_are_refused_before_they_are_unpacked(
    media: Path, size: tuple[int, int]
) -> None:
    assert open_picture(write_bomb(media / "bomb.png", *size)) is None


@pytest.mark.parametrize("content", [b"", b"GIF89a", b"\x89PNG\r\n\x1a\n", b"<svg", b"BM"])
def test_broken_files_are_refused(media: Path, content: bytes) -> None:
    (media / "x.png").write_bytes(content)
    assert open_picture(media / "x.png") is None


@pytest.mark.parametrize(
    "name", ["../secret.png", "/etc/x.png", "a/b.png", "file:x.png", "", ".", "x%2Fy.png"]
)
def test_what_is_more_than_a_name_is_not_even_looked_up(name: str) -> None:
    asked: list[str] = []

    def source(name: str) -> None:
        asked.append(name)

    assert Pictures(source).size(name) is None
    assert asked == []


def test_a_ground_is_painted_only_under_what_one_can_see_through(
    media: Path, qapp: QApplication
) -> None:
    write_picture(media / "solid.png")
    (media / "clear.svg").write_text(SVG.format(60, 40))
    pictures, ground = Pictures(media.joinpath), QColor("#123456")
    solid = pictures.image("solid.png", QSize(60, 40), 1.0, ground)
    clear = pictures.image("clear.svg", QSize(60, 40), 1.0, ground)
    assert solid is not None
    assert clear is not None
    assert solid.pixelColor(40, 30).name() == TELLTALE
    assert clear.pixelColor(40, 30) == ground


@pytest.mark.parametrize(
    ("wish", "room", "size"),
    [
        ((None, None), 1000, (600, 300)),
        ((None, None), 300, (300, 150)),
        ((200.0, None), 1000, (200, 100)),
        ((None, 100.0), 1000, (200, 100)),
        ((100.0, 100.0), 1000, (100, 100)),
        ((0.0, 0.0), 1000, (4, 4)),
        ((9e5, None), 500, (500, 250)),
        ((None, 9e5), 500, (500, 250)),
    ],
)
def test_wishes_are_met_within_the_room(
    wish: tuple[float | None, float | None], room: int, size: tuple[int, int]
) -> None:
    assert fitted(QSize(600, 300), wish, room) == QSize(*size)
