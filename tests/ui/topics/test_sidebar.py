"""The sidebar: where its rows lead, by mouse and keys, and room for all at any size."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QMenu, QWidget

from aws_flash.ui.actions import ACTIONS
from aws_flash.ui.icons import Icons
from aws_flash.ui.topics.nav_row import NavRow
from aws_flash.ui.topics.sidebar import WIDTH, Sidebar
from aws_flash.ui.widgets.icon_button import IconButton
from tests.ui.topics.trees import ROWS

if TYPE_CHECKING:
    from pytestqt.qtbot import QtBot

    from aws_flash.ui.theme.theme import Theme

PAGES = (ACTIONS["today"], ACTIONS["keys"], ACTIONS["about"])


@pytest.fixture
def sidebar(theme: Theme, qtbot: QtBot) -> Sidebar:
    sidebar = Sidebar(theme, Icons(theme), pages=PAGES)
    qtbot.addWidget(sidebar)
    sidebar.set_menu(lambda: QMenu(sidebar))
    sidebar.tree.show_rows(ROWS)
    sidebar.show_page("today")
    sidebar.resize(WIDTH, 780)
    sidebar.show()
    with qtbot.waitActive(sidebar):
        sidebar.activateWindow()
    return sidebar


def row(sidebar: Sidebar, text: str) -> NavRow:
    return next(one for one in sidebar.findChildren(NavRow) if one.text() == text)


def button(sidebar: Sidebar, name: str) -> IconButton:
    return next(one for one in sidebar.findChildren(IconButton) if one.accessibleName() == name)


@pytest.mark.parametrize(("text", "page"), [("Today", "today"), ("Settings", "settings")])
def test_a_row_asks_for_its_page(sidebar: Sidebar, qtbot: QtBot, text: str, page: str) -> None:
    with qtbot.waitSignal(sidebar.page_requested) as asked:
        qtbot.mouseClick(row(sidebar, text), Qt.MouseButton.LeftButton)
    assert asked.args == [page]


def test_only_the_page_shown_is_marked(sidebar: Sidebar, qtbot: QtBot) -> None:
    qtbot.mouseClick(row(sidebar, "Keys"), Qt.MouseButton.LeftButton)
    marked = [one.text() for one in sidebar.findChildren(NavRow) if one.isChecked()]
    assert marked == ["Today"]
    sidebar.show_page("settings")
    marked = [one.text() for one in sidebar.findChildren(NavRow) if one.isChecked()]
    assert marked == ["Settings"]


def test_up_and_down_go_from_row_to_row(sidebar: Sidebar, qtbot: QtBot) -> None:
    row(sidebar, "Today").setFocus()
    for key, text in (
        (Qt.Key.Key_Up, "Today"),
        (Qt.Key.Key_Down, "Keys"),
        (Qt.Key.Key_Down, "About aws-flash"),
        (Qt.Key.Key_Down, "About aws-flash"),
        (Qt.Key.Key_Up, "Keys"),
    ):
        qtbot.keyClick(QApplication.focusWidget(), key)
        assert QApplication.focusWidget() is row(sidebar, text)


def test_tab_goes_from_group_to_group(sidebar: Sidebar, qtbot: QtBot) -> None:
    row(sidebar, "Today").setFocus()
    seen: list[QWidget | None] = []
    for _ in range(4):
        qtbot.keyClick(QApplication.focusWidget(), Qt.Key.Key_Tab)
        seen.append(QApplication.focusWidget())
    assert seen == [
        button(sidebar, "New topic"),
        sidebar.tree,
        row(sidebar, "Import…"),
        button(sidebar, "More"),
    ]


def test_plus_asks_for_a_topic_at_the_top(sidebar: Sidebar, qtbot: QtBot) -> None:
    with qtbot.waitSignal(sidebar.tree.add_requested) as asked:
        qtbot.mouseClick(button(sidebar, "New topic"), Qt.MouseButton.LeftButton)
    assert asked.args == [None]


def test_more_opens_the_menu_it_was_given(sidebar: Sidebar, qtbot: QtBot) -> None:
    menu = QMenu(sidebar)
    menu.addAction("New card")
    sidebar.set_menu(lambda: menu)
    qtbot.mouseClick(button(sidebar, "More"), Qt.MouseButton.LeftButton)
    assert menu.isVisible()
    assert (
        menu.geometry().bottom() <= button(sidebar, "More").mapToGlobal(menu.rect().topLeft()).y()
    )
    menu.close()


def test_without_a_menu_there_is_no_dead_button(theme: Theme, qtbot: QtBot) -> None:
    sidebar = Sidebar(theme, Icons(theme))
    qtbot.addWidget(sidebar)
    sidebar.show()
    assert not button(sidebar, "More").isVisible()


def test_it_is_as_wide_as_drawn(sidebar: Sidebar, theme: Theme) -> None:
    assert sidebar.sizeHint().width() == 288
    theme.set_scale(2.0)
    assert sidebar.sizeHint().width() == 432


def cut_off(sidebar: Sidebar) -> list[str]:
    """Which rows and buttons get less room than they need or stand outside."""
    controls = [*sidebar.findChildren(NavRow), *sidebar.findChildren(IconButton)]
    needed = [one.minimumSizeHint().boundedTo(one.maximumSize()) for one in controls]
    return [
        one.accessibleName()
        for one, size in zip(controls, needed, strict=True)
        if not sidebar.rect().contains(one.mapTo(sidebar, one.rect().bottomRight()))
        or one.size().expandedTo(size) != one.size()
    ]


@pytest.mark.parametrize(("height", "scale"), [(780, 1.0), (560, 1.0), (780, 2.0), (560, 2.0)])
def test_nothing_is_cut_off(
    sidebar: Sidebar, theme: Theme, qtbot: QtBot, height: int, scale: float
) -> None:
    theme.set_scale(scale)
    sidebar.resize(sidebar.sizeHint().width(), height)
    qtbot.waitUntil(lambda: cut_off(sidebar) == [])
    rows = 3 if height > scale * 300 else 2  # there is room for no more at that size
    assert sidebar.tree.height() >= rows * theme.px(29)


def test_every_control_has_a_name(sidebar: Sidebar) -> None:
    controls = [*sidebar.findChildren(NavRow), *sidebar.findChildren(IconButton), sidebar.tree]
    assert all(one.accessibleName() for one in controls)
