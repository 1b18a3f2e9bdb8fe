"""Today: every state by its words, keys and signals; nothing cut off at any size."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QWidget

from aws_flash.ui.theme.theme import Mode
from aws_flash.ui.today.history_panel import busy_day, heat_level
from aws_flash.ui.today.lower_row import LowerRow
from aws_flash.ui.today.offer_button import OfferButton
from aws_flash.ui.widgets.box_column import BoxColumn
from aws_flash.ui.widgets.buttons import LinkButton
from aws_flash.ui.widgets.heat_map import HeatMap
from aws_flash.ui.widgets.meter import Meter
from aws_flash.ui.widgets.text_button import TextButton
from tests.ui.today.days import (
    CATCHING_UP,
    DONE,
    EVERY_DAY,
    FIRST,
    NO_CARDS,
    ORDINARY,
    USED_UP,
    WELCOME,
    said,
)

if TYPE_CHECKING:
    from PySide6.QtCore import SignalInstance
    from pytestqt.qtbot import QtBot

    from aws_flash.domain.views import TodayView
    from aws_flash.ui.theme.theme import Theme
    from aws_flash.ui.today.page import TodayPage


# Width, height, text size: the page beside the sidebar of a usual and of the smallest window.
SIZES = [(912, 780, 1.0), (512, 560, 1.0), (912, 780, 2.0), (464, 560, 2.0)]


def button(page: TodayPage, text: str) -> TextButton:
    found = [one for one in page.findChildren(TextButton) if one.text().startswith(text)]
    return next(one for one in found if one.isVisibleTo(page))


def settled(page: TodayPage, view: TodayView, qtbot: QtBot) -> None:
    page.show_view(view)
    if any(any(week) for week in view.heat):
        qtbot.waitUntil(lambda: page.findChild(LowerRow) is not None)


def test_before_there_are_numbers_nothing_is_said(page: TodayPage) -> None:
    assert said(page) == []


def test_the_first_launch_is_one_key_from_the_first_card(page: TodayPage, qtbot: QtBot) -> None:
    page.show_view(FIRST)
    assert "10 new cards, about 4 minutes" in said(page)
    with qtbot.waitSignal(page.start_requested):
        qtbot.keyClick(QApplication.focusWidget(), Qt.Key.Key_Space)


@pytest.mark.parametrize(
    ("view", "signal"),
    [
        (ORDINARY, "start_requested"),
        (USED_UP, "start_requested"),
        (DONE, "ahead_requested"),
        (NO_CARDS, "card_requested"),
        (WELCOME, "offer_taken"),
    ],
)
def test_space_does_what_the_page_is_for(
    page: TodayPage, qtbot: QtBot, view: TodayView, signal: str
) -> None:
    page.show_view(view)
    wished: SignalInstance = getattr(page, signal)
    with qtbot.waitSignal(wished):
        qtbot.keyClick(QApplication.focusWidget(), Qt.Key.Key_Space)


def test_space_starts_from_the_map_of_weeks_too(page: TodayPage, qtbot: QtBot) -> None:
    settled(page, ORDINARY, qtbot)
    heat = page.findChildren(HeatMap)[0]
    heat.setFocus()
    with qtbot.waitSignal(page.start_requested):
        qtbot.keyClick(heat, Qt.Key.Key_Space)


def test_the_focus_follows_the_thing_to_do(page: TodayPage) -> None:
    page.show_view(WELCOME)
    assert isinstance(QApplication.focusWidget(), OfferButton)
    page.show_view(CATCHING_UP)
    assert QApplication.focusWidget() is button(page, "Start review")
    page.show_view(DONE)
    assert QApplication.focusWidget() is button(page, "Study ahead")


def test_fresh_numbers_leave_the_focus_where_it_is(page: TodayPage) -> None:
    page.show_view(CATCHING_UP)
    end = button(page, "End")
    end.setFocus()
    page.show_view(CATCHING_UP._replace(due=18))
    assert QApplication.focusWidget() is end


def test_three_offers_each_with_its_day(page: TodayPage, qtbot: QtBot) -> None:
    page.show_view(WELCOME)
    offers = page.findChildren(OfferButton)
    assert [one.accessibleName() for one in offers] == [
        "10 minutes a day, Clear by 9 December",
        "20 minutes a day, Clear by Thursday",
        "40 minutes a day, Clear today",
    ]
    with qtbot.waitSignal(page.offer_taken) as taken:
        qtbot.mouseClick(offers[0], Qt.MouseButton.LeftButton)
    assert taken.args == [10]


def test_an_offer_need_not_be_taken(page: TodayPage, qtbot: QtBot) -> None:
    page.show_view(WELCOME)
    with qtbot.waitSignal(page.start_requested):
        qtbot.mouseClick(page.findChildren(LinkButton)[0], Qt.MouseButton.LeftButton)


def test_after_missed_days_no_box_counts_what_is_due(page: TodayPage) -> None:
    page.show_view(WELCOME)
    assert not [text for text in said(page) if " due" in text]
    page.show_view(ORDINARY)
    assert "Box 1: 18 cards, 9 due, every day" in said(page)


def test_catching_up_can_be_ended(page: TodayPage, qtbot: QtBot) -> None:
    page.show_view(CATCHING_UP)
    assert any(text.startswith("Catching up: 20 minutes a day") for text in said(page))
    with qtbot.waitSignal(page.catch_up_ended):
        qtbot.mouseClick(button(page, "End"), Qt.MouseButton.LeftButton)
    page.show_view(ORDINARY)
    assert not any(text.startswith("Catching up") for text in said(page))


def test_the_topic_is_named_and_can_be_taken_away(page: TodayPage, qtbot: QtBot) -> None:
    page.show_view(EVERY_DAY["scoped"])
    chip = button(page, "EC2 & guest OS")
    assert chip.accessibleName() == "Show all topics, not only EC2 & guest OS"
    assert chip.shortcut().isEmpty()
    with qtbot.waitSignal(page.scope_cleared):
        qtbot.mouseClick(chip, Qt.MouseButton.LeftButton)


def test_empty_sections_are_left_out(page: TodayPage, qtbot: QtBot) -> None:
    settled(page, ORDINARY, qtbot)
    page.show_view(FIRST)
    assert not [text for text in said(page) if "weeks" in text or "Weakest" in text]
    page.show_view(NO_CARDS)
    assert not [one for one in page.findChildren(BoxColumn) if one.isVisibleTo(page)]


def test_until_topics_can_be_compared_the_boxes_are_explained(
    page: TodayPage, qtbot: QtBot
) -> None:
    settled(page, ORDINARY._replace(weakest=()), qtbot)
    assert "How the boxes work" in said(page)
    page.show_view(ORDINARY)
    assert "How the boxes work" not in said(page)
    assert "Weakest topics" in said(page)


def test_weak_topics_show_their_share(page: TodayPage, qtbot: QtBot) -> None:
    settled(page, ORDINARY, qtbot)
    meters = [(one.accessibleName(), one.value()) for one in page.findChildren(Meter)]
    assert meters == [("STS calls", 58), ("Threat detection", 64)]


def test_cards_that_are_in_no_box_are_not_forgotten(page: TodayPage) -> None:
    page.show_view(ORDINARY)
    assert "43 cards not seen yet" in said(page)


def test_one_long_evening_does_not_pale_the_others() -> None:
    busy = busy_day([0, 10, 10, 20, 20, 30, 30, 40, 40, 40, 400])
    assert [heat_level(count, busy) for count in (0, 1, 10, 11, 40, 400)] == [0, 1, 1, 2, 4, 4]


def cut_off(page: TodayPage) -> list[str]:
    """Which children get less room than they need, or stand outside of their page."""
    content = page.widget()
    assert content is not None
    return [
        f"{type(child).__name__} {child.size()} {child.minimumSizeHint()}"
        for child in content.findChildren(QWidget)
        if child.isVisibleTo(page)
        and (
            child.width() < child.minimumSizeHint().width()
            or child.height() < child.heightForWidth(child.width())
            or child.mapTo(content, child.rect().bottomRight()).x() >= content.width()
        )
    ]


@pytest.mark.parametrize("name", EVERY_DAY)
@pytest.mark.parametrize(
    "size", [(912, 780, 1.0), (512, 560, 1.0), (912, 780, 2.0), (464, 560, 2.0)]
)
def test_nothing_is_cut_off(
    page: TodayPage, theme: Theme, qtbot: QtBot, name: str, size: tuple[int, int, float]
) -> None:
    width, height, scale = size
    theme.set_scale(scale)
    page.resize(width, height)
    settled(page, EVERY_DAY[name], qtbot)
    qtbot.waitUntil(lambda: cut_off(page) == [])
    assert page.horizontalScrollBar().maximum() == 0


def test_a_calm_page_does_not_scroll_without_need(page: TodayPage, qtbot: QtBot) -> None:
    settled(page, ORDINARY, qtbot)
    qtbot.waitUntil(lambda: page.verticalScrollBar().maximum() == 0)


def chain_from(page: TodayPage) -> list[QWidget]:
    chain: list[QWidget] = []
    step = page.nextInFocusChain()
    while step is not None and step is not page:
        chain.append(step)
        step = step.nextInFocusChain()
    return chain


@pytest.mark.parametrize("name", EVERY_DAY)
def test_tab_goes_in_reading_order(page: TodayPage, qtbot: QtBot, name: str) -> None:
    settled(page, EVERY_DAY[name], qtbot)
    qtbot.waitUntil(lambda: cut_off(page) == [])
    stops = [one for one in chain_from(page) if one.focusPolicy() & Qt.FocusPolicy.TabFocus]
    chain = [one for one in stops if one.isVisibleTo(page)]
    places = [one.mapTo(page, one.rect().center()) for one in chain]
    rows = [(place.y() // 24, place.x()) for place in places]
    assert rows == sorted(rows)
    assert all(one.accessibleName() or getattr(one, "text", str)() for one in chain)


def test_the_page_follows_look_and_size(page: TodayPage, theme: Theme, qtbot: QtBot) -> None:
    settled(page, ORDINARY, qtbot)
    before = page.grab().toImage()
    theme.set_mode(Mode.DARK)
    theme.set_scale(1.5)
    after = page.grab().toImage()
    assert after.pixelColor(2, 2) == theme.color("window") != before.pixelColor(2, 2)
    assert button(page, "Start review").height() > 60


def test_facts_that_wait_are_said_in_a_quiet_line_each(page: TodayPage, qtbot: QtBot) -> None:
    settled(page, ORDINARY._replace(recheck=12, changed_facts=3), qtbot)
    assert {"12 facts were last checked long ago.", "3 AWS facts changed."} <= set(said(page))
    with qtbot.waitSignal(page.recheck_requested):
        qtbot.mouseClick(button(page, "Check them again"), Qt.MouseButton.LeftButton)
    with qtbot.waitSignal(page.changes_requested):
        qtbot.mouseClick(button(page, "See what changed"), Qt.MouseButton.LeftButton)


@pytest.mark.parametrize(
    ("view", "line"),
    [
        (ORDINARY._replace(recheck=1), "1 fact was last checked long ago."),
        (ORDINARY._replace(changed_facts=1), "1 AWS fact changed."),
    ],
)
def test_a_line_is_there_only_when_something_waits(
    page: TodayPage, qtbot: QtBot, view: TodayView, line: str
) -> None:
    settled(page, view, qtbot)
    assert [text for text in said(page) if "fact" in text] == [line]
    page.show_view(ORDINARY)
    assert not any("fact" in text for text in said(page))


def test_who_was_away_is_asked_for_nothing_else(page: TodayPage, qtbot: QtBot) -> None:
    settled(page, WELCOME._replace(recheck=12, changed_facts=3), qtbot)
    assert not any("fact" in text for text in said(page))
