"""The page to recheck facts, built when first asked for, and its wishes carried out."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal
from shiboken6 import isValid

from aws_flash.ui.main_window.desk import Desk
from aws_flash.ui.main_window.frame import Frame

if TYPE_CHECKING:
    from aws_flash.application.rechecking import Recheck
    from aws_flash.application.services import Services
    from aws_flash.domain.changes import Done
    from aws_flash.domain.kind import Family
    from aws_flash.domain.note import Note
    from aws_flash.ui.card.pictures import Pictures
    from aws_flash.ui.editor.card_editor import CardEditor
    from aws_flash.ui.facts.recheck_page import RecheckPage


class RecheckFlow(QObject):
    """Keeps the page in step with the collection while it shows; `left` says that it was left."""

    left = Signal()

    def __init__(self, desk: Desk, frame: Frame) -> None:
        """Prepare; nothing of the page is imported yet."""
        super().__init__(frame)
        self._desk = desk
        self._frame = frame
        self._page: RecheckPage | None = None
        self._pictures: Pictures | None = None
        self._wanted = 0
        desk.changed.connect(self._follow)

    def open(self) -> None:
        """Read the facts that wait, and bring their page to the front."""
        from aws_flash.ui.facts.recheck_page import PAGE

        self._wanted = PAGE
        self._read(then_show=True)

    def _follow(self, _done: Done[object], _sender: object) -> None:
        if self._page is not None and self._frame.page is self._page:
            self._read(then_show=False)

    def _read(self, *, then_show: bool) -> None:
        wanted = self._wanted

        def found(services: Services) -> tuple[tuple[Recheck, ...], int]:
            return services.rechecking.waiting(wanted), services.rechecking.number()

        def arrived(waiting: tuple[tuple[Recheck, ...], int]) -> None:
            from aws_flash.ui.main_window.fact_values import aged_fact

            page = self._built()
            page.show_facts([aged_fact(one) for one in waiting[0]], waiting[1])
            if then_show:
                self._frame.show_page(page)

        self._desk.read(found, arrived)

    def _built(self) -> RecheckPage:
        if self._page is not None:
            return self._page
        from PySide6.QtGui import QDesktopServices

        from aws_flash.ui.facts.recheck_page import RecheckPage

        desk = self._desk
        pictures = self._pictures = desk.pictures()
        page = self._page = RecheckPage(desk.theme, desk.icons, pictures)
        page.still_true.connect(self._still_true)
        page.set_aside.connect(self._set_aside)
        page.edit_wanted.connect(self._edit)
        page.more_wanted.connect(self._show_more)
        page.link_clicked.connect(QDesktopServices.openUrl)
        page.foot_changed.connect(self._frame.toasts.place)
        page.left.connect(self.left)
        return page

    def _still_true(self, note_ids: list[int]) -> None:
        self._desk.do(lambda services: services.rechecking.still_true(note_ids), self)

    def _set_aside(self, note_ids: list[int]) -> None:
        self._desk.do(lambda services: services.rechecking.set_aside(note_ids), self)

    def _show_more(self, wanted: int) -> None:
        self._wanted = wanted
        self._read(then_show=False)

    def _edit(self, note_ids: list[int]) -> None:
        """Read the first note, and lay the small editor over the page."""
        note_id = note_ids[0]

        def found(services: Services) -> tuple[Note, Family]:
            return services.authoring.look_up(note_id)

        self._desk.read(found, lambda looked_up: self._open_editor(*looked_up))

    def _open_editor(self, note: Note, family: Family) -> None:
        from aws_flash.ui.editor.card_editor import CardEditor

        if self._page is None or self._pictures is None or self._frame.page is not self._page:
            return
        editor = CardEditor(self._desk.theme, self._pictures, self._frame, note, family)
        editor.closed.connect(editor.deleteLater)
        editor.saved.connect(partial(self._save, editor, note.id))
        editor.open()

    def _save(self, editor: CardEditor, note_id: int, fields: dict[str, str]) -> None:
        def saved(done: Done[Note]) -> None:
            if isValid(editor):
                editor.close_sheet()
            self._desk.changed.emit(done, self)

        def refused(error: Exception) -> None:
            from aws_flash.domain.errors import UserError

            if isinstance(error, UserError) and isValid(editor):
                editor.show_error(error)
            else:
                self._desk.tasks.failed.emit(error)

        desk = self._desk
        desk.tasks.run(lambda: desk.services().authoring.correct(note_id, fields), saved, refused)
