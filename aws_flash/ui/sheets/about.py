"""About: what this is, its version, its licences, and what it is not."""

from __future__ import annotations

from PySide6.QtCore import QCoreApplication, Qt
from PySide6.QtWidgets import QHBoxLayout, QLabel, QPlainTextEdit, QVBoxLayout, QWidget

from aws_flash import __version__
from aws_flash.resources import resource
from aws_flash.ui.theme.fonts import FontRole
from aws_flash.ui.theme.theme import Theme
from aws_flash.ui.widgets.buttons import ConfirmButton
from aws_flash.ui.widgets.plain_label import PlainLabel, WrappedLabel
from aws_flash.ui.widgets.sheet import Sheet

_WIDTH = 600
_ICON = 56


def about_sheet(theme: Theme, window: QWidget) -> Sheet:
    """Return the sheet, not yet open."""
    sheet = Sheet(theme, window, _tr("About aws-flash"), _WIDTH)
    sheet.column.setSpacing(12)
    sheet.column.addWidget(_head(theme))
    for text in _sentences():
        sheet.column.addWidget(WrappedLabel(theme, text, FontRole.TEXT))
    sheet.column.addWidget(PlainLabel(theme, _tr("Made with"), FontRole.PANEL_TITLE))
    sheet.column.addWidget(_licences(theme))
    close = ConfirmButton(theme, _tr("Close"), "Esc")
    close.clicked.connect(sheet.close_sheet)
    sheet.add_button(close)
    return sheet


def _sentences() -> tuple[str, ...]:
    return (
        _tr("Flashcards for AWS certification students, with five boxes that you can see."),
        _tr(
            "The program is free under the MIT licence, its AWS security deck under CC BY 4.0. "
            "It sends and fetches nothing: your cards and answers stay on this computer."
        ),
        _tr(
            "This is an independent project. It is not affiliated with or endorsed by Amazon Web "
            "Services. Facts change: each card says when it was checked, and against what."
        ),
    )


def _head(theme: Theme) -> QWidget:
    from PySide6.QtGui import QIcon

    head = QWidget()
    row = QHBoxLayout(head)
    row.setContentsMargins(0, 0, 0, 0)
    row.setSpacing(16)
    picture = QLabel()
    edge = theme.px(_ICON)
    icon = QIcon(str(resource("icons", "aws-flash.svg")))
    picture.setPixmap(icon.pixmap(edge, edge))
    row.addWidget(picture)
    words = QVBoxLayout()
    words.addWidget(PlainLabel(theme, "aws-flash", FontRole.SHEET_TITLE))
    version = _tr("Version {version}").format(version=__version__)
    words.addWidget(PlainLabel(theme, version, FontRole.TEXT, "muted"))
    row.addLayout(words, 1)
    return head


def _licences(theme: Theme) -> QWidget:
    text = QPlainTextEdit(resource("licences.txt").read_text(encoding="utf-8"))
    text.setReadOnly(True)
    text.setAccessibleName(_tr("Licences of the parts"))
    text.setFont(theme.font(FontRole.CAPTION))
    text.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
    text.setTabChangesFocus(True)
    text.setMinimumHeight(theme.px(160))
    return text


def _tr(text: str) -> str:
    return QCoreApplication.translate("AboutSheet", text)
