"""The page of a changed fact: both texts, the marks, and the ways on."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication

from aws_flash.ui.card.card_text import CardText
from aws_flash.ui.card.version_panel import VersionPanel
from tests.ui.facts.facts import CHANGE, CLASH, button, focused, said

if TYPE_CHECKING:
    from PySide6.QtGui import QTextCharFormat
    from pytestqt.qtbot import QtBot

    from aws_flash.ui.facts.change_page import ChangePage
    from aws_flash.ui.facts.values import ShownChange
    from aws_flash.ui.theme.theme import Theme


def show(page: ChangePage, change: ShownChange) -> None:
    """Show a change, and let Qt show the texts that are new on the page."""
    page.show_change(change)
    QApplication.processEvents()


def format_of(page: ChangePage, text: str, word: str) -> QTextCharFormat:
    """How a word is written in the text that reads so."""
    shown = [one for one in page.findChildren(CardText) if one.isVisible()]
    found = next(one for one in shown if one.spoken() == text).document().find(word)
    return found.charFormat()


def test_both_texts_show_with_where_it_comes_from(changes: ChangePage) -> None:
    show(changes, CHANGE)
    texts = said(changes)
    assert {"This AWS fact changed", "1 of 3", "Before", "Now"} <= set(texts)
    assert {"Up to 1 hour", "Up to 12 hours", "Checked Sep 2025 · STS reference"} <= set(texts)
    assert "STS calls · changed on 24 Nov 2026" in texts
    assert "Your progress is kept. The card is due within a week." in texts


def test_the_words_that_differ_are_told_apart_without_colour(changes: ChangePage) -> None:
    show(changes, CHANGE)
    assert format_of(changes, "Up to 1 hour", "1 hour").fontStrikeOut()
    assert not format_of(changes, "Up to 1 hour", "Up to").fontStrikeOut()
    assert format_of(changes, "Up to 12 hours", "12 hours").fontUnderline()
    assert not format_of(changes, "Up to 12 hours", "Up to").fontUnderline()


def test_the_marks_follow_the_theme(changes: ChangePage, theme: Theme) -> None:
    show(changes, CHANGE)
    before = format_of(changes, "Up to 12 hours", "12 hours").foreground().color()
    theme.set_mode(type(theme.mode).DARK)
    after = format_of(changes, "Up to 12 hours", "12 hours").foreground().color()
    assert after != before


@pytest.mark.parametrize("key", [Qt.Key.Key_Space, Qt.Key.Key_Return])
def test_a_key_means_got_it(changes: ChangePage, qtbot: QtBot, key: Qt.Key) -> None:
    show(changes, CHANGE)
    with qtbot.waitSignal(changes.seen) as seen:
        qtbot.keyClick(focused(), key)
    assert seen.args == [7]


def test_a_card_never_met_is_not_said_to_be_due(changes: ChangePage) -> None:
    show(changes, CHANGE._replace(is_seen=False))
    assert not any("due within a week" in text for text in said(changes))


@pytest.mark.parametrize(
    ("text", "signal"), [("Keep mine", "mine_kept"), ("Take the new text", "theirs_taken")]
)
def test_in_a_clash_the_user_chooses(
    changes: ChangePage, qtbot: QtBot, text: str, signal: str
) -> None:
    show(changes, CLASH)
    assert {"Your text", "The new text"} <= set(said(changes))
    assert "Got it" not in said(changes)
    with qtbot.waitSignal(getattr(changes, signal)) as chosen:
        qtbot.mouseClick(button(changes, text), Qt.MouseButton.LeftButton)
    assert chosen.args == [7]


def test_in_a_clash_the_user_s_own_words_are_not_struck_out(changes: ChangePage) -> None:
    show(changes, CLASH)
    assert not format_of(changes, "Up to 1 hour", "1 hour").fontStrikeOut()
    assert format_of(changes, "Up to 1 hour", "1 hour").fontUnderline()


def test_enter_chooses_nothing_but_the_button_it_is_on(changes: ChangePage, qtbot: QtBot) -> None:
    show(changes, CLASH)
    text = next(one for one in changes.findChildren(CardText) if one.isVisible())
    text.setFocus()
    with qtbot.assertNotEmitted(changes.seen), qtbot.assertNotEmitted(changes.mine_kept):
        qtbot.keyClick(text, Qt.Key.Key_Return)


def test_escape_leaves(changes: ChangePage, qtbot: QtBot) -> None:
    show(changes, CHANGE)
    with qtbot.waitSignal(changes.left):
        qtbot.keyClick(focused(), Qt.Key.Key_Escape)


@pytest.mark.parametrize(
    ("width", "scale", "columns"), [(912, 1.0, 2), (464, 1.0, 1), (768, 2.0, 1)]
)
def test_the_texts_stand_side_by_side_where_there_is_room(
    changes: ChangePage, theme: Theme, width: int, scale: float, columns: int
) -> None:
    theme.set_scale(scale)
    changes.resize(width, 780)
    show(changes, CHANGE)
    before, after = changes.findChildren(VersionPanel)
    assert (2 if before.y() == after.y() else 1) == columns
    assert before.x() + before.width() <= changes.width()


def test_what_strangers_wrote_is_text(changes: ChangePage) -> None:
    evil = CHANGE.passages[1]._replace(after="<img src=x> & <b>12</b>")
    show(changes, CHANGE._replace(passages=(evil,)))
    assert "<img src=x> & <b>12</b>" in said(changes)
