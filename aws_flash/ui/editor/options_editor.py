"""The options of a choice card to be edited."""

from __future__ import annotations

from collections.abc import Iterable

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from aws_flash.domain.choice import Option, option_fields, options_of
from aws_flash.domain.kind import MAX_OPTIONS
from aws_flash.domain.plain_text import plain
from aws_flash.ui.card.pictures import Pictures
from aws_flash.ui.editor.option_editor import OptionEditor
from aws_flash.ui.editor.words import tr
from aws_flash.ui.theme.theme import Theme
from aws_flash.ui.widgets.buttons import LinkButton

_LEAST = 2


class OptionsEditor(QWidget):
    """Eight at most; one whose text is emptied is left out, and those behind move up."""

    edited = Signal()

    def __init__(self, theme: Theme, pictures: Pictures, fields: Iterable[tuple[str, str]]) -> None:
        """Edit the options that the fields of a card hold."""
        super().__init__()
        self._theme = theme
        self._pictures = pictures
        self._editors: list[OptionEditor] = []
        options = QWidget()  # of its own, so that Tab comes to all of them before the button
        self._column = _column(options)
        self._more = LinkButton(theme, tr("One more option"))
        self._more.clicked.connect(self._add_empty)
        column = _column(self)
        column.addWidget(options)
        column.addWidget(self._more, 0, Qt.AlignmentFlag.AlignLeft)
        for option in options_of(fields):
            self._add(option)

    def is_changed(self) -> bool:
        """Whether any option is other than at first."""
        return any(editor.is_changed() for editor in self._editors)

    def fields(self) -> dict[str, str]:
        """The fields of all options, as they are to be stored."""
        return dict(option_fields(self._options()))

    def problem(self) -> str:
        """What keeps the options from being asked, in a sentence; "" for nothing."""
        options = self._options()
        if len(options) < _LEAST:
            return tr("Two options are the least.")
        if not any(option.right for option in options):
            return tr("At least one option must be right.")
        return ""

    def _options(self) -> list[Option]:
        options = (editor.option() for editor in self._editors)
        return [option for option in options if _says_something(option.text)]

    def _add_empty(self) -> None:
        self._add(None).area.setFocus(Qt.FocusReason.OtherFocusReason)

    def _add(self, option: Option | None) -> OptionEditor:
        editor = OptionEditor(self._theme, self._pictures, len(self._editors) + 1, option)
        editor.edited.connect(self.edited)
        self._column.addWidget(editor)
        self._editors.append(editor)
        self._more.setVisible(len(self._editors) < MAX_OPTIONS)
        return editor


def _column(parent: QWidget) -> QVBoxLayout:
    column = QVBoxLayout(parent)
    column.setContentsMargins(0, 0, 0, 0)
    column.setSpacing(8)
    return column


def _says_something(html: str) -> bool:
    return bool(plain(html)) or "<img" in html
