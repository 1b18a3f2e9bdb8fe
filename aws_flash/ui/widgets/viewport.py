"""The viewport of widgets that scroll."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QAbstractScrollArea, QWidget


def set_clear_viewport(area: QAbstractScrollArea) -> None:
    """Give a widget that scrolls a viewport that shows what is behind.

    A new one, since to hand out Qt's for a change PySide makes every kind of widget known: 15 ms
    and 1 MB. It takes touches and the movements of the mouse as Qt's does.
    """
    viewport = QWidget()
    viewport.setAttribute(Qt.WidgetAttribute.WA_AcceptTouchEvents)
    viewport.setMouseTracking(area.hasMouseTracking())
    area.setViewport(viewport)
