"""Hiding and showing children without waking a layout that is not shown yet."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QWidget


def set_shown(child: QWidget, shown: bool) -> None:  # noqa: FBT001 - as setVisible
    """Hide or show a child, at once where its parent is on screen.

    Elsewhere only what was hidden is shown: Qt's setVisible(True) would lay the child out although
    its window is still to come, which is 3 ms of a start.
    """
    parent = child.parentWidget()
    told = child.testAttribute(Qt.WidgetAttribute.WA_WState_ExplicitShowHide)
    hidden = child.isHidden() and told
    if hidden == shown or (parent is not None and parent.isVisible()):
        child.setVisible(shown)
