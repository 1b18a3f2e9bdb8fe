"""Whatever a card asks for, no file outside the media folder is shown."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from PySide6.QtCore import QPoint, Qt

from aws_flash.domain.face import Face, Side, face_of
from aws_flash.domain.kind import BASIC
from aws_flash.ui.card.card_document import Content
from aws_flash.ui.card.card_text import CardText
from tests.ui.card.hostile_cards import PLACES, REMOTE, filled, imported, note, quick, roads
from tests.ui.card.pixels import TELLTALE, painted, shows, write_picture

if TYPE_CHECKING:
    from pathlib import Path

    from pytestqt.qtbot import QtBot

    from aws_flash.ui.card.card_face import CardFace


@pytest.mark.parametrize("place", PLACES)
def test_local_files_stay_unseen_even_in_html_that_was_not_cleaned(
    place: str, tmp_path: Path, text: CardText
) -> None:
    telltale = write_picture(tmp_path / "secret.png")
    for road in (*roads(telltale), *REMOTE):
        text.set_content(Content(filled(place, road)))
        assert not shows(painted(text), TELLTALE), road


@pytest.mark.parametrize("place", PLACES)
def test_local_files_stay_unseen_on_a_card(place: str, tmp_path: Path, view: CardFace) -> None:
    telltale = write_picture(tmp_path / "secret.png")
    for road in (*roads(telltale), *REMOTE):
        hostile = filled(place, road)
        view.show_question(face_of(note(hostile, hostile), BASIC, 0))
        view.reveal()
        assert not shows(painted(view), TELLTALE), road


def test_a_style_sheet_of_a_kind_loads_nothing(tmp_path: Path, view: CardFace) -> None:
    telltale = write_picture(tmp_path / "secret.png")
    css = f".card {{ background-image: url({telltale}) }} @import url({telltale});"
    view.show_question(face_of(note("<p class=card>x</p>"), imported("{{Question}}", css), 0))
    assert not shows(painted(view), TELLTALE)


def test_the_telltale_would_be_seen_from_the_media_folder(media: Path, view: CardFace) -> None:
    write_picture(media / "known.png")
    view.show_question(face_of(note('<img src="known.png">'), BASIC, 0))
    assert shows(painted(view), TELLTALE)


SVG = '<svg xmlns="http://www.w3.org/2000/svg" xmlns:xlink="http://www.w3.org/1999/xlink" {}</svg>'


def test_an_svg_shows_no_file_and_does_no_endless_work(
    tmp_path: Path, media: Path, view: CardFace
) -> None:
    telltale = write_picture(tmp_path / "secret.png")
    uses = [f'<use href="#l{level}"/>' * 10 for level in range(8)]
    levels = "".join(f'<g id="l{level + 1}">{each}</g>' for level, each in enumerate(uses))
    size = 'width="99" height="99">'
    (media / "file.svg").write_text(SVG.format(f'{size}<image href="{telltale}" width="9"/>'))
    (media / "old.svg").write_text(SVG.format(f'{size}<image xlink:href="{telltale}"/>'))
    (media / "bomb.svg").write_text(
        SVG.format(f"{size}<defs><rect id='l0'/>{levels}</defs><use href='#l8'/>")
    )
    (media / "huge.svg").write_text(SVG.format('width="100000" height="100000"><rect/>'))
    for name in ("file.svg", "old.svg", "bomb.svg", "huge.svg"):
        with quick():
            view.show_question(face_of(note(f'<img src="{name}">'), BASIC, 0))
            assert not shows(painted(view), TELLTALE), name


def test_scripts_are_not_even_text(view: CardFace) -> None:
    view.show_question(face_of(note("<script>alert(1)</script><p onclick='x()'>ok</p>"), BASIC, 0))
    assert view.spoken_question() == "ok"


def test_links_to_places_that_act_are_not_followed(view: CardFace, qtbot: QtBot) -> None:
    clicked: list[str] = []
    view.link_clicked.connect(clicked.append)
    links = ("javascript:alert(1)", "file:///etc/passwd", "data:text/html,x", "smb://h/s", "C:\\x")
    for link in links:
        view.show_question(Face(question=Side(f'<a href="{link}">xxxxxxxxxx</a>')))
        text = view.findChildren(CardText)[0]
        qtbot.mouseClick(text.viewport(), Qt.MouseButton.LeftButton, pos=QPoint(20, 20))
    assert clicked == []
