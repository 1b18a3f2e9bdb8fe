"""The page to recheck facts: what a row says, what can be done with it, by keys too."""

from __future__ import annotations

import time
from typing import TYPE_CHECKING

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication

from aws_flash.ui.card.card_text import CardText
from aws_flash.ui.facts.fact_row import FactRow
from aws_flash.ui.facts.recheck_page import MOST, PAGE
from tests.ui.facts.facts import aged, button, focused, said

if TYPE_CHECKING:
    from collections.abc import Callable

    from pytestqt.qtbot import QtBot

    from aws_flash.ui.facts.recheck_page import RecheckPage
    from aws_flash.ui.theme.theme import Theme

CTRL = Qt.KeyboardModifier.ControlModifier
FRAME = 0.05


def filled(page: RecheckPage, qtbot: QtBot, number: int, total: int | None = None) -> None:
    """Show so many facts, and wait until every row is there."""
    page.show_facts(aged(number), total or number)
    qtbot.waitUntil(lambda: len(rows(page)) == number)
    page.setFocus()


def rows(page: RecheckPage) -> list[FactRow]:
    """The rows, from top to bottom."""
    found = [one for one in page.findChildren(FactRow) if not one.isHidden()]
    return sorted(found, key=lambda row: row.y())


def row_of_focus(page: RecheckPage) -> int:
    """The number of the row that the focus is in, from 0."""
    return next(at for at, row in enumerate(rows(page)) if row.isAncestorOf(focused()))


def test_a_row_says_what_where_and_how_long_ago(recheck: RecheckPage, qtbot: QtBot) -> None:
    filled(recheck, qtbot, 1)
    assert {"1 fact was last checked long ago.", "Question 1?", "Answer 1", "STS calls"} <= set(
        said(recheck)
    )
    assert "Checked 14 months ago · STS reference" in said(recheck)


@pytest.mark.parametrize(
    ("text", "signal"),
    [("Still true", "still_true"), ("Edit", "edit_wanted"), ("Set aside", "set_aside")],
)
def test_a_button_is_about_its_row(
    recheck: RecheckPage, qtbot: QtBot, text: str, signal: str
) -> None:
    filled(recheck, qtbot, 3)
    with qtbot.waitSignal(getattr(recheck, signal)) as wanted:
        qtbot.mouseClick(button(recheck, text, 1), Qt.MouseButton.LeftButton)
    assert wanted.args == [[2]]


def test_space_says_that_the_oldest_is_still_true(recheck: RecheckPage, qtbot: QtBot) -> None:
    filled(recheck, qtbot, 3)
    with qtbot.waitSignal(recheck.still_true) as wanted:
        qtbot.keyClick(focused(), Qt.Key.Key_Space)
    assert wanted.args == [[1]]


def test_when_a_row_goes_the_focus_goes_on_with_the_next(
    recheck: RecheckPage, qtbot: QtBot
) -> None:
    filled(recheck, qtbot, 3)
    recheck.show_facts(aged(3)[1:], 2)
    assert focused() is button(recheck, "Still true")
    recheck.show_facts([], 0)
    assert focused() is button(recheck, "Back to Today")
    assert "All facts are fresh." in said(recheck)


def test_what_comes_back_stands_in_its_place(recheck: RecheckPage, qtbot: QtBot) -> None:
    filled(recheck, qtbot, 3)
    recheck.show_facts([aged(3)[0], aged(3)[2]], 2)
    filled(recheck, qtbot, 3)
    qtbot.waitUntil(lambda: [row.accessibleName() for row in rows(recheck)] == asked(3))


def asked(number: int) -> list[str]:
    return [fact.question for fact in aged(number)]


def test_up_and_down_go_from_row_to_row(recheck: RecheckPage, qtbot: QtBot) -> None:
    filled(recheck, qtbot, 3)
    name = focused().metaObject().className()
    went = []
    for key in (Qt.Key.Key_Down, Qt.Key.Key_Down, Qt.Key.Key_Down, Qt.Key.Key_Up):
        qtbot.keyClick(focused(), key)
        went.append(row_of_focus(recheck))
    assert went == [1, 2, 2, 1]
    assert focused().metaObject().className() == name


def test_all_that_is_chosen_is_done_at_once(recheck: RecheckPage, qtbot: QtBot) -> None:
    filled(recheck, qtbot, 3)
    qtbot.keyClick(focused(), Qt.Key.Key_A, CTRL)
    assert "3 chosen" in said(recheck)
    with qtbot.waitSignal(recheck.set_aside) as wanted:
        qtbot.mouseClick(button(recheck, "Set aside", -1), Qt.MouseButton.LeftButton)
    assert wanted.args == [[1, 2, 3]]
    qtbot.mouseClick(button(recheck, "Choose none"), Qt.MouseButton.LeftButton)
    assert "3 chosen" not in said(recheck)
    assert row_of_focus(recheck) == 0


def test_a_row_is_chosen_by_space(recheck: RecheckPage, qtbot: QtBot) -> None:
    filled(recheck, qtbot, 2)
    qtbot.keyClick(focused(), Qt.Key.Key_Backtab, Qt.KeyboardModifier.ShiftModifier)
    while not focused().accessibleName().startswith("Choose: Question 1"):
        qtbot.keyClick(focused(), Qt.Key.Key_Backtab, Qt.KeyboardModifier.ShiftModifier)
    qtbot.keyClick(focused(), Qt.Key.Key_Space)
    assert "1 chosen" in said(recheck)


def test_escape_leaves(recheck: RecheckPage, qtbot: QtBot) -> None:
    filled(recheck, qtbot, 1)
    with qtbot.waitSignal(recheck.left):
        qtbot.keyClick(focused(), Qt.Key.Key_Escape)


def test_a_source_opens_on_a_click_alone(recheck: RecheckPage, qtbot: QtBot) -> None:
    filled(recheck, qtbot, 1)
    source = next(one for one in recheck.findChildren(CardText) if "STS" in one.spoken())
    with qtbot.assertNotEmitted(recheck.link_clicked):
        source.setFocus()
    end = source.viewport().rect().topLeft()
    end.setX(source.natural_width() - 10)
    end.setY(8)
    with qtbot.waitSignal(recheck.link_clicked) as clicked:
        qtbot.mouseClick(source.viewport(), Qt.MouseButton.LeftButton, pos=end)
    assert clicked.args == ["https://docs.example.org/sts"]


def test_of_thousands_the_first_show_and_more_on_demand(recheck: RecheckPage, qtbot: QtBot) -> None:
    filled(recheck, qtbot, PAGE, total=2000)
    assert "2,000 facts were last checked long ago." in said(recheck)
    with qtbot.waitSignal(recheck.more_wanted) as wanted:
        qtbot.mouseClick(button(recheck, f"Show {PAGE} more"), Qt.MouseButton.LeftButton)
    assert wanted.args == [2 * PAGE]


def test_no_frame_waits_for_a_long_list(recheck: RecheckPage) -> None:
    took = [_timed(lambda: recheck.show_facts(aged(MOST), 2000))]
    while len(rows(recheck)) < MOST:
        took.append(_timed(QApplication.processEvents))
    took.append(_timed(lambda: recheck.show_facts(aged(MOST)[1:], 1999)))
    took.append(_timed(QApplication.processEvents))
    late = [one for one in took if one > FRAME]
    assert len(late) <= len(took) // 10, f"{len(late)} of {len(took)} took over 50 ms"


def test_from_sixty_rows_on_the_others_follow_as_these_are_done(
    recheck: RecheckPage, qtbot: QtBot
) -> None:
    filled(recheck, qtbot, MOST, total=2000)
    assert "The others follow as these are done." in said(recheck)
    assert not any(text.startswith("Show ") for text in said(recheck))


def _timed(work: Callable[[], object]) -> float:
    begun = time.thread_time()
    work()
    return time.thread_time() - begun


@pytest.mark.parametrize("scale", [1.0, 2.0])
def test_nothing_is_wider_than_the_smallest_page(
    recheck: RecheckPage, theme: Theme, qtbot: QtBot, scale: float
) -> None:
    theme.set_scale(scale)
    recheck.resize(464, 560)
    filled(recheck, qtbot, 2)
    qtbot.keyClick(focused(), Qt.Key.Key_A, CTRL)
    for row in rows(recheck):
        assert row.minimumSizeHint().width() <= row.width()
    assert button(recheck, "Choose none").x() >= 0
