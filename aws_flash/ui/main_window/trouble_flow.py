"""Trouble: what was refused is said, what cannot be opened gets a page, a bug of ours a report."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal

from aws_flash.ui.main_window.data_flow import DataFlow
from aws_flash.ui.main_window.desk import Desk
from aws_flash.ui.main_window.frame import Frame

if TYPE_CHECKING:
    from aws_flash.ui.damage import DamagePage


class TroubleFlow(QObject):
    """Listens to what fails on the worker.

    `appearing` says that a page of trouble is about to take the window, `retry_requested` asks to
    open the collection again.
    """

    appearing = Signal()
    retry_requested = Signal()

    def __init__(
        self, desk: Desk, frame: Frame, data: DataFlow, report_of: Callable[[BaseException], str]
    ) -> None:
        """`report_of` logs an exception that is a bug of ours and gives the report to show."""
        super().__init__(frame)
        self._desk = desk
        self._frame = frame
        self._data = data
        self._report_of = report_of
        self._is_open = False
        self._is_shown = False
        self._backup = ""
        self._page: DamagePage | None = None
        desk.tasks.failed.connect(self.tell)

    @property
    def is_shown(self) -> bool:
        """Whether a page of trouble has the window; there is no other page to go to then."""
        return self._is_shown

    def opened(self) -> bool:
        """Note that the collection is open, and tell whether a page of trouble was on show.

        From now on a refusal concerns one thing only.
        """
        self._is_open = True
        was_shown, self._is_shown = self._is_shown, False
        return was_shown

    def closed(self) -> None:
        """Note that the collection was replaced and must be opened again."""
        self._is_open = False

    def tell(self, error: BaseException) -> None:
        """Say what went wrong, as fits its kind."""
        from aws_flash.domain.errors import UserError
        from aws_flash.ui.text import error_text

        if not isinstance(error, UserError):
            self.show_bug(self._report_of(error))
        elif self._is_open:
            self._frame.toasts.say(error_text(error))
        else:
            self._show_damage(error_text(error), error)

    def show_damage(self, why: str) -> None:
        """Say that an open collection turned out to be damaged, and offer the ways on."""
        from aws_flash.domain.errors import CollectionDamaged

        self.closed()
        self.tell(CollectionDamaged("", why))

    def show_bug(self, report: str) -> None:
        """Show a report that can be copied; the session goes on."""
        from aws_flash.ui.sheets.bug import bug_sheet

        sheet = bug_sheet(self._desk.theme, self._frame, report)
        sheet.closed.connect(sheet.deleteLater)
        sheet.open()

    def _show_damage(self, sentence: str, error: BaseException) -> None:
        from aws_flash.domain.errors import CollectionDamaged

        page = self._built_page()
        damaged = isinstance(error, CollectionDamaged)

        def offer(name: str, words: str) -> None:
            if self._is_shown:
                self._backup = name
                page.show_trouble(sentence, words, damaged=damaged)

        self.appearing.emit()
        self._is_shown = True
        page.show_trouble(sentence, "", damaged=damaged)
        self._frame.hide_sidebar()
        self._frame.show_page(page)
        if damaged:
            self._data.newest_good(offer)

    def _built_page(self) -> DamagePage:
        if self._page is not None:
            return self._page
        from aws_flash.ui.damage import DamagePage

        page = self._page = DamagePage(self._desk.theme)
        self._frame.add_page(page)
        page.restore_requested.connect(lambda: self._data.restore(self._backup))
        page.salvage_requested.connect(self._data.salvage)
        page.folder_requested.connect(self._data.open_folder)
        page.retry_requested.connect(self.retry_requested)
        return page
