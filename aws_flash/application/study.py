"""Study: begin a session, show a card, take its answer, take an answer back."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, replace

from aws_flash.application.asking import Asked, ask
from aws_flash.application.choosing import choose_for
from aws_flash.application.clock import Clock
from aws_flash.application.following import after_redo, after_undo
from aws_flash.application.operations import Operations
from aws_flash.domain import session as sessions
from aws_flash.domain.card import Card
from aws_flash.domain.changes import Action, Changed, Done, Step
from aws_flash.domain.errors import Gone
from aws_flash.domain.ids import IdSource
from aws_flash.domain.leitner import Outcome, moment_after
from aws_flash.domain.review import LONGEST_ANSWER, Rating, Review
from aws_flash.domain.session import Session, SessionKind
from aws_flash.storage.tables import Tables


@dataclass(frozen=True, slots=True)
class Turn:
    """A session and the card it asks; None when the session is over."""

    session: Session
    asked: Asked | None


class Study:
    """What a user does in a session; every method gives the turn that comes next."""

    def __init__(self, operations: Operations, clock: Clock, ids: IdSource) -> None:
        """Work through `operations`; time and ids are passed in."""
        self._operations = operations
        self._clock = clock
        self._ids = ids

    def begin(self, topic_id: int | None = None, kind: SessionKind = SessionKind.ORDINARY) -> Turn:
        """Begin a session over a topic and all below it, or over everything."""

        def body(tables: Tables) -> Turn:
            today = self._today(tables)
            choice = choose_for(tables, today, topic_id, kind)
            return self._turn(tables, sessions.start(choice, kind, topic_id))

        return self._operations.read(body)

    def show(self, session: Session) -> Turn:
        """Show the session's current card as it is now; cards that are gone are passed over."""
        return self._operations.read(lambda tables: self._turn(tables, session))

    def answer(self, turn: Turn, rating: Rating, took: int) -> Done[Turn]:
        """Record an answer given after `took` milliseconds and show the next card.

        Durable when this returns. The outcome is the one that the card was shown with, unless
        another day has begun since: a rest counts from the day of the answer.

        Raises:
            Gone: the card was deleted, or nothing is asked.
        """
        asked = _asked(turn)
        counted = max(0, min(took, LONGEST_ANSWER))

        def body(tables: Tables) -> Turn:
            card = _still_there(tables, asked.card)
            outcome = self._outcome(tables, turn, rating)
            tables.cards.put_all([replace(card, standing=outcome.after)])
            tables.reviews.put_all([self._review(tables, card, outcome, counted)])
            self._end_catching_up(tables)
            return self._turn(tables, sessions.answered(turn.session, outcome, counted))

        return self._operations.run(Step(Action.ANSWER, card_id=asked.card.id), body)

    def skip(self, turn: Turn) -> Done[Turn]:
        """Put the card off until tomorrow."""

        def change(tables: Tables, card: Card) -> Card:
            return replace(card, skipped_until=self._today(tables) + 1)

        return self._drop(turn, Action.SKIP, change)

    def suspend(self, turn: Turn) -> Done[Turn]:
        """Take the card out of study until the user wants it back."""
        return self._drop(turn, Action.SUSPEND, lambda _, card: replace(card, suspended=True))

    def toggle_flag(self, turn: Turn) -> Done[Turn]:
        """Flag the card, or take its flag away."""
        asked = _asked(turn)

        def body(tables: Tables) -> Turn:
            card = _still_there(tables, asked.card)
            tables.cards.put_all([replace(card, flag=0 if card.flag else 1)])
            return self._turn(tables, turn.session)

        return self._operations.run(Step(Action.FLAG, card_id=asked.card.id), body)

    def undo(self, session: Session) -> Done[Turn | None]:
        """Take the newest step back, or else the day's last answer; None when there is neither.

        The session follows: an answer taken back is asked again.
        """
        done = self._operations.undo()
        step = done.value
        if step is None:
            return self._take_back(session)
        back = after_undo(session, step)
        return Done(self.show(back), done.changed, step)

    def redo(self, session: Session) -> Done[Turn | None]:
        """Do the step last taken back again; None when there is none."""
        done = self._operations.redo()
        step = done.value
        if step is None:
            return Done(None, done.changed)

        def body(tables: Tables) -> Turn:
            return self._turn(tables, after_redo(tables, session, step))

        return Done(self._operations.read(body), done.changed, step)

    def _take_back(self, session: Session) -> Done[Turn | None]:
        """Take back the last answer of the day, given before the program was started."""

        def newest(tables: Tables) -> Review | None:
            return tables.reviews.last_answer(self._today(tables))

        review = self._operations.read(newest)
        if review is None:
            return Done(None, Changed.NOTHING)
        taken_back = review

        def body(tables: Tables) -> Turn:
            tables.reviews.remove_all([taken_back.id])
            for card in tables.cards.get_all([taken_back.card_id]).values():
                tables.cards.put_all([replace(card, standing=taken_back.before)])
            return self._turn(tables, sessions.put_back(session, taken_back.card_id))

        step = Step(Action.ANSWER, card_id=taken_back.card_id)
        return self._operations.run_as_undo(step, body)

    def _drop(
        self, turn: Turn, action: Action, change: Callable[[Tables, Card], Card]
    ) -> Done[Turn]:
        asked = _asked(turn)

        def body(tables: Tables) -> Turn:
            card = _still_there(tables, asked.card)
            tables.cards.put_all([change(tables, card)])
            return self._turn(tables, sessions.dropped(turn.session, [card.id]))

        return self._operations.run(Step(action, card_id=asked.card.id), body)

    def _turn(self, tables: Tables, session: Session) -> Turn:
        """Return the turn of a session, without cards that are gone or were set aside."""
        today = self._today(tables)
        while (card_id := sessions.current(session)) is not None:
            card = tables.cards.get_all([card_id]).get(card_id)
            if card is not None and card.is_shown(today):
                return Turn(session, ask(tables, card, session, today))
            session = sessions.without(session, [card_id])
        return Turn(session, None)

    def _outcome(self, tables: Tables, turn: Turn, rating: Rating) -> Outcome:
        asked, today = _asked(turn), self._today(tables)
        if today != asked.today:
            asked = ask(tables, asked.card, turn.session, today)
        return asked.if_knew if rating is Rating.KNEW else asked.if_missed

    def _today(self, tables: Tables) -> int:
        return self._clock.today(tables.settings.read())

    def _end_catching_up(self, tables: Tables) -> None:
        """Let new cards come again once nothing is left of what had piled up."""
        settings = tables.settings.read()
        if settings.catch_up_minutes is None:
            return
        today = self._clock.today(settings)
        asked = {note_id for _, note_id in tables.reviews.answered_on(today)}
        if not tables.counts.is_any_due(today, besides=asked):
            tables.settings.write(replace(settings, catch_up_minutes=None))

    def _review(self, tables: Tables, card: Card, outcome: Outcome, took: int) -> Review:
        return Review(
            id=self._ids.new_id(),
            card_id=card.id,
            topic_id=card.topic_id,
            at=moment_after(self._clock.now(), tables.reviews.last_moment(card.id)),
            day=self._today(tables),
            kind=outcome.kind,
            rating=outcome.rating,
            before=outcome.before,
            after=outcome.after,
            took=took,
        )


def _asked(turn: Turn) -> Asked:
    if turn.asked is None:
        raise Gone("card")
    return turn.asked


def _still_there(tables: Tables, asked: Card) -> Card:
    """Return the card as stored now; its content may have moved, its standing may not."""
    card = tables.cards.get_all([asked.id]).get(asked.id)
    if card is None or card.standing != asked.standing:
        raise Gone("card")
    return card
