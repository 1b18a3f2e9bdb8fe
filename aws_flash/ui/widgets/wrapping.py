"""The size policy of whatever becomes higher when it becomes narrower."""

from __future__ import annotations

from PySide6.QtWidgets import QSizePolicy, QWidget


def let_wrap(widget: QWidget, across: QSizePolicy.Policy = QSizePolicy.Policy.Preferred) -> None:
    """Let layouts ask the widget for its height at a width.

    Vertically it must be Minimum: Qt holds a Fixed widget to its one-line height.
    """
    policy = QSizePolicy(across, QSizePolicy.Policy.Minimum)
    policy.setHeightForWidth(True)
    widget.setSizePolicy(policy)
