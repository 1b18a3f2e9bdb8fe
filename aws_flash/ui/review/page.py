"""The review page: a card in the middle, how far the session is above it, ratings below."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QFocusEvent, QKeyEvent
from PySide6.QtWidgets import QStackedLayout, QVBoxLayout, QWidget

from aws_flash.domain.review import Rating
from aws_flash.ui.card.pictures import Pictures
from aws_flash.ui.editor.card_editor import CardEditor
from aws_flash.ui.editor.topic_paths import below_root
from aws_flash.ui.icons import Icons
from aws_flash.ui.review.asking_view import AskingView
from aws_flash.ui.review.ending import Ending
from aws_flash.ui.review.keys import ENTER, HeldKey, action_of, key_name, option_of
from aws_flash.ui.review.top_bar import TopBar
from aws_flash.ui.review.words import tr
from aws_flash.ui.theme.theme import Theme
from aws_flash.ui.widgets.announce import announce
from aws_flash.ui.widgets.progress_line import ProgressLine

if TYPE_CHECKING:
    from aws_flash.application.asking import Asked
    from aws_flash.application.study import Turn
    from aws_flash.domain.kind import Family
    from aws_flash.domain.note import Note
    from aws_flash.ui.review.ending_words import EndingText

_SCROLLS = {"Up": -0.2, "Down": 0.2, "PgUp": -0.9, "PgDown": 0.9}


class ReviewPage(QWidget):
    """A pure view: shows turns and says what the user wants.

    `question_shown` comes when the question has been painted, `rated` carries a Rating, `wanted`
    the id of an action of the table.
    """

    question_shown = Signal()
    rated = Signal(object)
    wanted = Signal(str)
    link_clicked = Signal(str)

    def __init__(
        self, theme: Theme, icons: Icons, pictures: Pictures, parent: QWidget | None = None
    ) -> None:
        """Build the page, empty; `pictures` is shared by all views of cards."""
        super().__init__(parent)
        self.setAccessibleName(tr("Review"))
        self.setFocusPolicy(Qt.FocusPolicy.ClickFocus)
        self._theme = theme
        self._pictures = pictures
        self._held = HeldKey()
        self._progress = ProgressLine(theme, tr("Progress of the session"))
        self._top = TopBar(theme, icons)
        self._asking = AskingView(theme, icons, pictures)
        self._ending = Ending(theme)
        self._lay_out()
        self._connect()

    def show_turn(self, turn: Turn) -> None:
        """Ask the turn's card, which there must be."""
        if turn.asked is not None:
            self._show_place(turn, turn.asked)
            self._asking.ask(turn.asked, _seed(turn, turn.asked))

    def show_again(self, turn: Turn) -> None:
        """Show the card on screen with its text as it is now; an answer that shows goes on to."""
        if turn.asked is None:
            return
        if not self._asking.is_revealed:
            self.show_turn(turn)
            return
        self._show_place(turn, turn.asked)
        self._asking.ask_again(turn.asked, _seed(turn, turn.asked))

    def update_turn(self, turn: Turn) -> None:
        """Take over what changed beside the card's text; it stays as it is on screen."""
        if turn.asked is not None:
            self._show_marks(turn.asked)
            self._asking.update_asked(turn.asked)

    def show_flag(self, turn: Turn) -> None:
        """Take over a flag that was set or taken away, and have that announced."""
        self.update_turn(turn)
        if turn.asked is not None:
            announce(self, tr("Flagged") if turn.asked.card.flag else tr("Flag taken away"))

    def show_ending(self, ending: EndingText) -> None:
        """Say what the session was."""
        self._asking.clear()
        self._progress.set_progress(1, 1)
        self._top.show_nothing()
        self._ending.show_text(ending)
        self._body.setCurrentWidget(self._ending)
        self._ending.take_focus()

    def open_editor(self, note: Note, family: Family) -> CardEditor:
        """Lay a small editor over the page; it goes when it is closed."""
        editor = CardEditor(self._theme, self._pictures, self.window(), note, family)
        editor.closed.connect(editor.deleteLater)
        editor.open()
        return editor

    @property
    def foot_height(self) -> int:
        """Pixels at the lower edge where the answer buttons are, which toasts should leave free."""
        return self._asking.foot_height

    def clear(self) -> None:
        """Show no card, and be silent."""
        self._asking.clear()

    def hold(self) -> None:
        """Take no answer until something is shown, or `release`: one is being recorded."""
        self._asking.hold()

    def release(self) -> None:
        """Take answers again for what is on screen."""
        self._asking.release()

    @property
    def is_ready(self) -> bool:
        """Whether a card is shown, has been painted, and takes answers."""
        return self._asking.is_ready

    def focusInEvent(self, event: QFocusEvent) -> None:
        """Hand the focus on to where the card wants it, unless the page itself was clicked."""
        super().focusInEvent(event)
        if event.reason() is Qt.FocusReason.MouseFocusReason:
            return
        if self._is_over():
            self._ending.take_focus()
        else:
            self._asking.take_focus()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Do what the table of actions says; a key held down counts once."""
        key = key_name(event)
        action = action_of(key)
        if self._scrolls(key) or self._held.repeats(event) or self._picks(key):
            return
        if key == ENTER:
            self._enter()
        elif action is not None:
            self._do(action.id)
        else:
            super().keyPressEvent(event)

    def keyReleaseEvent(self, event: QKeyEvent) -> None:
        """Remember it: a press of the same moment is no new one."""
        super().keyReleaseEvent(event)
        self._held.note_release(event)

    def _scrolls(self, key: str) -> bool:
        pages = _SCROLLS.get(key)
        if pages is not None:
            (self._ending if self._is_over() else self._asking).scroll_by(pages)
        return pages is not None

    def _picks(self, key: str) -> bool:
        """Until a choice is submitted, letters and digits pick and do nothing else."""
        row = option_of(key)
        if row is None or not self._asking.takes_picks:
            return False
        self._asking.pick(row)
        return True

    def _enter(self) -> None:
        if self._is_over():
            self.wanted.emit("leave")
        else:
            self._asking.submit_or_rate()

    def _space(self) -> None:
        if self._is_over():
            self.wanted.emit("leave")
        else:
            self._asking.show_or_rate()

    def _do(self, action_id: str) -> None:
        deeds: dict[str, Callable[[], None]] = {
            "show": self._space,
            "missed": partial(self._asking.rate, Rating.MISSED),
            "knew": partial(self._asking.rate, Rating.KNEW),
            "replay": self._asking.replay,
        }
        deeds.get(action_id, partial(self.wanted.emit, action_id))()

    def _is_over(self) -> bool:
        return self._body.currentWidget() is self._ending

    def _show_place(self, turn: Turn, asked: Asked) -> None:
        session = turn.session
        self._progress.set_progress(session.position, session.total)
        self._top.show_place(below_root(asked.path), session.position, session.total)
        self._show_marks(asked)
        self._body.setCurrentWidget(self._asking)

    def _show_marks(self, asked: Asked) -> None:
        sounds = asked.face.question.sounds or asked.face.answer.sounds
        self._top.show_flag(flagged=bool(asked.card.flag))
        self._top.show_sound(has_sound=bool(sounds))

    def _lay_out(self) -> None:
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(self._progress)
        column.addWidget(self._top)
        self._body = QStackedLayout()
        column.addLayout(self._body, 1)  # before it is filled: else its pages open as windows
        self._body.addWidget(self._asking)
        self._body.addWidget(self._ending)

    def _connect(self) -> None:
        self._asking.question_shown.connect(self.question_shown)
        self._asking.rated.connect(self.rated)
        self._asking.link_clicked.connect(self.link_clicked)
        self._top.pressed.connect(self._do)
        self._ending.wanted.connect(self.wanted)


def _seed(turn: Turn, asked: Asked) -> int:
    """What decides the order of options: another one each time, the same one after an undo."""
    return asked.card.id + turn.session.answers
