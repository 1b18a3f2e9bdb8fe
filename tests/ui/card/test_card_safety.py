"""Whatever a card asks for, no file outside the media folder is shown, and nothing takes long."""

from __future__ import annotations

import time
from contextlib import contextmanager
from typing import TYPE_CHECKING
from urllib.parse import quote

import pytest
from PySide6.QtCore import QPoint, QSize, Qt

from aws_flash.domain.face import Face, Side, face_of
from aws_flash.domain.kind import BASIC, CardTemplate, Family, Kind
from aws_flash.domain.note import Note
from aws_flash.ui.card.card_document import Content
from aws_flash.ui.card.card_text import CardText
from tests.ui.card.pixels import TELLTALE, painted, shows, write_bomb, write_picture

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from pytestqt.qtbot import QtBot

    from aws_flash.ui.card.card_face import CardFace

LONGEST = 1.0
"""Seconds to show any card."""

ROADS = {
    "absolute": "{path}",
    "file": "file://{path}",
    "file, one slash": "file:{path}",
    "file on a host": "file://localhost{path}",
    "capitals": "FILE://{path}",
    "up and down": "../../../../../../../..{path}",
    "encoded": "{encoded}",
    "encoded twice": "{twice}",
    "network share": "//localhost{path}",
    "backslashes": "\\\\localhost\\share{path}",
    "qrc": "qrc:{path}",
    "colon": ":{path}",
    "tabs": "fi\tle://{path}",
    "media folder and up": "media/..{path}",
    "line break": "\n{path}",
}
REMOTE = ("http://192.0.2.1/x.png", "https://example.org/x.png", "//example.org/x.png", "ftp://e/x")
PLACES = (
    '<img src="{}">',
    "<IMG SRC='{}'>",
    "<img src={} width=50 height=50>",
    '<image src="{}" href="{}" xlink:href="{}">',
    '<p style="background-image: url({})">x</p>',
    "<style>body, p {{ background-image: url('{}') }}</style><p>x</p>",
    '<table background="{}"><tr><td background="{}">x</td></tr></table>',
    '<body background="{}">x</body>',
    '<ul style="list-style-image: url({})"><li>x</li></ul>',
    '<link rel="stylesheet" href="{}"><p>x</p>',
    '<style>@import "{}";</style><p>x</p>',
    '<object data="{}"></object><embed src="{}"><iframe src="{}"></iframe>',
    '<video poster="{}"></video><input type="image" src="{}">',
    '<svg><image href="{}" width="50" height="50"/></svg>',
    '<p style="border-image: url({}) 1">x</p>',
)


def roads(path: Path) -> list[str]:
    encoded = quote(str(path), safe="").replace(".", "%2E")
    fill = {"path": str(path), "encoded": encoded, "twice": quote(encoded)}
    return [road.format(**fill) for road in ROADS.values()]


@pytest.mark.parametrize("place", PLACES)
def test_local_files_stay_unseen_even_in_html_that_was_not_cleaned(
    place: str, tmp_path: Path, text: CardText
) -> None:
    telltale = write_picture(tmp_path / "secret.png")
    for road in (*roads(telltale), *REMOTE):
        text.set_content(Content(place.replace("{}", road).replace("{{", "{").replace("}}", "}")))
        assert not shows(painted(text), TELLTALE), road


@pytest.mark.parametrize("place", PLACES)
def test_local_files_stay_unseen_on_a_card(place: str, tmp_path: Path, view: CardFace) -> None:
    telltale = write_picture(tmp_path / "secret.png")
    for road in (*roads(telltale), *REMOTE):
        hostile = place.replace("{}", road).replace("{{", "{").replace("}}", "}")
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


def test_pictures_that_are_too_much_leave_a_quiet_box(media: Path, view: CardFace) -> None:
    write_bomb(media / "bomb.png", 60_000, 60_000)
    write_bomb(media / "wide.png", 2_000_000, 1)
    (media / "cut.png").write_bytes(write_picture(media / "whole.png").read_bytes()[:60])
    (media / "text.png").write_text("no picture at all")
    for name in ("bomb.png", "wide.png", "cut.png", "text.png", "missing.png"):
        with quick():
            view.show_question(face_of(note(f'<img src="{name}" alt="A diagram">'), BASIC, 0))
            image = painted(view)
        assert image.pixelColor(view.rect().center()).isValid()
        assert not shows(image, TELLTALE)


@pytest.mark.parametrize("size", ['width="0" height="0"', 'width="100000" height="100000"', ""])
def test_pictures_of_any_wished_size_fit_the_card(size: str, media: Path, view: CardFace) -> None:
    write_picture(media / "one.png", size=QSize(300, 3000))
    with quick():
        view.show_question(face_of(note(f'<img src="one.png" {size}>'), BASIC, 0))
        painted(view)
    assert view.surface().width() <= view.width()
    assert view.content.width() <= view.surface().width()


HEAVY = {
    "tables in tables": "<table><tr><td>" * 18 + "deep",
    "elements in elements": "<div><b>" * 5_000 + "deep",
    "lists in lists": "<ul><li>" * 3_000 + "deep",
    "quotes in quotes": "<blockquote>" * 3_000 + "deep",
    "tags that never end": "<b " * 50_000,
    "entities": "&lt;" * 200_000,
    "one long word": "x" * 1_000_000,
    "much text": "word " * 2_000_000,
    "many paragraphs": "<p>x</p>" * 200_000,
    "many lines": "x<br>" * 200_000,
    "many images": "<img src=a.png>" * 20_000,
    "cells that span": "<table><tr>" + "<td colspan=1000 rowspan=1000>x" * 400 + "</table>",
    "many cells": "<table>" + "<tr><td>x<td>y" * 20_000 + "</table>",
    "many items": "<ul>" + "<li>x" * 50_000,
    "many cells in a row": "<table><tr>" + "<td>x" * 50_000,
    "many lines of code": "<pre>" + "x\n" * 100_000,
    "many other line ends": "<pre>" + "x\u2028" * 100_000,
    "many fonts": "".join(f'<font face="f{n}">x</font>' for n in range(20_000)),
    "marks on a letter": "x" + "\u0301\u0323" * 200_000,
    "signs that may not break": "\xa0" * 300_000,
    "brackets of both directions": "(\u05d0[" * 60_000,
    "directions in directions": "\u202a\u2067" * 100_000,
    "many holes": "{{c1::x}} " * 20_000,
    "many styles": "".join(f'<span style="color:#{n:06x}">x</span>' for n in range(20_000)),
}


@pytest.mark.parametrize("html", HEAVY.values(), ids=HEAVY.keys())
def test_much_or_deep_content_shows_in_a_second(html: str, view: CardFace) -> None:
    with quick():
        face = face_of(note(html), BASIC, 0)
    with quick():
        view.show_question(face)
        view.reveal()
        painted(view)
    assert view.is_revealed


def test_a_template_of_20000_nested_conditions_shows_in_a_second(view: CardFace) -> None:
    template = "{{#Question}}" * 20_000 + "{{Question}}" + "{{/Question}}" * 20_000
    with quick():
        view.show_question(face_of(note("still here"), imported(template), 0))
        painted(view)
    assert "still here" in view.spoken_question()


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


def note(question: str, answer: str = "yes") -> Note:
    fields = (("Question", question), ("Answer", answer))
    return Note(1, "n", 1, fields, (), 0, 0)


def imported(template: str, css: str = "") -> Kind:
    templates = (CardTemplate("Card", template, "{{FrontSide}}<hr id=answer>{{Answer}}"),)
    return Kind(9, "k", "Kind", Family.IMPORTED, ("Question", "Answer"), templates, css)


@contextmanager
def quick() -> Iterator[None]:
    begun = time.process_time()
    yield
    assert time.process_time() - begun < LONGEST
