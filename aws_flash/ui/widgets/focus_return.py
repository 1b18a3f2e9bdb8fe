"""The focus goes back to where it was, or to the window when that is gone: it is never lost."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QWidget
from shiboken6 import isValid


def return_focus(before: QWidget | None, window: QWidget) -> None:
    """Focus what had it before, if it can still take it; the window passes it to its page."""
    can_take = before is not None and isValid(before) and before.isVisible() and before.isEnabled()
    target = before if before is not None and can_take else window
    target.setFocus(Qt.FocusReason.OtherFocusReason)
