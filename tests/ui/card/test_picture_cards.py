"""Picture cards: parts covered, uncovered, and in sight."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from PySide6.QtCore import QRectF, QSize
from PySide6.QtWidgets import QWidget

from aws_flash.domain.face import Face, Side
from aws_flash.domain.occlusion import Shape
from aws_flash.domain.picture import Picture
from aws_flash.ui.card.picture_view import PictureView, outline_of
from tests.ui.card.cards import shown_texts
from tests.ui.card.pixels import TELLTALE, painted, write_picture

if TYPE_CHECKING:
    from pathlib import Path

    from aws_flash.ui.card.card_face import CardFace

MAP = Picture("map.png", "A map")


def face(*shapes: Shape) -> Face:
    return Face(question=Side("q"), answer=Side("label"), picture=MAP, shapes=shapes, asked=1)


def whole(ordinal: int, *, others_hidden: bool = False) -> Shape:
    return Shape("rect", (ordinal,), 0.0, 0.0, 1.0, 1.0, others_hidden=others_hidden)


def picture_of(view: CardFace) -> PictureView:
    found = view.findChild(PictureView)
    assert isinstance(found, PictureView)
    return found


def is_covered(view: CardFace) -> bool:
    """By the look of a place where no question mark stands."""
    return painted(picture_of(view)).pixelColor(12, 20).name() != TELLTALE


def test_a_part_is_covered_until_the_answer_shows(view: CardFace, media: Path) -> None:
    write_picture(media / "map.png")
    view.show_question(face(whole(1)))
    assert is_covered(view)
    view.reveal()
    assert not is_covered(view)
    assert "label" in shown_texts(view)


@pytest.mark.parametrize("others_hidden", [False, True])
def test_other_parts_are_covered_if_the_author_says_so(
    view: CardFace, media: Path, *, others_hidden: bool
) -> None:
    write_picture(media / "map.png")
    view.show_question(face(whole(2, others_hidden=others_hidden)))
    assert is_covered(view) is others_hidden


def test_a_missing_picture_says_what_it_showed(view: CardFace) -> None:
    view.show_question(face(whole(1)))
    assert picture_of(view).accessibleName() == "A map"
    assert picture_of(view).height() > 0


@pytest.mark.parametrize("size", [(800, 386), (1200, 600)])
def test_a_high_picture_can_be_seen_whole(
    view: CardFace, media: Path, size: tuple[int, int]
) -> None:
    write_picture(media / "map.png", size=QSize(600, 4000))
    view.resize(*size)
    view.show_question(face(whole(1)))
    picture: QWidget = picture_of(view)
    bottom = picture.mapTo(view, picture.rect().bottomLeft())
    assert view.surface().contains(bottom)


@pytest.mark.parametrize("kind", ["rect", "ellipse", "polygon"])
def test_a_cover_lies_where_the_author_put_it(kind: str) -> None:
    points = ((0.2, 0.4), (0.6, 0.4), (0.4, 0.8))
    shape = Shape(kind, (1,), 0.2, 0.4, 0.4, 0.4, points)  # type: ignore[arg-type] # one of three
    box = outline_of(shape, QRectF(0, 0, 200, 100)).boundingRect()
    assert box == QRectF(40, 40, 80, 40)


def test_a_turned_cover_turns_around_its_corner() -> None:
    shape = Shape("rect", (1,), 0.5, 0.5, 0.2, 0.1, angle=90.0)
    box = outline_of(shape, QRectF(0, 0, 100, 100)).boundingRect()
    assert (round(box.left()), round(box.top())) == (40, 50)
    assert (round(box.width()), round(box.height())) == (10, 20)
