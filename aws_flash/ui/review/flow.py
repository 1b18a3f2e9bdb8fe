"""The flow of a review: carries what the user wants to the use-cases, and back to the page."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING, Any, TypeVar

from PySide6.QtCore import QObject, Signal

from aws_flash.domain.changes import Action
from aws_flash.domain.errors import Gone
from aws_flash.domain.session import SessionKind
from aws_flash.ui.review.card_editing import CardEditing
from aws_flash.ui.review.ending_words import ending_text
from aws_flash.ui.review.page import ReviewPage
from aws_flash.ui.review.recorder import Recorder
from aws_flash.ui.review.stopwatch import Stopwatch, running_clock
from aws_flash.ui.review.words import tr
from aws_flash.ui.tasks import Tasks
from aws_flash.ui.text import redone_text, step_text, undone_text

if TYPE_CHECKING:
    from aws_flash.application.asking import Asked
    from aws_flash.application.services import Services
    from aws_flash.application.study import Turn
    from aws_flash.domain.changes import Done, Step
    from aws_flash.domain.review import Rating
    from aws_flash.domain.session import Session
    from aws_flash.domain.views import TodayView

_STEPS_OF_SESSION = frozenset({Action.ANSWER, Action.SKIP, Action.SUSPEND})
T = TypeVar("T")


class ReviewFlow(QObject):
    """One session after the other on one page.

    `began` says that the page shows something and can be brought to the front, `left` that the user
    wants back. `changed` carries each Done; `said` a text for a toast, and whether undo takes back
    what it tells. Errors go to `Tasks.failed`; the card stays, so that it can be tried again.
    """

    began = Signal()
    left = Signal()
    changed = Signal(object)
    said = Signal(str, bool)
    keys_wanted = Signal()

    def __init__(
        self,
        page: ReviewPage,
        tasks: Tasks,
        services: Callable[[], Services],
        milliseconds: Callable[[], int] | None = None,
    ) -> None:
        """Work for `page`; `services` is called on the worker, `milliseconds` times answers."""
        super().__init__(page)
        self._page = page
        self._tasks = tasks
        self._recorder = Recorder(page, tasks, services)
        self._watch = Stopwatch(milliseconds or running_clock())
        self._editing = CardEditing(page, self._watch, self._commit, tasks.failed.emit)
        self._turn: Turn | None = None
        self._is_beginning = False
        page.question_shown.connect(self._watch.start)
        page.rated.connect(self._answer)
        page.wanted.connect(self._do)

    @property
    def is_open(self) -> bool:
        """Whether a session is on the page."""
        return self._turn is not None

    def begin(self, topic_id: int | None = None) -> None:
        """Begin the day's session over a topic and all below it, or over everything."""
        self._begin(lambda services: services.study.begin(topic_id))

    def begin_ahead(self, topic_id: int | None = None) -> None:
        """Begin to study ahead: cards that are not due yet."""
        self._begin(lambda services: services.study.begin(topic_id, SessionKind.AHEAD))

    def undo(self) -> None:
        """Take the newest step back, or else the day's last answer; the page follows."""
        if (turn := self._turn) is not None:
            self._commit(lambda services: services.study.undo(turn.session), self._undone)

    def redo(self) -> None:
        """Do the step last taken back again; the page follows."""
        if (turn := self._turn) is not None:
            self._commit(lambda services: services.study.redo(turn.session), self._redone)

    def leave(self) -> None:
        """End the session as far as it is; what was answered is on disk."""
        self._turn = None
        self._page.clear()
        self.left.emit()

    def _begin(self, work: Callable[[Services], Turn]) -> None:
        """Begin once, however often it is asked for until a card shows."""
        if not self._is_beginning:
            self._is_beginning = True
            self._recorder.run_behind(work, self._begun, self._not_begun)

    def _begun(self, turn: Turn) -> None:
        self._is_beginning = False
        self._show(turn, self.began.emit)

    def _not_begun(self, error: Exception) -> None:
        self._is_beginning = False
        self._tasks.failed.emit(error)

    def _do(self, action_id: str) -> None:
        deeds = {
            "take back": self.undo,
            "undo": self.undo,
            "redo": self.redo,
            "edit": self._edit,
            "flag": self._flag,
            "skip": self._skip,
            "suspend": self._suspend,
            "leave": self.leave,
            "keys": self.keys_wanted.emit,
        }
        deeds[action_id]()

    def _answer(self, rating: Rating) -> None:
        turn, took = self._asking(), self._watch.elapsed
        if turn is not None:
            self._commit(
                lambda services: services.study.answer(turn, rating, took),
                lambda done: self._show(done.value),
            )

    def _flag(self) -> None:
        turn = self._asking()
        if turn is not None:
            self._commit(lambda services: services.study.toggle_flag(turn), self._flagged)

    def _skip(self) -> None:
        turn = self._asking()
        if turn is not None:
            self._commit(lambda services: services.study.skip(turn), self._dropped)

    def _suspend(self) -> None:
        turn = self._asking()
        if turn is not None:
            self._commit(lambda services: services.study.suspend(turn), self._dropped)

    def _edit(self) -> None:
        turn = self._asking()
        if turn is not None and not self._recorder.is_waiting:
            self._editing.open(turn, self._edited)

    def _edited(self, done: Done[Turn]) -> None:
        self._follow(done.value, done.step)
        self._tell(done, step_text, undoable=True)

    def _flagged(self, done: Done[Turn]) -> None:
        self._turn = done.value
        self._page.show_flag(done.value)

    def _dropped(self, done: Done[Turn]) -> None:
        self._show(done.value)
        self._tell(done, step_text, undoable=True)

    def _undone(self, done: Done[Turn | None]) -> None:
        if done.value is None:
            self.said.emit(tr("Nothing to undo"), False)
            return
        self._follow(done.value, done.step)
        self._tell(done, undone_text)

    def _redone(self, done: Done[Turn | None]) -> None:
        if done.value is None:
            self.said.emit(tr("Nothing to redo"), False)
            return
        self._follow(done.value, done.step)
        self._tell(done, redone_text)

    def _tell(
        self, done: Done[Any], words: Callable[[Step], str], *, undoable: bool = False
    ) -> None:
        if done.step is not None:
            self.said.emit(words(done.step), undoable)

    def _follow(self, turn: Turn, step: Step | None) -> None:
        """Show a turn after a step of any kind; a card that was not in question stays as it is."""
        before, now = self._asked(), turn.asked
        answered = step is not None and step.action in _STEPS_OF_SESSION
        if answered or before is None or now is None or before.card.id != now.card.id:
            self._show(turn)
            return
        self._turn = turn
        if before.note == now.note:
            self._page.update_turn(turn)
        else:
            self._page.show_again(turn)

    def _show(self, turn: Turn, shown: Callable[[], None] | None = None) -> None:
        self._turn = turn
        if turn.asked is None:
            self._end(turn.session, shown)
            return
        self._page.show_turn(turn)
        if shown is not None:
            shown()

    def _end(self, session: Session, shown: Callable[[], None] | None) -> None:
        def show(after: TodayView | None) -> None:
            self._page.show_ending(ending_text(session, after))
            if shown is not None:
                shown()

        def unknown(error: Exception) -> None:
            show(None)
            self._tasks.failed.emit(error)

        self._recorder.run(lambda services: services.overviews.look().today, show, unknown)

    def _asked(self) -> Asked | None:
        return self._turn.asked if self._turn is not None else None

    def _asking(self) -> Turn | None:
        return self._turn if self._asked() is not None else None

    def _commit(
        self,
        work: Callable[[Services], Done[T]],
        then: Callable[[Done[T]], None],
        otherwise: Callable[[Exception], None] | None = None,
    ) -> None:
        """Run a use-case; its result shows if the session was not left meanwhile."""

        def finished(done: Done[T]) -> None:
            if self.is_open:
                then(done)
            if done.changed:
                self.changed.emit(done)

        self._recorder.run(work, finished, otherwise or self._refused)

    def _refused(self, error: Exception) -> None:
        """Say it; a card that is gone is passed over, any other stays to be tried again."""
        self._tasks.failed.emit(error)
        if isinstance(error, Gone) and self._turn is not None:
            session = self._turn.session
            self._recorder.run(
                lambda services: services.study.show(session), self._show, self._tasks.failed.emit
            )
