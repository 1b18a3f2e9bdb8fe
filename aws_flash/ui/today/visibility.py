"""Hiding and showing children without waking a layout that is not shown yet."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QWidget


def set_shown(child: QWidget, shown: bool) -> None:  # noqa: FBT001 - as setVisible
    """Hide or show a child; does nothing when nothing changes.

    Qt's setVisible(True) lays the child out even while the window is hidden: 3 ms of a start.
    """
    hidden = child.isHidden() and child.testAttribute(Qt.WidgetAttribute.WA_WState_ExplicitShowHide)
    if hidden == shown:
        child.setVisible(shown)
