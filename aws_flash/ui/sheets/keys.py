"""The ? sheet: every key, read from the table of actions."""

from __future__ import annotations

from PySide6.QtCore import QCoreApplication
from PySide6.QtWidgets import QHBoxLayout, QWidget

from aws_flash.ui.actions import Action, Place, key_text, of_place
from aws_flash.ui.theme.fonts import FontRole
from aws_flash.ui.theme.theme import Theme
from aws_flash.ui.widgets.buttons import ConfirmButton
from aws_flash.ui.widgets.key_cap import KeyCap
from aws_flash.ui.widgets.plain_label import PlainLabel, WrappedLabel
from aws_flash.ui.widgets.sheet import Sheet

_WIDTH = 560


def keys_sheet(theme: Theme, window: QWidget) -> Sheet:
    """Return the sheet, not yet open."""
    sheet = Sheet(theme, window, _tr("Keys"), _WIDTH)
    for place in (Place.REVIEW, Place.TOPICS, Place.EVERYWHERE):
        label = QCoreApplication.translate("actions", place.value)
        sheet.column.addWidget(PlainLabel(theme, label, FontRole.PANEL_TITLE))
        for action in of_place(place):
            if action.keys:
                sheet.column.addWidget(_row(theme, action))
        sheet.column.addSpacing(12)
    note = _tr("On a choice card, letters and digits pick an option until Enter submits it.")
    sheet.column.addWidget(WrappedLabel(theme, note, FontRole.CAPTION, "muted"))
    close = ConfirmButton(theme, _tr("Close"), "Esc")
    close.clicked.connect(sheet.close_sheet)
    sheet.add_button(close)
    return sheet


def _row(theme: Theme, action: Action) -> QWidget:
    row = QWidget()
    keys = " ".join(key_text(key) for key in action.keys)
    row.setAccessibleName(f"{action.label}: {keys}")
    layout = QHBoxLayout(row)
    layout.setContentsMargins(0, 0, 0, 0)
    layout.setSpacing(6)
    layout.addWidget(WrappedLabel(theme, action.label), 1)
    for key in action.keys:
        layout.addWidget(KeyCap(theme, key_text(key)))
    return row


def _tr(text: str) -> str:
    return QCoreApplication.translate("KeysSheet", text)
