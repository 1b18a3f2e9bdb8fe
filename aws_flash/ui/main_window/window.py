"""The window, put together: which page's wish leads to which flow."""

from __future__ import annotations

import sys
from collections.abc import Callable, Sequence
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal

from aws_flash.ui.main_window.desk import Desk
from aws_flash.ui.main_window.frame import Frame
from aws_flash.ui.main_window.overview_flow import OverviewFlow
from aws_flash.ui.today.page import TodayPage
from aws_flash.ui.topics.sidebar import Sidebar

if TYPE_CHECKING:
    from PySide6.QtGui import QAction
    from PySide6.QtWidgets import QMenu, QMenuBar

    from aws_flash.application.services import Services
    from aws_flash.ui.main_window.flows import Flows
    from aws_flash.ui.main_window.settings_flow import SettingsFlow
    from aws_flash.ui.main_window.transfer import Transfer
    from aws_flash.ui.main_window.trouble_flow import TroubleFlow
    from aws_flash.ui.widgets.sheet import Sheet

HAS_MENU_BAR = sys.platform == "darwin"
_FILES = ("import", "export", "imports")
MENU = (
    "new card",
    "new topic",
    "",
    *_FILES,
    "",
    "back up",
    "restore",
    "",
    "settings",
    "keys",
    "about",
    "quit",
)


class Window(QObject):
    """The frame with its pages and flows; `closed` fires when the user closes it."""

    closed = Signal()

    def __init__(self, desk: Desk, folder: Path, report_of: Callable[[BaseException], str]) -> None:
        """Build what the first paint shows; the flows follow it, and all else when asked for."""
        super().__init__()
        self._desk = desk
        self._folder = folder
        self._report_of = report_of
        self._sidebar = Sidebar(desk.theme, desk.icons)
        self.frame = Frame(desk, self._sidebar)
        self.frame.closed.connect(self.closed)
        self._today = TodayPage(desk.theme, desk.icons)
        self._settings: SettingsFlow | None = None
        self._overviews = OverviewFlow(desk, self._sidebar.tree, self._today, folder)
        self._built_flows: Flows | None = None
        self._actions: dict[str, QAction] = {}
        self._menu_bar: QMenuBar | None = None
        if not HAS_MENU_BAR:
            self._sidebar.set_menu(self._menu)
        self._recall()

    @property
    def trouble(self) -> TroubleFlow:
        """Where bugs and refusals are told."""
        return self._flows().trouble

    @property
    def transfer(self) -> Transfer:
        """Files in and out."""
        return self._flows().transfer

    def start(self) -> None:
        """Open the collection and bring the numbers up to date; after the first paint."""
        self._desk.tasks.run(self._desk.services, self._opened)
        self._flows()

    def finish(self) -> None:
        """Remember how the window was left, and let what runs beside come to its end."""
        at_settings = self._settings is not None and self.frame.page is self._settings.page
        self._desk.preferences.keep(page="settings" if at_settings else "today")
        if self._overviews.shown is not None:
            self._desk.preferences.keep(expanded=tuple(self._sidebar.tree.open_topics()))
        if self._built_flows is not None:
            self._built_flows.caretaker.finish()

    def act(self, action_id: str) -> None:
        """Do an action of the window by its id."""
        self._actions[action_id].trigger()

    def show_today(self) -> None:
        """Bring Today to the front."""
        self.frame.show_sidebar()
        self.frame.show_page(self._today)
        self._sidebar.show_page("today")

    def open_files(self, paths: Sequence[Path]) -> None:
        """Look at files that the user opened with the program."""
        self.transfer.open_files(paths)

    def show_settings(self) -> None:
        """Bring the settings to the front, out of a review too; built the first time."""
        flows = self._flows()
        if flows.trouble.is_shown:
            return
        self._leave_review()
        if self._settings is None:
            from aws_flash.ui.main_window.settings_flow import SettingsFlow

            self._settings = SettingsFlow(self._desk, flows.look, flows.data)
        self._settings.refresh()
        self.frame.show_sidebar()
        self.frame.show_page(self._settings.page)
        self._sidebar.show_page("settings")

    def _recall(self) -> None:
        """Show the window as it was left, with the numbers last seen."""
        kept = self._desk.preferences.kept
        if kept.expanded is not None:
            self._sidebar.tree.set_open_topics(kept.expanded)
        self._sidebar.tree.set_scope(kept.scope)
        self._overviews.show_last()
        if kept.page == "settings":
            self.show_settings()
        else:
            self.show_today()

    def _opened(self, services: Services) -> None:
        flows = self._flows()
        if flows.trouble.opened():
            self.show_today()
        if services.loaded is not None and services.loaded.step is not None:
            self._desk.changed.emit(services.loaded, self)
        self._overviews.resume()
        # Behind the overview, so that reading the whole file does not hold up live counts.
        self._desk.tasks.run(lambda: None, lambda _: flows.caretaker.look_after())
        flows.reviewing.prepare()

    def _flows(self) -> Flows:
        """Build the flows, unless they are there: the first paint does without them."""
        if self._built_flows is None:
            from aws_flash.ui.main_window.flows import Flows

            overviews = self._overviews
            flows = Flows(self._desk, self._folder, self.frame, overviews, self._report_of)
            self._built_flows = flows
            self._actions = self._make_actions(flows)
            self._menu_bar = self._native_menu() if HAS_MENU_BAR else None
            self._connect(flows)
        return self._built_flows

    def _native_menu(self) -> QMenuBar:
        from aws_flash.ui.main_window.native_menu import native_menu
        from aws_flash.ui.main_window.shortcuts import wear_icons

        wear_icons(self._actions, self._desk.icons)
        return native_menu(self._actions)

    def _make_actions(self, flows: Flows) -> dict[str, QAction]:
        from aws_flash.ui.main_window.shortcuts import window_actions

        deeds = {
            "today": self._go_home,
            "new card": flows.writing.new_card,
            "new topic": flows.writing.new_topic,
            "import": flows.transfer.choose_files,
            "export": flows.transfer.export,
            "imports": flows.transfer.show_imports,
            "undo": flows.undo.undo,
            "redo": flows.undo.redo,
            "back up": flows.data.back_up,
            "restore": flows.data.choose_backup,
            "settings": self.show_settings,
            "larger": flows.look.larger,
            "smaller": flows.look.smaller,
            "keys": self._show_keys,
            "about": self._show_about,
            "quit": self.frame.close,
        }
        return window_actions(self.frame, deeds)

    def _connect(self, flows: Flows) -> None:
        today, tree = self._today, self._sidebar.tree
        today.start_requested.connect(self._begin)
        today.ahead_requested.connect(self._begin_ahead)
        today.offer_taken.connect(self._overviews.take_offer)
        today.catch_up_ended.connect(lambda: self._overviews.take_offer(None))
        today.card_requested.connect(flows.writing.new_card)
        today.recheck_requested.connect(flows.recheck.open)
        today.changes_requested.connect(flows.changes.open)
        flows.recheck.left.connect(self.show_today)
        flows.changes.left.connect(self.show_today)
        flows.transfer.left.connect(self.show_today)
        flows.transfer.appearing.connect(self._leave_review)
        flows.transfer.bar_while(lambda: flows.trouble.is_shown)
        tree.export_requested.connect(flows.transfer.export_topic)
        tree.start_requested.connect(flows.reviewing.begin)
        tree.add_requested.connect(flows.writing.new_topic_under)
        tree.scope_changed.connect(self._show_scope)
        self._overviews.day_began.connect(flows.caretaker.look_after)
        self._sidebar.page_requested.connect(self._go)
        flows.reviewing.began.connect(self._overviews.pause)
        flows.reviewing.ended.connect(self._come_home)
        flows.reviewing.keys_wanted.connect(self._show_keys)
        flows.data.replaced.connect(self._start_anew)
        flows.trouble.appearing.connect(self._leave_review)
        flows.trouble.retry_requested.connect(self.start)

    def _begin(self) -> None:
        self._flows().reviewing.begin(self._overviews.scope)

    def _begin_ahead(self) -> None:
        self._flows().reviewing.begin_ahead(self._overviews.scope)

    def _come_home(self) -> None:
        self._overviews.resume()
        self.show_today()

    def _go_home(self) -> None:
        """Ctrl+1: also out of a review, which is left as Esc leaves it."""
        flows = self._flows()
        if flows.reviewing.is_open:
            flows.reviewing.leave()
        elif not flows.trouble.is_shown:
            self.show_today()

    def _leave_review(self) -> None:
        reviewing = self._flows().reviewing
        if reviewing.is_open:
            reviewing.leave()

    def _show_scope(self, _topic_id: int | None) -> None:
        if self.frame.page is not self._today:
            self.show_today()

    def _go(self, page: str) -> None:
        if page == "settings":
            self.show_settings()
        elif page == "import":
            self.transfer.choose_files()
        else:
            self._go_home()

    def _start_anew(self) -> None:
        """The collection was replaced: open it, and show nothing of the old one."""
        self._flows().trouble.closed()
        self.start()

    def _menu(self) -> QMenu:
        from aws_flash.ui.main_window.shortcuts import popup_menu, wear_icons

        wear_icons(self._actions, self._desk.icons)
        return popup_menu(self.frame, [self._actions.get(action_id) for action_id in MENU])

    def _show_keys(self) -> None:
        from aws_flash.ui.sheets.keys import keys_sheet

        self._open_sheet(keys_sheet(self._desk.theme, self.frame))

    def _show_about(self) -> None:
        from aws_flash.ui.sheets.about import about_sheet

        self._open_sheet(about_sheet(self._desk.theme, self.frame))

    def _open_sheet(self, sheet: Sheet) -> None:
        from aws_flash.ui.widgets.buttons import ConfirmButton

        sheet.closed.connect(sheet.deleteLater)
        sheet.open(sheet.findChild(ConfirmButton))
