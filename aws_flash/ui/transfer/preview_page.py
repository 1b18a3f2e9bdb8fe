"""The preview of a file: what it holds, what would become of it, and one button that does it."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import QVBoxLayout, QWidget

from aws_flash.ui.actions import key_text
from aws_flash.ui.icons import Icons
from aws_flash.ui.theme.fonts import FontRole
from aws_flash.ui.theme.theme import Theme
from aws_flash.ui.transfer import words
from aws_flash.ui.transfer.choosing import Choosing
from aws_flash.ui.transfer.preview_parts import PreviewParts
from aws_flash.ui.transfer.topic_list import TopicList
from aws_flash.ui.transfer.wish_panel import WishPanel
from aws_flash.ui.transfer.words import tr
from aws_flash.ui.widgets.announce import announce
from aws_flash.ui.widgets.back_head import BackHead
from aws_flash.ui.widgets.buttons import ConfirmButton, PlainButton
from aws_flash.ui.widgets.columns import Columns
from aws_flash.ui.widgets.foot_bar import FootBar
from aws_flash.ui.widgets.leavable_page import LeavablePage
from aws_flash.ui.widgets.plain_label import WrappedLabel
from aws_flash.ui.widgets.scroll_page import ScrollPage
from aws_flash.ui.widgets.wrapping import let_wrap

if TYPE_CHECKING:
    from aws_flash.application.importing.preview import TopicCount
    from aws_flash.domain.imports import Wishes
    from aws_flash.ui.editor.topic_paths import TopicPath

_CONFIRM = "Ctrl+Return"


class PreviewPage(LeavablePage):
    """Shows one file; nothing is written. Built anew for each file.

    `confirmed` says that it is to be taken in as chosen, `left` that it is not. `wishes_changed`
    says that the choosing has other wishes. What `parts` asks for, its own signals say.
    """

    confirmed = Signal()
    wishes_changed = Signal()

    def __init__(
        self, theme: Theme, icons: Icons, choosing: Choosing, paths: Iterable[TopicPath]
    ) -> None:
        """Show what the user chooses from; `paths` are topics to hang everything under."""
        super().__init__()
        self._theme = theme
        self._choosing = choosing
        self._topics = TopicList(theme)
        self.parts = PreviewParts(theme, icons, choosing)
        self._head = BackHead(theme, icons, tr("Cancel"))
        self._head.left.connect(self.left)
        self._title = ""
        self._fate = WrappedLabel(theme, "", FontRole.TEXT, "muted")
        self._cancel = PlainButton(theme, tr("Cancel"), "Esc")
        self._cancel.clicked.connect(self.left)
        self._confirm = ConfirmButton(theme, "", key_text(_CONFIRM))
        self._confirm.clicked.connect(self.confirmed)
        self._confirm.hide()
        self._wishes = WishPanel(theme, paths, choosing.all_wishes)
        self._topics_shown: tuple[TopicCount, ...] = ()
        self._format = self._place = ""
        self._scroll = ScrollPage()
        self._lay_out(theme)
        self._connect()

    def begin(self, name: str, format_name: str, place: str) -> None:
        """Show all of it: what it is called, its format, which one of several it is."""
        preview = self._choosing.preview
        self._title = tr("Import “{name}”").format(name=name)
        self._format, self._place = format_name, place
        self.setAccessibleName(self._title)
        self._say_about()
        self._show_topics()
        clashes = bool(preview.plan.clashing)
        self._wishes.offer(
            progress=preview.has_progress, marks=self._choosing.has_marks, clashes=clashes
        )
        self.parts.begin()
        self.refresh()
        self._main_button().setFocus(Qt.FocusReason.OtherFocusReason)
        announce(self, f"{self._title}. {self._fate.text()}")

    def refresh(self) -> None:
        """Say anew what would become of the file: ticks, wishes or its content have changed."""
        choosing = self._choosing
        deed = words.deed_text(
            choosing.added(), choosing.updated(), brings_progress=choosing.brings_progress()
        )
        self._confirm.setText(deed)
        self._confirm.updateGeometry()
        self._confirm.setVisible(bool(deed))
        self._fate.setText(self._fate_text(deed))
        self._cancel.setText(tr("Cancel") if deed else tr("Done"))
        self.setFocusProxy(self._main_button())

    def see_content(self) -> None:
        """Show another content of the same file."""
        preview = self._choosing.preview
        self._wishes.offer_clashes(clashes=bool(preview.plan.clashing))
        if preview.topics != self._topics_shown:
            self._choosing.forget_topics()
            self._show_topics()
            self.parts.show_topics(None)
        self.parts.see_content()
        self._say_about()
        self.refresh()

    def _show_topics(self) -> None:
        topics = self._topics_shown = self._choosing.preview.topics
        self._topics.show_topics(topics)
        self._left.setVisible(len(topics) > 1)

    def _say_about(self) -> None:
        """Say what the file is: its format, what it holds, what became of its lines."""
        about = words.about_text(self._format, self._choosing.preview)
        tally = words.tally_text(self._choosing.bundle.tally)
        self._head.say(self._title, " · ".join(one for one in (about, tally) if one), self._place)

    @property
    def foot_height(self) -> int:
        """Pixels at the lower edge that toasts should leave free."""
        return self._foot.taken_height()

    def _main_button(self) -> QWidget:
        return self._cancel if self._confirm.isHidden() else self._confirm

    def _fate_text(self, deed: str) -> str:
        preview = self._choosing.preview
        plan = preview.plan
        if not deed and (plan.added or plan.changed):
            return tr("Nothing is ticked.")
        if not deed and preview.has_progress:
            return tr("Nothing new: every card is here already. You can still bring its progress.")
        if not deed and not plan.clashing:
            return tr("Nothing new: everything in this file is here already.")
        return words.fate_text(self._choosing.offer)

    def _wish(self, wishes: Wishes) -> None:
        self._choosing.wish(wishes)
        self.wishes_changed.emit()
        self.refresh()

    def _choose_topics(self, guids: Sequence[str] | None) -> None:
        self.parts.show_topics(guids)

    def _tick_topics(self, guids: Sequence[str], ticked: bool) -> None:  # noqa: FBT001 - a slot
        self._choosing.tick_topics(guids, ticked=ticked)
        self.parts.see_ticks()
        self.refresh()

    def _confirm_by_key(self) -> None:
        if not self._confirm.isHidden():
            self.confirmed.emit()

    def _connect(self) -> None:
        self._topics.chosen.connect(self._choose_topics)
        self._topics.ticked.connect(self._tick_topics)
        self.parts.ticked.connect(self.refresh)
        self._wishes.wished.connect(self._wish)
        shortcut = QShortcut(QKeySequence(_CONFIRM), self)
        shortcut.setContext(Qt.ShortcutContext.WidgetWithChildrenShortcut)
        shortcut.activated.connect(self._confirm_by_key)

    def _lay_out(self, theme: Theme) -> None:
        middle = Columns()
        left = self._left = QWidget()
        let_wrap(left)
        column = QVBoxLayout(left)
        column.setContentsMargins(0, 0, 0, 0)
        column.addWidget(self._topics)
        column.addStretch(1)
        middle.add(left, 2)
        middle.add(self.parts, 5)
        self._scroll.column.addWidget(self._head)
        self._scroll.column.addWidget(middle)
        self._scroll.column.addWidget(self._wishes)
        self._scroll.column.addStretch(1)
        self._foot = FootBar(theme, self._cancel, self._confirm, told=self._fate)
        rows = QVBoxLayout(self)
        rows.setContentsMargins(0, 0, 0, 0)
        rows.setSpacing(0)
        rows.addWidget(self._scroll, 1)
        rows.addWidget(self._foot)
