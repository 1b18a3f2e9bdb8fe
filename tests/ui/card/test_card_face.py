"""Cards that are read, typed or filled in: asked and answered by keys."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QLineEdit, QWidget

from aws_flash.domain.face import Face, Side
from aws_flash.domain.provenance import Provenance, Source, Then
from aws_flash.ui.card.card_text import CardText
from tests.ui.card.cards import BASIC, CHECKED, GAP, TYPED, question_of, shown_texts
from tests.ui.card.pixels import painted, shows

if TYPE_CHECKING:
    from pytestqt.qtbot import QtBot

    from aws_flash.ui.card.card_face import CardFace
    from aws_flash.ui.theme.theme import Theme

OUTDATED = Provenance(then=Then("1 h", "12 h", "2018"))


def test_the_answer_shows_below_and_only_when_wanted(view: CardFace) -> None:
    view.show_question(BASIC)
    assert shown_texts(view) == ["Which call?"]
    view.reveal()
    assert shown_texts(view) == ["Which call?", "AssumeRole", "It needs keys."]


def test_the_focus_moves_to_the_answer(view: CardFace) -> None:
    view.show_question(BASIC)
    view.reveal()
    focused = QApplication.focusWidget()
    assert isinstance(focused, CardText)
    assert focused.spoken() == "AssumeRole"
    assert view.spoken_answer() == "AssumeRole It needs keys."


def test_no_bar_marks_a_text_that_is_hidden(view: CardFace, theme: Theme) -> None:
    bar = theme.tokens.outline
    view.show_question(BASIC)
    view.reveal()
    assert shows(painted(view.content), bar)
    view.show_question(Face(question=Side(sounds=("a.mp3",)), answer=Side("a")))
    assert not shows(painted(view.content), bar)


def test_a_new_card_hides_the_last_answer(view: CardFace) -> None:
    view.show_question(BASIC, CHECKED)
    view.reveal()
    view.show_question(Face(question=Side("Next?")))
    assert shown_texts(view) == ["Next?"]
    assert not view.is_revealed


def test_a_gap_is_filled_in_its_place(view: CardFace) -> None:
    view.show_question(GAP)
    assert shown_texts(view) == ["a […]"]
    view.reveal()
    assert shown_texts(view) == ["a token"]
    assert view.spoken_answer() == "a token"


def test_typing_begins_at_once_and_enter_hands_in(view: CardFace, qtbot: QtBot) -> None:
    view.show_question(TYPED)
    line = QApplication.focusWidget()
    assert isinstance(line, QLineEdit)
    qtbot.keyClicks(line, "kms KEY")
    with qtbot.waitSignal(view.submitted) as submitted:
        qtbot.keyClick(line, Qt.Key.Key_Return)
    assert submitted.args == [True]
    assert "KMS key" in shown_texts(view)


def test_a_wrong_word_is_compared_in_words_too(view: CardFace, qtbot: QtBot) -> None:
    view.show_question(TYPED)
    qtbot.keyClicks(QApplication.focusWidget(), "KMX key")
    with qtbot.waitSignal(view.submitted) as submitted:
        view.submit()
    assert submitted.args == [False]
    assert view.typed_text() == "KMX key"
    assert "Not quite" in view.spoken_answer()
    assert "You typed: KMX key. The answer is: KMS key" in view.spoken_answer()


def test_an_answer_that_nobody_typed_just_shows(view: CardFace, qtbot: QtBot) -> None:
    view.show_question(TYPED)
    with qtbot.assertNotEmitted(view.submitted):
        view.reveal()
    assert shown_texts(view) == ["Which?", "KMS key"]


def test_sources_and_what_changed_are_told(view: CardFace) -> None:
    view.show_question(BASIC, CHECKED)
    view.reveal()
    assert "Checked Nov 2026 · STS reference" in shown_texts(view)
    view.show_question(BASIC, OUTDATED)
    view.reveal()
    assert "Notes said 1 h: now 12 h, changed 2018" in shown_texts(view)


def test_a_source_opens_on_click(view: CardFace, qtbot: QtBot) -> None:
    view.show_question(BASIC, CHECKED)
    view.reveal()
    source = next(t for t in view.findChildren(CardText) if "STS reference" in t.spoken())
    end = source.viewport().rect().topLeft()
    end.setX(source.natural_width() - 10)
    end.setY(8)
    with qtbot.waitSignal(view.link_clicked) as clicked:
        qtbot.mouseClick(source.viewport(), Qt.MouseButton.LeftButton, pos=end)
    assert clicked.args == ["https://docs.example.org/sts"]


def test_a_fact_checked_long_ago_says_so(view: CardFace) -> None:
    view.show_question(BASIC, CHECKED, age="14 months ago")
    view.reveal()
    assert "Checked 14 months ago · STS reference" in shown_texts(view)
    assert "Checked 14 months ago" in view.spoken_answer()


def test_the_next_card_is_as_fresh_as_it_is(view: CardFace) -> None:
    view.show_question(BASIC, CHECKED, age="14 months ago")
    view.reveal()
    view.show_question(BASIC, CHECKED)
    view.reveal()
    assert "Checked Nov 2026 · STS reference" in shown_texts(view)


def test_a_source_that_is_not_encrypted_is_text(view: CardFace) -> None:
    plain = Source("STS reference", "http://docs.example.org/sts")
    view.show_question(BASIC, Provenance(sources=(plain,)))
    view.reveal()
    line = next(text for text in view.findChildren(CardText) if text.spoken() == "STS reference")
    assert "href" not in line.toHtml()


def test_a_hostile_source_is_text(view: CardFace) -> None:
    evil = Source("<img src=x><b>title", "javascript:alert(1)")
    view.show_question(BASIC, Provenance(sources=(evil,)))
    view.reveal()
    assert "<img src=x><b>title" in shown_texts(view)


def test_a_hint_opens_on_click(view: CardFace, qtbot: QtBot) -> None:
    side = Side('<a class="hint" href="#hint-q0">show hint</a>', with_hints="<div>the hint</div>")
    view.show_question(Face(question=side))
    text = question_of(view)
    middle = text.viewport().rect().topLeft()
    middle.setX(30)
    middle.setY(15)
    qtbot.mouseClick(text.viewport(), Qt.MouseButton.LeftButton, pos=middle)
    assert shown_texts(view) == ["the hint"]


def test_sound_without_a_player_says_how_to_hear_it(view: CardFace) -> None:
    view.show_question(Face(question=Side("q", sounds=("a.mp3",))))
    view.replay()
    notes = [w for w in view.findChildren(QWidget) if w.isVisible() and hasattr(w, "text")]
    assert any("aws-flash[audio]" in str(note.text()) for note in notes)
