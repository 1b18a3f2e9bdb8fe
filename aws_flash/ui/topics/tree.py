"""The topic tree: what keys and the menu of a row ask for."""

from __future__ import annotations

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


class TopicTree(ScopeTree):
    """Shows rows and says what the user wants; ids are topic ids, places as in a Move.

    Space starts what Today shows: `start_requested` carries the scope then, None for everything.
    """

    start_requested = Signal(object)
    rename_requested = Signal(object, str)
    move_requested = Signal(object, object, int)
    delete_requested = Signal(object)
    add_requested = Signal(object)
    export_requested = Signal(object)

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
        if self.state() is ScopeTree.State.EditingState:
            super().keyPressEvent(event)  # a key that the open field did not take
        elif event.key() == Qt.Key.Key_Space and not event.modifiers():
            if not event.isAutoRepeat():
                self.start_requested.emit(self.scope)
        elif not self._do_by_key(event):
            super().keyPressEvent(event)

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
        row_menu(self, self._icons, self._deeds(self._model.position(index))).popup(at)

    def _do_by_key(self, event: QKeyEvent) -> bool:
        """Do what the key says; its deed may have nothing to do, then nothing happens."""
        from aws_flash.ui.topics.deeds import deed_for

        index = self.currentIndex()
        groups = self._deeds(self._model.position(index)) if index.isValid() else ()
        deed = deed_for(event, (deed for group in groups for deed in group))
        if deed is not None and deed.can:
            self._by_keys = True
            deed.do()
        return deed is not None

    def _deeds(self, position: int) -> tuple[tuple[Deed, ...], ...]:
        """Return what can be done with a row, in the groups of its menu."""
        from aws_flash.ui.topics import moves
        from aws_flash.ui.topics.deeds import Deed, deed_of

        topic_id = self._model.outline.rows[position].topic_id
        here = topic_id == self.scope
        scope_text = words.tr("Show all topics on Today" if here else "Show on Today")
        inside = words.tr("New topic inside")
        planners = (("up", moves.up), ("down", moves.down), ("out", moves.out), ("in", moves.into))
        return (
            (
                deed_of("study topic", lambda: self.start_requested.emit(topic_id)),
                deed_of("scope topic", lambda: self.toggle_scope(topic_id))._replace(
                    text=scope_text
                ),
            ),
            (
                Deed(inside, "folder-plus", (), lambda: self.add_requested.emit(topic_id)),
                deed_of("rename topic", lambda: self.edit(self._model.at(position))),
                *(
                    self._move_deed(f"topic {way}", planned(self._model.outline, position))
                    for way, planned in planners
                ),
            ),
            (deed_of("export topic", lambda: self.export_requested.emit(topic_id)),),
            (deed_of("delete topic", lambda: self.delete_requested.emit(topic_id)),),
        )

    def _move_deed(self, action_id: str, move: Move | None) -> Deed:
        from aws_flash.ui.topics.deeds import deed_of

        deed = deed_of(action_id, lambda: self._wish_move(move))
        return deed._replace(can=move is not None)

    def _wish_move(self, move: Move | None) -> None:
        if move is None:
            return
        parent = self._model.find(move.parent_id)
        if parent.isValid():
            self._opened(parent)  # so that the topic is in sight where it goes
        self.move_requested.emit(*move)
