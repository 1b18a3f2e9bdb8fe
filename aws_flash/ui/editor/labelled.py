"""A label over the field that it names."""

from __future__ import annotations

from PySide6.QtWidgets import QVBoxLayout, QWidget

from aws_flash.ui.theme.fonts import FontRole
from aws_flash.ui.theme.theme import Theme
from aws_flash.ui.widgets.plain_label import WrappedLabel


def labelled(theme: Theme, field: QWidget) -> QWidget:
    """Return the field under a label with its accessible name."""
    both = QWidget()
    column = QVBoxLayout(both)
    column.setContentsMargins(0, 0, 0, 0)
    column.setSpacing(6)
    column.addWidget(WrappedLabel(theme, field.accessibleName(), FontRole.TEXT_STRONG))
    column.addWidget(field)
    return both
