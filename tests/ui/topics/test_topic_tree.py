"""The tree by mouse and keys: what it asks for, and what it keeps."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from PySide6.QtCore import QEvent, QPoint, QPointF, Qt
from PySide6.QtGui import (
    QAccessible,
    QContextMenuEvent,
    QDragEnterEvent,
    QDragMoveEvent,
    QDropEvent,
    QMouseEvent,
)
from PySide6.QtWidgets import QApplication, QLineEdit, QMenu

from aws_flash.ui.icons import Icons
from aws_flash.ui.topics.moves import Move
from aws_flash.ui.topics.tree import TopicTree
from tests.ui.topics.trees import (
    AWS,
    BALANCERS,
    DIRECT,
    EC2,
    IDENTITY,
    NETWORK,
    NINE,
    ROWS,
    STS,
    TEN,
    middle_of,
    rows_of,
    stand_on,
)

if TYPE_CHECKING:
    from PySide6.QtCore import SignalInstance
    from pytestqt.qtbot import QtBot

    from aws_flash.ui.theme.theme import Theme

LEFT = Qt.MouseButton.LeftButton
MOVE = Qt.DropAction.MoveAction
PLAIN = Qt.KeyboardModifier.NoModifier
ALT = Qt.KeyboardModifier.AltModifier


def click(tree: TopicTree, topic_id: int, qtbot: QtBot) -> None:
    qtbot.mouseClick(tree.viewport(), LEFT, pos=middle_of(tree, topic_id))


def is_open(tree: TopicTree, topic_id: int) -> bool:
    return tree.isExpanded(tree._model.find(topic_id))


def test_a_click_makes_today_about_a_topic_and_a_second_one_about_all(
    tree: TopicTree, qtbot: QtBot
) -> None:
    heard: list[int | None] = []
    tree.scope_changed.connect(heard.append)
    click(tree, NETWORK, qtbot)
    click(tree, EC2, qtbot)
    click(tree, EC2, qtbot)
    assert heard == [NETWORK, EC2, None]
    assert tree.scope is None


def test_a_scope_that_is_set_is_marked_and_not_announced(tree: TopicTree, qtbot: QtBot) -> None:
    with qtbot.assertNotEmitted(tree.scope_changed):
        tree.set_scope(STS)
        assert [index.data() for index in tree.selectedIndexes()] == ["STS calls"]
        tree.clear_scope()
    assert tree.selectedIndexes() == []


def test_arrow_keys_leave_today_alone(tree: TopicTree, qtbot: QtBot) -> None:
    tree.set_scope(AWS)
    stand_on(tree, AWS)
    with qtbot.assertNotEmitted(tree.scope_changed):
        qtbot.keyClick(tree, Qt.Key.Key_Down)
    assert tree.currentIndex().data() == "EC2 & guest OS"
    assert tree.scope == AWS


@pytest.mark.parametrize(
    ("key", "held", "signal", "args"),
    [
        (Qt.Key.Key_Return, PLAIN, "start_requested", [NETWORK]),
        (Qt.Key.Key_Enter, Qt.KeyboardModifier.KeypadModifier, "start_requested", [NETWORK]),
        (Qt.Key.Key_Space, PLAIN, "start_requested", [None]),
        (Qt.Key.Key_Delete, PLAIN, "delete_requested", [NETWORK]),
        (Qt.Key.Key_Up, ALT, "move_requested", [NETWORK, AWS, 0]),
        (Qt.Key.Key_Down, ALT, "move_requested", [NETWORK, AWS, 2]),
        (Qt.Key.Key_Left, ALT, "move_requested", [NETWORK, None, 1]),
        (Qt.Key.Key_Right, ALT, "move_requested", [NETWORK, EC2, 0]),
    ],
)
def test_keys_ask(
    tree: TopicTree,
    qtbot: QtBot,
    key: Qt.Key,
    held: Qt.KeyboardModifier,
    signal: str,
    args: list[int | None],
) -> None:
    stand_on(tree, NETWORK)
    wished: SignalInstance = getattr(tree, signal)
    with qtbot.waitSignal(wished) as heard:
        qtbot.keyClick(tree, key, held)
    assert heard.args == args


def test_space_starts_what_today_shows(tree: TopicTree, qtbot: QtBot) -> None:
    click(tree, STS, qtbot)
    with qtbot.waitSignal(tree.start_requested) as heard:
        qtbot.keyClick(tree, Qt.Key.Key_Space)
    assert heard.args == [STS]


def test_the_first_cannot_go_up(tree: TopicTree, qtbot: QtBot) -> None:
    stand_on(tree, AWS)
    with qtbot.assertNotEmitted(tree.move_requested):
        qtbot.keyClick(tree, Qt.Key.Key_Up, ALT)
        qtbot.keyClick(tree, Qt.Key.Key_Left, ALT)


def field(tree: TopicTree) -> QLineEdit:
    return tree.viewport().findChildren(QLineEdit)[-1]


def test_f2_renames_in_place(tree: TopicTree, qtbot: QtBot) -> None:
    stand_on(tree, STS)
    qtbot.keyClick(tree, Qt.Key.Key_F2)
    assert field(tree).text() == "STS calls"
    assert field(tree).accessibleName() == "New name for STS calls"
    qtbot.keyClicks(field(tree), "Tokens 2 go")
    with (
        qtbot.waitSignal(tree.rename_requested) as heard,
        qtbot.assertNotEmitted(tree.start_requested, wait=50),
    ):
        qtbot.keyClick(field(tree), Qt.Key.Key_Return)
    assert heard.args == [STS, "Tokens 2 go"]


def test_esc_keeps_the_name(tree: TopicTree, qtbot: QtBot) -> None:
    stand_on(tree, STS)
    qtbot.keyClick(tree, Qt.Key.Key_F2)
    qtbot.keyClicks(field(tree), "Other")
    with qtbot.assertNotEmitted(tree.rename_requested, wait=50):
        qtbot.keyClick(field(tree), Qt.Key.Key_Escape)
    assert QApplication.focusWidget() is tree


def test_no_key_of_the_tree_works_while_a_name_is_written(tree: TopicTree, qtbot: QtBot) -> None:
    stand_on(tree, NETWORK)
    qtbot.keyClick(tree, Qt.Key.Key_F2)
    with qtbot.assertNotEmitted(tree.delete_requested), qtbot.assertNotEmitted(tree.move_requested):
        qtbot.keyClick(field(tree), Qt.Key.Key_Delete)
        qtbot.keyClick(field(tree), Qt.Key.Key_Up, ALT)


def menu_of(tree: TopicTree, topic_id: int) -> dict[str, bool]:
    stand_on(tree, topic_id)
    asked = QContextMenuEvent(QContextMenuEvent.Reason.Keyboard, QPoint(1, 1), QPoint(1, 1))
    QApplication.sendEvent(tree.viewport(), asked)
    menu = tree.findChildren(QMenu)[-1]
    entries = {one.text(): one.isEnabled() for one in menu.actions() if one.text()}
    menu.close()
    return entries


def test_the_menu_offers_what_the_keys_do(tree: TopicTree) -> None:
    assert menu_of(tree, AWS) == {
        "Study this topic\tEnter": True,
        "Show on Today\tCtrl+Space": True,
        "New topic inside": True,
        "Rename\tF2": True,
        "Move up\tAlt+Up": False,
        "Move down\tAlt+Down": True,
        "Move out\tAlt+Left": False,
        "Move in\tAlt+Right": False,
        "Export…": True,
        "Move to trash\tDel": True,
    }


@pytest.mark.parametrize(
    ("entry", "signal", "args"),
    [
        ("New topic inside", "add_requested", [NETWORK]),
        ("Show on Today", "scope_changed", [NETWORK]),
        ("Move in", "move_requested", [NETWORK, EC2, 0]),
    ],
)
def test_menu_entries_ask(
    tree: TopicTree, qtbot: QtBot, entry: str, signal: str, args: list[int | None]
) -> None:
    menu_of(tree, NETWORK)
    action = next(
        one for one in tree.findChildren(QMenu)[-1].actions() if one.text().startswith(entry)
    )
    wished: SignalInstance = getattr(tree, signal)
    with qtbot.waitSignal(wished) as heard:
        action.trigger()
    assert heard.args == args


def test_the_menu_leads_back_to_all_topics(tree: TopicTree) -> None:
    tree.set_scope(NETWORK)
    assert "Show all topics on Today\tCtrl+Space" in menu_of(tree, NETWORK)


def test_ctrl_space_makes_today_about_the_row_of_the_keyboard(
    tree: TopicTree, qtbot: QtBot
) -> None:
    stand_on(tree, NETWORK)
    with qtbot.waitSignal(tree.scope_changed) as heard:
        qtbot.keyClick(tree, Qt.Key.Key_Space, Qt.KeyboardModifier.ControlModifier)
    assert heard.args == [NETWORK]


def test_a_chevron_opens_and_folds_without_a_scope(tree: TopicTree, qtbot: QtBot) -> None:
    chevron = QPoint(37, middle_of(tree, NETWORK).y())
    with qtbot.assertNotEmitted(tree.scope_changed):
        qtbot.mouseClick(tree.viewport(), LEFT, pos=chevron)
        assert not is_open(tree, NETWORK)
        qtbot.mouseClick(tree.viewport(), LEFT, pos=chevron)
    assert is_open(tree, NETWORK)


def test_a_double_click_folds_and_keeps_the_scope(tree: TopicTree, qtbot: QtBot) -> None:
    click(tree, NETWORK, qtbot)
    qtbot.mouseDClick(tree.viewport(), LEFT, pos=middle_of(tree, NETWORK))
    assert not is_open(tree, NETWORK)
    assert tree.scope == NETWORK


def test_left_and_right_fold_and_open(tree: TopicTree, qtbot: QtBot) -> None:
    stand_on(tree, NETWORK)
    qtbot.keyClick(tree, Qt.Key.Key_Left)
    assert not is_open(tree, NETWORK)
    qtbot.keyClick(tree, Qt.Key.Key_Right)
    assert is_open(tree, NETWORK)


def drag(tree: TopicTree, topic_id: int, to: QPoint) -> bool:
    """Drag a topic to a point and drop it there; whether the tree would take it."""
    model, view = tree._model, tree.viewport()
    carried = model.mimeData([model.find(topic_id)])
    QApplication.sendEvent(view, QDragEnterEvent(to, MOVE, carried, LEFT, PLAIN))
    over = QDragMoveEvent(to, MOVE, carried, LEFT, PLAIN)
    QApplication.sendEvent(view, over)
    QApplication.sendEvent(view, QDropEvent(QPointF(to), MOVE, carried, LEFT, PLAIN))
    return over.isAccepted()


def edge_of(tree: TopicTree, topic_id: int, x: int) -> QPoint:
    return QPoint(x, tree.visualRect(tree._model.find(topic_id)).bottom() - 1)


def test_dropped_on_a_topic_it_goes_inside(tree: TopicTree, qtbot: QtBot) -> None:
    with qtbot.waitSignal(tree.move_requested) as heard:
        assert drag(tree, STS, middle_of(tree, NETWORK))
    assert heard.args == [STS, NETWORK, 2]


@pytest.mark.parametrize(("x", "move"), [(75, Move(EC2, NETWORK, 2)), (50, Move(EC2, AWS, 1))])
def test_dropped_between_topics_the_depth_is_where_the_mouse_is(
    tree: TopicTree, qtbot: QtBot, x: int, move: Move
) -> None:
    with qtbot.waitSignal(tree.move_requested) as heard:
        drag(tree, EC2, edge_of(tree, BALANCERS, x))
    assert heard.args == list(move)


def test_dropped_below_all_it_becomes_the_last(tree: TopicTree, qtbot: QtBot) -> None:
    with qtbot.waitSignal(tree.move_requested) as heard:
        drag(tree, EC2, QPoint(40, 590))
    assert heard.args == [EC2, None, 3]


def test_a_drop_that_cannot_be_is_refused(tree: TopicTree, qtbot: QtBot) -> None:
    with qtbot.assertNotEmitted(tree.move_requested):
        assert not drag(tree, AWS, middle_of(tree, DIRECT))
        assert not drag(tree, EC2, middle_of(tree, EC2))


def test_the_mark_of_a_drag_is_drawn_and_goes_away(tree: TopicTree, theme: Theme) -> None:
    before = tree.grab().toImage()
    model, view, to = tree._model, tree.viewport(), edge_of(tree, BALANCERS, 75)
    carried = model.mimeData([model.find(EC2)])
    QApplication.sendEvent(view, QDragEnterEvent(to, MOVE, carried, LEFT, PLAIN))
    QApplication.sendEvent(view, QDragMoveEvent(to, MOVE, carried, LEFT, PLAIN))
    during = tree.grab().toImage()
    assert during.pixelColor(150, to.y() + 2) == theme.color("accent")
    QApplication.sendEvent(view, QEvent(QEvent.Type.DragLeave))
    assert before.pixelColor(150, to.y() + 2) != theme.color("accent")


class DragNoting(TopicTree):
    """Notes what would be dragged; a real drag waits for a real mouse."""

    dragged = ""

    def startDrag(self, actions: Qt.DropAction) -> None:  # noqa: N802 - Qt's name
        self._pressed = None
        self.dragged = self.currentIndex().data()


def move_mouse(tree: TopicTree, to: QPoint, held: Qt.MouseButton) -> None:
    there = QPointF(tree.viewport().mapToGlobal(to))
    none = Qt.MouseButton.NoButton
    moved = QMouseEvent(QEvent.Type.MouseMove, QPointF(to), there, none, held, PLAIN)
    QApplication.sendEvent(tree.viewport(), moved)


def test_any_row_can_be_dragged_and_that_is_no_click(theme: Theme, qtbot: QtBot) -> None:
    tree = DragNoting(theme, Icons(theme))
    qtbot.addWidget(tree)
    tree.show_rows(ROWS)
    tree.resize(288, 600)
    tree.show()
    start = middle_of(tree, EC2)
    qtbot.mousePress(tree.viewport(), LEFT, pos=start)
    with qtbot.assertNotEmitted(tree.scope_changed):
        for far in (3, 20, 30):
            move_mouse(tree, start + QPoint(0, far), LEFT)
        qtbot.mouseRelease(tree.viewport(), LEFT, pos=start)
    assert tree.dragged == "EC2 & guest OS"


def test_other_rows_keep_what_was_open_current_and_scoped(tree: TopicTree) -> None:
    tree.set_open_topics([AWS, IDENTITY])
    stand_on(tree, STS)
    tree.set_scope(IDENTITY)
    tree.show_rows([row for row in ROWS if row.topic_id != EC2])
    assert tree.open_topics() == [AWS, IDENTITY]
    assert tree.currentIndex().data() == "STS calls"
    assert tree.scope == IDENTITY
    assert [index.data() for index in tree.selectedIndexes()] == ["Identity federation"]


def test_scrolling_survives_other_rows(tree: TopicTree) -> None:
    rows = rows_of("\n".join(f"Topic {at}" for at in range(100)))
    tree.show_rows(rows)
    tree.executeDelayedItemsLayout()
    tree.verticalScrollBar().setValue(700)
    tree.show_rows(rows[:-1])
    assert tree.verticalScrollBar().value() == 700


def test_the_current_row_stays_in_sight_when_it_moves(tree: TopicTree) -> None:
    rows = rows_of("\n".join(f"Topic {at}" for at in range(100)))
    tree.show_rows(rows)
    stand_on(tree, rows[3].topic_id)
    tree.show_rows([*rows[:3], *rows[4:], rows[3]])
    assert tree.viewport().rect().contains(middle_of(tree, rows[3].topic_id))


def test_where_a_topic_was_deleted_the_next_one_is_current(tree: TopicTree) -> None:
    stand_on(tree, NINE)
    tree.show_rows([row for row in ROWS if row.topic_id != NINE])
    assert tree.currentIndex().data() == "Chapter 10"
    tree.show_rows(ROWS[:-2])
    assert tree.currentIndex().data() == "STS calls"
    tree.show_rows([])
    assert not tree.currentIndex().isValid()


def test_a_scope_that_is_gone_is_forgotten(tree: TopicTree) -> None:
    tree.set_scope(TEN)
    tree.show_rows(ROWS[:-1])
    assert tree.scope is None


def test_a_scope_can_be_set_before_the_rows_are_known(tree: TopicTree) -> None:
    tree.show_rows([])
    tree.set_scope(NINE)
    tree.show_rows(ROWS)
    assert tree.scope == NINE
    assert [index.data() for index in tree.selectedIndexes()] == ["Chapter 9"]


def test_open_topics_can_be_set_before_the_rows_are_known(tree: TopicTree) -> None:
    tree.show_rows([])
    tree.set_open_topics([NETWORK, AWS])
    tree.show_rows(ROWS)
    assert tree.open_topics() == [AWS, NETWORK]
    assert (is_open(tree, NETWORK), is_open(tree, IDENTITY)) == (True, False)


def test_where_a_topic_goes_is_opened(tree: TopicTree, qtbot: QtBot) -> None:
    stand_on(tree, NETWORK)
    with qtbot.waitSignal(tree.move_requested):
        qtbot.keyClick(tree, Qt.Key.Key_Right, ALT)
    moved = rows_of("AWS Security notes\n  EC2 & guest OS\n    Network")
    tree.show_rows(moved)
    assert is_open(tree, EC2)


def test_a_topic_can_be_brought_into_sight(tree: TopicTree) -> None:
    tree.set_open_topics([])
    tree.reveal(STS)
    assert tree.currentIndex().data() == "STS calls"
    assert not tree.visualRect(tree.currentIndex()).isEmpty()


@pytest.mark.parametrize("scale", [1.0, 1.5, 2.0])
def test_rows_grow_with_the_text(tree: TopicTree, theme: Theme, scale: float) -> None:
    theme.set_scale(scale)
    tree.executeDelayedItemsLayout()
    assert tree.visualRect(tree._model.find(EC2)).height() == round(29 * scale)


def test_a_screen_reader_finds_a_tree(tree: TopicTree) -> None:
    seen = QAccessible.queryAccessibleInterface(tree)
    assert seen.role() == QAccessible.Role.Tree
    assert seen.text(QAccessible.Text.Name) == "Topics"


def test_a_cut_name_is_in_the_tip_and_a_bar_explains_itself(tree: TopicTree) -> None:
    painter, row = tree._rows, ROWS[2]._replace(name="Interface endpoints and PrivateLink")
    rect = tree.visualRect(tree._model.find(NETWORK))
    assert painter.tip(rect, row, 60) == "Interface endpoints and PrivateLink"
    assert painter.tip(rect, ROWS[2], 60) == ""
    bar = painter.places(rect.width(), row).bar
    assert bar is not None
    assert "in box 3" in painter.tip(rect, row, bar + 5)


def test_the_row_under_the_mouse_is_lit(tree: TopicTree, theme: Theme, qtbot: QtBot) -> None:
    at = middle_of(tree, EC2)
    move_mouse(tree, at, Qt.MouseButton.NoButton)
    image = tree.viewport().grab().toImage()
    assert image.pixelColor(14, at.y()) == theme.color("hover")


def test_only_a_topic_that_was_studied_has_a_check_mark(tree: TopicTree) -> None:
    def marked(boxes: tuple[int, ...]) -> bool:
        tree.show_rows((ROWS[0]._replace(boxes=boxes, today=0),))
        image = tree.viewport().grab().toImage()
        row = tree.visualRect(tree._model.find(AWS))
        end = range(row.right() - 28, row.right() - 12)
        return len({image.pixel(x, y) for x in end for y in range(row.top(), row.bottom())}) > 1

    tree.clearFocus()
    assert marked((2, 0, 1, 0, 0, 0))
    assert not marked((3, 0, 0, 0, 0, 0))
