"""Editing the card on screen: opens the small editor, and stores what it hands out."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial
from typing import TYPE_CHECKING, Any, Protocol

from shiboken6 import isValid

from aws_flash.domain.changes import Done
from aws_flash.domain.errors import UserError
from aws_flash.ui.editor.card_editor import CardEditor
from aws_flash.ui.review.page import ReviewPage
from aws_flash.ui.review.stopwatch import Stopwatch

if TYPE_CHECKING:
    from aws_flash.application.services import Services
    from aws_flash.application.study import Turn


class Commit(Protocol):
    """Runs a use-case and hands on its result or its error."""

    def __call__(
        self,
        work: Callable[[Services], Done[Turn]],
        then: Callable[[Done[Turn]], None],
        otherwise: Callable[[Exception], None],
    ) -> Any:
        """Run `work`."""


class CardEditing:
    """The time for an answer stands still meanwhile."""

    def __init__(
        self,
        page: ReviewPage,
        watch: Stopwatch,
        commit: Commit,
        failed: Callable[[Exception], None],
    ) -> None:
        """Edit over `page`; `failed` is told of bugs, and of errors once the editor is closed."""
        self._page = page
        self._watch = watch
        self._commit = commit
        self._failed = failed

    def open(self, turn: Turn, edited: Callable[[Done[Turn]], None]) -> None:
        """Edit the turn's card; `edited` gets the turn as it is afterwards."""
        if turn.asked is None:
            return
        editor = self._page.open_editor(turn.asked.note, turn.asked.face.family)
        self._watch.pause()
        editor.closed.connect(self._watch.resume)
        editor.saved.connect(partial(self._save, editor, turn, edited))

    def _save(
        self,
        editor: CardEditor,
        turn: Turn,
        edited: Callable[[Done[Turn]], None],
        fields: dict[str, str],
    ) -> None:
        def saved(done: Done[Turn]) -> None:
            if isValid(editor):
                editor.close_sheet()
            edited(done)

        def refused(error: Exception) -> None:
            if isinstance(error, UserError) and isValid(editor):
                editor.show_error(error)
            else:
                self._failed(error)

        self._commit(partial(_edit_and_show, turn=turn, fields=fields), saved, refused)


def _edit_and_show(services: Services, *, turn: Turn, fields: dict[str, str]) -> Done[Turn]:
    note_id = turn.asked.note.id if turn.asked is not None else 0
    done = services.authoring.edit(note_id, fields)
    return Done(services.study.show(turn.session), done.changed, done.step)
