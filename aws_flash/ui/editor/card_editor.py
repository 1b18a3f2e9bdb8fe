"""The small editor: the fields of one card over the page that shows it."""

from __future__ import annotations

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from aws_flash.domain.cloze import ordinals
from aws_flash.domain.kind import Family
from aws_flash.domain.note import Note
from aws_flash.domain.plain_text import plain
from aws_flash.ui.card.pictures import Pictures
from aws_flash.ui.editor.editing_sheet import EditingSheet
from aws_flash.ui.editor.field_editor import FieldEditor
from aws_flash.ui.editor.fields import FieldShown, fields_shown
from aws_flash.ui.editor.options_editor import OptionsEditor
from aws_flash.ui.editor.words import tr
from aws_flash.ui.theme.theme import Theme


class CardEditor(EditingSheet):
    """`saved` carries the fields that changed, as a dict of HTML by name.

    It stays open until it is closed from outside: so nothing is lost when saving fails.
    """

    saved = Signal(object)

    def __init__(
        self, theme: Theme, pictures: Pictures, window: QWidget, note: Note, family: Family
    ) -> None:
        """Show the fields of `note`; not yet open."""
        super().__init__(theme, window, tr("Edit card"), tr("Save"))
        self._edited = note
        self._family = family
        shown = fields_shown(family, [name for name, _ in note.fields])
        self._fields = {
            field: FieldEditor(theme, pictures, field, note.field(field.name)) for field in shown
        }
        self._options: OptionsEditor | None = None
        for field, editor in self._fields.items():
            if family is Family.CHOICE and field.name == "Explanation":
                self._options = OptionsEditor(theme, pictures, note.fields)
                self._options.edited.connect(self.forget_problem)
                self.column.addWidget(self._options)
            editor.edited.connect(self.forget_problem)
            self.column.addWidget(editor)

    def is_changed(self) -> bool:
        """Whether any field or option is other than at first."""
        options = self._options is not None and self._options.is_changed()
        return options or any(editor.is_changed() for editor in self._fields.values())

    def save(self) -> None:
        """Hand out what changed; with nothing changed the sheet closes."""
        if not self.is_changed():
            self.close_sheet()
            return
        problem = self._problem()
        if problem:
            self.show_problem(problem)
        else:
            self.saved.emit(self._changed_fields())

    def _changed_fields(self) -> dict[str, str]:
        written = {field.name: editor.html() for field, editor in self._fields.items()}
        if self._options is not None and self._options.is_changed():
            written |= self._options.fields()
        before = dict(self._edited.fields)
        return {name: html for name, html in written.items() if html != before.get(name)}

    def _problem(self) -> str:
        for field, editor in self._fields.items():
            if field.needed and not _says_something(editor.html()):
                return tr("{field} still needs a text.").format(field=field.label)
            if self._lost_its_gaps(field, editor):
                return tr("At least one gap is needed, written {{c1::like this}}.")
        return self._options.problem() if self._options is not None else ""

    def _lost_its_gaps(self, field: FieldShown, editor: FieldEditor) -> bool:
        is_gap_text = self._family is Family.CLOZE and field.name == "Text"
        return is_gap_text and not ordinals(editor.html())


def _says_something(html: str) -> bool:
    return bool(plain(html)) or "<img" in html
