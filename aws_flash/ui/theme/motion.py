"""Whether the system asks programs to keep still."""

from __future__ import annotations

from PySide6.QtGui import QGuiApplication


def system_wants_stillness() -> bool:
    """What the system's accessibility settings say; Qt passes it on from 6.12, before: no.

    Qt's older "UI effects" hint is no stand-in: it is off on most Linux desktops by default.
    """
    hints = QGuiApplication.styleHints()  # kept: what it hands out dies with it
    preference = getattr(hints.accessibility(), "motionPreference", None)
    return preference is not None and preference().name == "ReducedMotion"
