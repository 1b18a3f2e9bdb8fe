"""However much a card holds, it shows in a second."""

from __future__ import annotations

import shutil
from typing import TYPE_CHECKING

import pytest
from PySide6.QtCore import QSize

from aws_flash.domain.face import face_of
from aws_flash.domain.kind import BASIC, PICTURE
from aws_flash.domain.note import Note
from aws_flash.domain.provenance import Provenance, Source, Then
from aws_flash.ui.card.card_document import Content
from aws_flash.ui.card.card_text import CardText
from aws_flash.ui.card.holes import MARKER
from tests.ui.card.hostile_cards import imported, note, quick
from tests.ui.card.pixels import TELLTALE, painted, shows, write_bomb, write_picture

if TYPE_CHECKING:
    from pathlib import Path

    from aws_flash.ui.card.card_face import CardFace


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


BLUE = "#0a14fa"
PART = "{{c1::image-occlusion:rect:left=.1:top=.1:width=.1:height=.1}}"
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


def test_many_gaps_show_in_a_second_and_none_stands_on_black(view: CardFace) -> None:
    text = note("{{c1::x}} " * 3_000)
    with quick():
        view.show_question(face_of(text, imported("{{cloze:Question}}", by_hole=True), 1))
        image = painted(view)
    assert not shows(image, MARKER)


def test_many_covers_show_in_a_second(media: Path, view: CardFace) -> None:
    write_picture(media / "one.png", size=QSize(2000, 1000))
    corners = " ".join(f".{n * 61 % 900:03},.{n * 37 % 900:03}" for n in range(100))
    parts = "{{c1::image-occlusion:polygon:points=" + corners + ":oi=1}}"
    fields = (("Picture", '<img src="one.png">'), ("Parts", parts * 1_000))
    with quick():
        view.show_question(face_of(Note(1, "n", 6, fields, (), 0, 0), PICTURE, 1))
        painted(view)


def test_endless_sources_show_in_a_second(view: CardFace) -> None:
    sources = tuple(Source("x" * 100_000, f"https://example.org/{n}") for n in range(1_000))
    known = Provenance(sources, then=Then("s" * 1_000_000, "n " * 500_000, "c" * 1_000_000))
    with quick():
        view.show_question(face_of(note("q"), BASIC, 0), known)
        view.reveal()
        painted(view)


def test_a_text_goes_through_so_many_pixels_and_no_more(media: Path, text: CardText) -> None:
    large = write_picture(media / "large.png", size=QSize(4000, 2500))
    for number in range(8):
        shutil.copy(large, media / f"{number}.png")
    write_picture(media / "last.png", BLUE, QSize(4000, 2500))
    html = "".join(f'<img src="{number}.png" width="20">' for number in range(8))
    text.set_content(Content(f'{html}<img src="last.png" width="20">'), 500)
    image = painted(text)
    assert shows(image, TELLTALE)
    assert not shows(image, BLUE)


def test_an_endless_alternative_text_shows_in_a_second(view: CardFace) -> None:
    picture = f'<img src="gone.png" alt="{"x" * 1_000_000}">'
    fields = (("Picture", picture), ("Parts", PART))
    with quick():
        view.show_question(face_of(Note(1, "n", 6, fields, (), 0, 0), PICTURE, 1))
        painted(view)


def test_a_template_of_20000_nested_conditions_shows_in_a_second(view: CardFace) -> None:
    template = "{{#Question}}" * 20_000 + "{{Question}}" + "{{/Question}}" * 20_000
    with quick():
        view.show_question(face_of(note("still here"), imported(template), 0))
        painted(view)
    assert "still here" in view.spoken_question()
