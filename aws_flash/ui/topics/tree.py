"""The topic tree: what keys and the menu of a row ask for."""

from __future__ import annotations

from collections.abc import Callable
from functools import cached_property
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Signal

from aws_flash.ui.icons import Icons
from aws_flash.ui.theme.theme import Theme
from aws_flash.ui.topics import words
from aws_flash.ui.topics.model import TopicModel
from aws_flash.ui.topics.scope_tree import ScopeTree

if TYPE_CHECKING:
    from PySide6.QtGui import QContextMenuEvent, QKeyEvent
    from PySide6.QtWidgets import QWidget

    from aws_flash.ui.topics.deeds import Deed
    from aws_flash.ui.topics.moves import Move
    from aws_flash.ui.topics.outline import Outline

    Planner = Callable[[Outline, int], Move | None]


class TopicTree(ScopeTree):
    """Shows rows and says what the user wants; ids are topic ids, places as in a Move.

    Space starts what Today shows: `start_requested` carries the scope then, None for everything.
    """

    start_requested = Signal(object)
    rename_requested = Signal(object, str)
    move_requested = Signal(object, object, int)
    delete_requested = Signal(object)
    add_requested = Signal(object)

    def __init__(self, theme: Theme, icons: Icons, parent: QWidget | None = None) -> None:
        """Begin empty."""
        model = TopicModel()
        super().__init__(theme, icons, model, parent)
        model.setParent(self)
        self._icons = icons
        self.setAccessibleName(words.tr("Topics"))
        model.rename_wished.connect(self.rename_requested)
        self.move_wished.connect(self._wish_move)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """The keys of the deeds, Space, and what Qt's trees know."""
        if event.key() == Qt.Key.Key_Space:
            if not event.isAutoRepeat():
                self.start_requested.emit(self.scope)
            return
        from aws_flash.ui.topics.deeds import deed_for

        deed = deed_for(event, (deed for group in self._deeds for deed in group))
        if deed is None:
            super().keyPressEvent(event)
        elif self.currentIndex().isValid():
            position = self._model.position(self.currentIndex())
            if deed.can(position):
                deed.do(position)

    def contextMenuEvent(self, event: QContextMenuEvent) -> None:
        """The menu of the row under the mouse, or of the current one for the menu key."""
        from aws_flash.ui.topics.tree_menu import row_menu

        by_mouse = event.reason() == event.Reason.Mouse
        index = self.indexAt(event.pos()) if by_mouse else self.currentIndex()
        if not index.isValid():
            return
        at = event.globalPos()
        if not by_mouse:
            at = self.viewport().mapToGlobal(self.visualRect(index).center())
        row_menu(self, self._icons, self._deeds, self._model.position(index)).popup(at)

    @cached_property
    def _deeds(self) -> tuple[tuple[Deed, ...], ...]:
        """What can be done with a row, in the groups of its menu."""
        from aws_flash.ui.topics import moves
        from aws_flash.ui.topics.deeds import Deed, deed_of

        return (
            (
                deed_of("study topic", lambda at: self.start_requested.emit(self._id(at))),
                Deed(words.tr("Show on Today"), "sun", (), self._scope_deed),
            ),
            (
                Deed(words.tr("New topic inside"), "folder-plus", (), self._add_deed),
                deed_of("rename topic", lambda at: self.edit(self._model.at(at))),
                self._move_deed("topic up", moves.up),
                self._move_deed("topic down", moves.down),
                self._move_deed("topic out", moves.out),
                self._move_deed("topic in", moves.into),
            ),
            (deed_of("delete topic", lambda at: self.delete_requested.emit(self._id(at))),),
        )

    def _scope_deed(self, position: int) -> None:
        self.toggle_scope(self._id(position))

    def _add_deed(self, position: int) -> None:
        self.add_requested.emit(self._id(position))

    def _move_deed(self, action_id: str, planned: Planner) -> Deed:
        def do(position: int) -> None:
            move = planned(self._model.outline, position)
            if move is not None:
                self._wish_move(move)

        def can(position: int) -> bool:
            return planned(self._model.outline, position) is not None

        from aws_flash.ui.topics.deeds import deed_of

        return deed_of(action_id, do, can)

    def _wish_move(self, move: Move) -> None:
        parent = self._model.find(move.parent_id)
        if parent.isValid():
            self._opened(parent)  # so that the topic is in sight where it goes
        self.move_requested.emit(*move)

    def _id(self, position: int) -> int:
        return self._model.outline.rows[position].topic_id
