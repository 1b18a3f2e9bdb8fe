"""Saying something through the screen reader that no focus change would say."""

from __future__ import annotations

from PySide6.QtWidgets import QWidget


def announce(widget: QWidget, text: str) -> None:
    """Have a screen reader speak the text, if any, politely after what it is saying."""
    # Here, since PySide takes 2 ms to make these classes known and the start has no use for them.
    from PySide6.QtGui import QAccessible, QAccessibleAnnouncementEvent

    if text and QAccessible.isActive():
        QAccessible.updateAccessibility(QAccessibleAnnouncementEvent(widget, text))
