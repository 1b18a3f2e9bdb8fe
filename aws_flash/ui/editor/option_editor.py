"""One option of a choice card to be edited: whether it is right, its text, its reason."""

from __future__ import annotations

from dataclasses import replace

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QCheckBox, QVBoxLayout, QWidget

from aws_flash.domain.choice import Option
from aws_flash.ui.card.pictures import Pictures
from aws_flash.ui.editor.field_editor import FieldEditor
from aws_flash.ui.editor.fields import FieldShown
from aws_flash.ui.editor.words import tr
from aws_flash.ui.theme.theme import Theme


class OptionEditor(QWidget):
    """An option whose text is emptied is left out."""

    edited = Signal()

    def __init__(
        self, theme: Theme, pictures: Pictures, number: int, option: Option | None = None
    ) -> None:
        """Edit an option, or write a new one; `number` counts from 1."""
        super().__init__()
        self._option = option or Option("")
        name = tr("Option {number}").format(number=number)
        reason = tr("Why option {number} is right or wrong").format(number=number)
        self._text = FieldEditor(theme, pictures, FieldShown("", name), self._option.text)
        self._right = QCheckBox(tr("Right"))
        self._right.setAccessibleName(tr("Option {number} is right").format(number=number))
        self._right.setChecked(self._option.right)
        self._reason = FieldEditor(theme, pictures, FieldShown("", reason), self._option.reason)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 8)
        column.setSpacing(6)
        self._text.head.row.addWidget(self._right)
        self._reason.show_quietly(tr("Why it is right or wrong"))
        for part in (self._text, self._reason):
            column.addWidget(part)
        self._text.edited.connect(self.edited)
        self._reason.edited.connect(self.edited)
        self._right.toggled.connect(self.edited)

    @property
    def area(self) -> QWidget:
        """Where the option's text is written."""
        return self._text.area

    def option(self) -> Option:
        """The option as it is to be stored."""
        return replace(
            self._option,
            text=self._text.html(),
            reason=self._reason.html(),
            right=self._right.isChecked(),
        )

    def is_changed(self) -> bool:
        """Whether anything of it is other than at first."""
        return self.option() != self._option
