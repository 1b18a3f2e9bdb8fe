"""Following: where a session stands after one of its steps was taken back or done again."""

from __future__ import annotations

from aws_flash.domain import session as sessions
from aws_flash.domain.changes import Action, Step
from aws_flash.domain.leitner import Outcome
from aws_flash.domain.review import Rating, Review, ReviewKind
from aws_flash.domain.session import Session
from aws_flash.storage.tables import Tables

_STEPS_OF_SESSION = frozenset({Action.ANSWER, Action.SKIP, Action.SUSPEND})


def after_undo(session: Session, step: Step) -> Session:
    """Return the session after a step was taken back: its card is asked again, also a strange one.

    Steps that leave the line of cards as it is leave the session so too.
    """
    if step.action not in _STEPS_OF_SESSION or step.card_id is None:
        return session
    earlier = session.previous
    if earlier is not None and sessions.current(earlier) == step.card_id:
        return sessions.stepped_back(session)
    return sessions.put_back(session, step.card_id)


def after_redo(tables: Tables, session: Session, step: Step) -> Session:
    """Return the session after a step was done again: past its card, if that is the one asked."""
    card_id = step.card_id
    if step.action not in _STEPS_OF_SESSION or card_id is None:
        return session
    if sessions.current(session) != card_id:
        return session
    review = tables.reviews.last_answer_to(card_id) if step.action is Action.ANSWER else None
    is_repeat = sessions.is_repeat(session)
    # A repeat of an earlier session is none of this one, which asked the card for the first time.
    if review is None or is_repeat != (review.kind is ReviewKind.RELEARN):
        return sessions.dropped(session, [card_id])
    return sessions.answered(session, _outcome_of(review), review.took)


def _outcome_of(answer: Review) -> Outcome:
    rating = Rating.MISSED if answer.rating is Rating.MISSED else Rating.KNEW
    returns = rating is Rating.MISSED and answer.kind is not ReviewKind.RELEARN
    return Outcome(rating, answer.kind, answer.before, answer.after, returns)
