"""Every card of our deck in the review window: all of it is seen, in both looks, unscrolled."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import QPoint, QSize
from PySide6.QtWidgets import QApplication, QScrollArea, QWidget

from aws_flash.application.asking import Asked, ask
from aws_flash.application.study import Turn
from aws_flash.domain.queue import Choice
from aws_flash.domain.session import Session, SessionKind
from aws_flash.resources import resource
from aws_flash.storage.tables import Tables
from aws_flash.ui.card.card_face import CardFace
from aws_flash.ui.card.card_text import CardText
from aws_flash.ui.card.option_row import OptionRow
from aws_flash.ui.card.picture_view import PictureView
from aws_flash.ui.card.pictures import Pictures
from aws_flash.ui.icons import Icons
from aws_flash.ui.review.page import ReviewPage
from aws_flash.ui.theme.theme import Mode, Theme
from tests.ui.card.cards import question_of
from tests.ui.review.own_collection import TODAY, Watch, services_in

DECK = resource("decks", "aws-security")
WINDOW = QSize(1200, 780)
LEAST_OF_WIDTH = 0.75  # of a picture, so that its letters can be read


@pytest.fixture(scope="module")
def turns(tmp_path_factory: pytest.TempPathFactory) -> list[Turn]:
    """Every card of the deck, as a session would ask it."""
    services = services_in(tmp_path_factory.mktemp("deck"), Watch())
    assert services.decks.load_built_in(DECK) is not None

    def body(tables: Tables) -> list[Turn]:
        topics = [topic.id for topic in tables.topics.every()]
        ids = tuple(tables.cards.ids_in_topics(topics))
        session = Session(Choice(ids), SessionKind.ORDINARY, None, ids)
        cards = tables.cards.get_all(ids).values()
        return [Turn(session, ask(tables, card, session, TODAY)) for card in cards]

    found = services.operations.read(body)
    services.collection.close()
    return found


@pytest.fixture
def page(qapp: QApplication, request: pytest.FixtureRequest) -> Iterator[ReviewPage]:
    look, font = qapp.palette(), qapp.font()
    theme = Theme(mode=request.param)
    theme.apply(qapp)
    page = ReviewPage(theme, Icons(theme), Pictures(_medium))
    page.resize(WINDOW)
    page.show()
    yield page
    page.clear()
    page.close()
    page.deleteLater()
    theme.set_mode(Mode.SYSTEM)
    theme.deleteLater()
    qapp.setStyleSheet("")
    qapp.setPalette(look)
    qapp.setFont(font)


@pytest.mark.parametrize("page", [Mode.LIGHT, Mode.DARK], indirect=True)
def test_no_card_of_the_deck_scrolls_or_is_cut_off(page: ReviewPage, turns: list[Turn]) -> None:
    face = page.findChild(CardFace)
    assert face is not None
    assert len(turns) > 200
    faults: list[str] = []
    for turn in turns:
        page.show_turn(turn)
        faults += (f"{_name(turn.asked)}, asked: {fault}" for fault in _faults(face))
        top = _top(face)
        face.reveal()
        faults += (f"{_name(turn.asked)}, answered: {fault}" for fault in _faults(face))
        if _top(face) != top:
            faults.append(f"{_name(turn.asked)}: the question moved")
    assert "\n".join(faults) == ""


def _faults(face: CardFace) -> Iterator[str]:
    scroll = face.findChild(QScrollArea)
    hidden = scroll.verticalScrollBar().maximum() if scroll else 0
    if hidden:
        yield f"{hidden} pixels have to be scrolled to"
    for widget in face.content.findChildren(QWidget):
        if widget.isVisible() and isinstance(widget, CardText | OptionRow | PictureView):
            yield from _cut(face, widget)


def _cut(face: CardFace, widget: CardText | OptionRow | PictureView) -> Iterator[str]:
    corner = widget.mapTo(face, widget.rect().bottomRight())
    if not face.surface().contains(corner):
        yield f"{type(widget).__name__} reaches out of the card"
    if isinstance(widget, CardText) and widget.height() < widget.fits(widget.width()):
        yield f"a text lacks {widget.fits(widget.width()) - widget.height()} pixels"
    if isinstance(widget, PictureView):
        shown = widget.shown_size().width() / widget.width()
        if shown < LEAST_OF_WIDTH:
            yield f"a picture is {shown:.2f} of the width there is"


def _top(face: CardFace) -> QPoint:
    """Where the question begins."""
    return question_of(face).mapTo(face, QPoint(0, 0))


def _name(asked: Asked | None) -> str:
    assert asked is not None
    return f"{asked.note.guid} ({asked.face.family}, {asked.card.ordinal})"


def _medium(name: str) -> Path | None:
    path = DECK / "media" / name
    return path if path.exists() else None
