"""The sheet for a bug of ours: the report can be copied, the session goes on."""

from __future__ import annotations

from PySide6.QtCore import QCoreApplication
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QPlainTextEdit, QWidget

from aws_flash.ui.theme.fonts import FontRole
from aws_flash.ui.theme.theme import Theme
from aws_flash.ui.widgets.buttons import ConfirmButton, PlainButton
from aws_flash.ui.widgets.plain_label import WrappedLabel
from aws_flash.ui.widgets.sheet import Sheet

_WIDTH = 640


def bug_sheet(theme: Theme, window: QWidget, report: str) -> Sheet:
    """Return the sheet over a report (version, system, traceback), not yet open."""
    sheet = Sheet(theme, window, _tr("Something went wrong in aws-flash"), _WIDTH)
    sheet.column.setSpacing(12)
    words = _tr(
        "This is a mistake of ours, not of yours. Your answers are safe on disk and you can go on. "
        "If you tell us, please send this report along; it holds nothing of your cards."
    )
    sheet.column.addWidget(WrappedLabel(theme, words, FontRole.TEXT))
    text = QPlainTextEdit(report)
    text.setReadOnly(True)
    text.setAccessibleName(_tr("Report"))
    text.setFont(theme.font(FontRole.CODE))
    text.setTabChangesFocus(True)
    text.setMinimumHeight(theme.px(200))
    sheet.column.addWidget(text)
    copy = PlainButton(theme, _tr("Copy report"))
    copy.clicked.connect(lambda: QGuiApplication.clipboard().setText(report))
    go_on = ConfirmButton(theme, _tr("Go on"), "Esc")
    go_on.clicked.connect(sheet.close_sheet)
    sheet.add_button(copy)
    sheet.add_button(go_on)
    return sheet


def _tr(text: str) -> str:
    return QCoreApplication.translate("BugSheet", text)
