"""What can be done with a row of the tree: one list for its keys and its menu."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from typing import TYPE_CHECKING, NamedTuple

from aws_flash.ui.actions import ACTIONS

if TYPE_CHECKING:
    from PySide6.QtGui import QKeyEvent


class Deed(NamedTuple):
    """An action on one row; `can` says whether it would do anything."""

    text: str
    icon: str
    keys: tuple[str, ...]
    do: Callable[[], object]
    can: bool = True


def deed_of(action_id: str, do: Callable[[], object]) -> Deed:
    """Return the deed of an action in the one table of actions."""
    action = ACTIONS[action_id]
    return Deed(action.label, action.icon, action.keys, do)


def deed_for(event: QKeyEvent, deeds: Iterable[Deed]) -> Deed | None:
    """Return the deed whose key was pressed; the two Enter keys are one."""
    from PySide6.QtCore import QKeyCombination, Qt
    from PySide6.QtGui import QKeySequence

    key, held = Qt.Key(event.key()), event.modifiers() & ~Qt.KeyboardModifier.KeypadModifier
    if key == Qt.Key.Key_Enter:
        key = Qt.Key.Key_Return
    pressed = QKeySequence(QKeyCombination(held, key))
    name = pressed.toString(QKeySequence.SequenceFormat.PortableText)
    return next((deed for deed in deeds if name in deed.keys), None)
