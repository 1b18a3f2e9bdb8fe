"""The page for facts that a new edition changed: each once, old and new side by side."""

from __future__ import annotations

from functools import partial

from PySide6.QtCore import Qt, Signal, SignalInstance
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QVBoxLayout, QWidget

from aws_flash.domain.word_changes import word_changes
from aws_flash.ui.actions import ACTIONS, key_text
from aws_flash.ui.card.pictures import Pictures
from aws_flash.ui.card.source_line import SourceLine
from aws_flash.ui.card.version_panel import GONE, NEW, OTHER, VersionPanel
from aws_flash.ui.facts import words
from aws_flash.ui.facts.values import ShownChange
from aws_flash.ui.facts.words import tr
from aws_flash.ui.icons import Icons
from aws_flash.ui.theme.fonts import FontRole
from aws_flash.ui.theme.theme import Theme
from aws_flash.ui.widgets.announce import announce
from aws_flash.ui.widgets.back_head import BackHead
from aws_flash.ui.widgets.buttons import ConfirmButton, PlainButton
from aws_flash.ui.widgets.columns import Columns
from aws_flash.ui.widgets.foot_bar import FootBar
from aws_flash.ui.widgets.leavable_page import LeavablePage
from aws_flash.ui.widgets.plain_label import WrappedLabel
from aws_flash.ui.widgets.scroll_page import ScrollPage


class ChangePage(LeavablePage):
    """Shows one change and says what the user wants; signals carry the note's id."""

    seen = Signal(object)
    mine_kept = Signal(object)
    theirs_taken = Signal(object)
    link_clicked = Signal(str)

    def __init__(
        self, theme: Theme, icons: Icons, pictures: Pictures, parent: QWidget | None = None
    ) -> None:
        """Build the page; `show_change` fills it."""
        super().__init__(parent)
        self._change: ShownChange | None = None
        self._head = BackHead(theme, icons, tr("Today"), ACTIONS["leave"].label)
        self._head.left.connect(self.left)
        self._before = VersionPanel(theme, pictures)
        self._after = VersionPanel(theme, pictures)
        self._source = SourceLine(theme, icons, pictures)
        self._source.link_clicked.connect(self.link_clicked)
        self._progress = WrappedLabel(theme, "", FontRole.TEXT, "muted")
        self._got_it = ConfirmButton(theme, tr("Got it"), key_text("Return"))
        self._keep = PlainButton(theme, tr("Keep mine"))
        self._take = PlainButton(theme, tr("Take the new text"))
        for button, signal in (
            (self._got_it, self.seen),
            (self._keep, self.mine_kept),
            (self._take, self.theirs_taken),
        ):
            button.clicked.connect(partial(self._answer, signal))
        self._scroll = ScrollPage()
        self._lay_out(theme)

    def show_change(self, change: ShownChange) -> None:
        """Show another change, and have it announced."""
        self._change = change
        clash = change.is_clash
        title = tr("You and AWS changed this card") if clash else tr("This AWS fact changed")
        place = words.place_text(change.position, change.total)
        self._head.say(title, _where(change), place)
        self.setAccessibleName(title)
        self._before.set_title(tr("Your text") if clash else tr("Before"))
        self._after.set_title(tr("The new text") if clash else tr("Now"))
        self._show_texts(change)
        self._source.setVisible(self._source.show_provenance(change.provenance))
        self._progress.setText(_progress_text(change))
        self._got_it.setVisible(not clash)
        for button in (self._keep, self._take):
            button.setVisible(clash)
        first = self._keep if clash else self._got_it
        self.setFocusProxy(first)
        first.setFocus(Qt.FocusReason.OtherFocusReason)
        self._scroll.verticalScrollBar().setValue(0)
        announce(self, f"{title}. {_spoken(change)}")

    @property
    def foot_height(self) -> int:
        """Pixels at the lower edge that toasts should leave free."""
        return self._foot.taken_height()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Enter is Got it, wherever the focus is."""
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter) and self._takes_enter(event):
            self._answer(self.seen)
        else:
            super().keyPressEvent(event)

    def _takes_enter(self, event: QKeyEvent) -> bool:
        return self._got_it.isVisible() and not event.isAutoRepeat()

    def _answer(self, signal: SignalInstance) -> None:
        if self._change is not None:
            signal.emit(self._change.note_id)

    def _show_texts(self, change: ShownChange) -> None:
        compared = [(one.label, *word_changes(one.before, one.after)) for one in change.passages]
        marks = (OTHER, OTHER) if change.is_clash else (GONE, NEW)
        self._before.show_texts([(label, old) for label, old, _ in compared], marks[0])
        self._after.show_texts([(label, new) for label, _, new in compared], marks[1])

    def _lay_out(self, theme: Theme) -> None:
        versions = Columns()
        versions.add(self._before)
        versions.add(self._after)
        for part in (self._head, versions, self._source, self._progress):
            self._scroll.column.addWidget(part)
        self._scroll.column.addStretch(1)
        self._foot = FootBar(theme, self._got_it, self._keep, self._take)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(self._scroll, 1)
        column.addWidget(self._foot)


def _where(change: ShownChange) -> str:
    on_day = tr("changed on {day}").format(day=change.changed_on)
    return f"{change.path} · {on_day}" if change.path else on_day


def _progress_text(change: ShownChange) -> str:
    if change.is_clash:
        return tr(
            "You edited this card, so it stays as you wrote it until you choose. Your progress is "
            "kept either way; with the new text the card is due within a week."
        )
    if change.is_seen:
        return tr("Your progress is kept. The card is due within a week.")
    return tr("You have not met this card yet; it will come with the new text.")


def _spoken(change: ShownChange) -> str:
    said = (
        tr("{label}, before: {before}. Now: {after}.").format(**one._asdict())
        for one in change.passages
        if one.before != one.after
    )
    return " ".join(said)
