"""Where the card lies and what of it is seen, at all sizes and in both looks."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from hypothesis import given
from hypothesis import strategies as st
from PySide6.QtCore import QEvent, QObject, QPoint, QSize, Qt
from PySide6.QtGui import QPaintEvent, QRegion
from PySide6.QtWidgets import QApplication, QScrollBar, QWidget

from aws_flash.domain.face import Face, Side
from aws_flash.ui.card.card_text import CardText
from aws_flash.ui.card.sheet import USUAL_HEIGHT, card_place
from aws_flash.ui.theme.theme import Mode, Theme
from tests.ui.card.cards import BASIC, CHECKED, GAP, TWO, TYPED, question_of
from tests.ui.card.pixels import painted, shows

if TYPE_CHECKING:
    from pytestqt.qtbot import QtBot

    from aws_flash.ui.card.card_face import CardFace

AREA = QSize(1200, 600)


def test_a_usual_card_lies_in_the_middle() -> None:
    place = card_place(AREA, QSize(720, 200), USUAL_HEIGHT, None)
    assert (place.left(), place.top(), place.height()) == (240, 110, USUAL_HEIGHT)


@given(
    area=st.builds(QSize, st.integers(100, 2000), st.integers(80, 2000)),
    height=st.integers(1, 3000),
    top=st.none() | st.integers(0, 3000),
)
def test_a_card_never_leaves_its_area(area: QSize, height: int, top: int | None) -> None:
    place = card_place(area, QSize(60, height), USUAL_HEIGHT, top)
    assert place.top() >= 0
    assert place.bottom() < area.height()
    assert place.height() > 0


@given(asked=st.integers(1, 1000), answered=st.integers(1, 1000))
def test_growing_keeps_the_top(asked: int, answered: int) -> None:
    first = card_place(AREA, QSize(720, asked), USUAL_HEIGHT, None)
    grown = card_place(AREA, QSize(720, max(asked, answered)), USUAL_HEIGHT, first.top())
    assert grown.top() == first.top()
    assert grown.height() >= first.height()


@given(asked=st.integers(1, 1000), answered=st.integers(1, 568))
def test_a_card_begins_where_it_can_grow(asked: int, answered: int) -> None:
    place = card_place(AREA, QSize(720, asked), USUAL_HEIGHT, None, answered)
    assert place.top() + answered <= AREA.height() - 16


def test_the_question_stays_where_it_is(view: CardFace) -> None:
    view.show_question(BASIC, CHECKED)
    question = question_of(view)
    before = question.mapTo(view, question.rect().topLeft())
    view.reveal()
    assert question.mapTo(view, question.rect().topLeft()) == before


class Repaints(QObject):
    """Keeps which parts of a widget are painted anew."""

    def __init__(self, widget: QWidget) -> None:
        super().__init__(widget)
        self.region = QRegion()
        widget.installEventFilter(self)

    def eventFilter(self, _widget: QObject, event: QEvent) -> bool:
        if isinstance(event, QPaintEvent):
            self.region += event.region()
        return False


def test_nothing_is_left_of_the_bar_beside_a_longer_text(view: CardFace, qtbot: QtBot) -> None:
    view.show_question(Face(question=Side("long " * 60)))
    qtbot.waitUntil(lambda: question_of(view).hasFocus())
    beside = question_of(view).geometry().bottomLeft() - QPoint(15, 5)
    QApplication.processEvents()
    repaints = Repaints(view.content)
    view.show_question(BASIC)
    QApplication.processEvents()
    assert question_of(view).geometry().bottom() < beside.y()
    assert repaints.region.contains(beside)


def test_everything_that_takes_the_focus_has_a_name(view: CardFace) -> None:
    for face in (BASIC, GAP, TYPED, TWO, Face(question=Side("q", sounds=("a.mp3",)))):
        view.show_question(face, CHECKED)
        view.reveal()
        controls = [w for w in view.findChildren(QWidget) if w.isVisible() and takes_tab(w)]
        assert controls
        assert all(w.accessibleName() or getattr(w, "text", str)() for w in controls)


def takes_tab(widget: QWidget) -> bool:
    return bool(widget.focusPolicy() & Qt.FocusPolicy.TabFocus)


def test_long_answers_scroll_to_where_they_begin(view: CardFace) -> None:
    view.show_question(Face(question=Side("long " * 400), answer=Side("short")))
    view.reveal()
    answer = QApplication.focusWidget()
    assert isinstance(answer, CardText)
    top = answer.mapTo(view, answer.rect().topLeft())
    assert view.surface().contains(top)


def test_a_margin_alone_is_no_reason_to_scroll(view: CardFace) -> None:
    view.show_question(Face(question=Side("line<br>" * 12 + "end")))
    for height in range(460, 600):
        view.resize(800, height)
        hidden = max(bar.maximum() for bar in view.findChildren(QScrollBar))
        assert hidden == 0 or hidden > 12, height


def test_another_text_size_lays_the_card_out_again(view: CardFace, theme: Theme) -> None:
    view.show_question(BASIC)
    view.reveal()
    question = question_of(view)
    before = question.height()
    theme.set_scale(2.0)
    assert question.height() >= 2 * before - 2


def test_the_look_changes_while_a_card_shows(view: CardFace, theme: Theme) -> None:
    view.show_question(BASIC)
    theme.set_mode(Mode.DARK)
    assert shows(painted(view), theme.tokens.surface)


@pytest.mark.parametrize("scale", [1.0, 2.0])
@pytest.mark.parametrize("size", [(800, 386), (1200, 600), (420, 300)])
@pytest.mark.parametrize("face", [BASIC, GAP, TYPED, TWO])
def test_nothing_is_cut_off_at_any_size(
    view: CardFace, theme: Theme, scale: float, size: tuple[int, int], face: Face
) -> None:
    theme.set_scale(scale)
    view.resize(*size)
    view.show_question(face, CHECKED)
    view.reveal()
    assert view.rect().contains(view.surface())
    for text in view.findChildren(CardText):
        if text.isVisible():
            assert text.height() >= text.fits(text.width())
            inside = text.mapTo(view.content, text.rect().bottomRight())
            assert view.content.rect().contains(inside)
