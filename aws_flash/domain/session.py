"""A session: what waits, what comes back, what was done; each step gives a new session."""

from __future__ import annotations

from collections.abc import Collection
from dataclasses import dataclass, field, replace
from enum import StrEnum

from aws_flash.domain.leitner import Outcome
from aws_flash.domain.queue import Choice
from aws_flash.domain.review import Rating, ReviewKind

OTHERS_BETWEEN = 5


class SessionKind(StrEnum):
    """Why the cards were chosen: the day's work, or studying ahead of it."""

    ORDINARY = "ordinary"
    AHEAD = "ahead"


@dataclass(frozen=True, slots=True)
class Repeat:
    """A missed card that returns once the session counts `ready` answers, or at the end."""

    card_id: int
    ready: int


@dataclass(frozen=True, slots=True)
class Tally:
    """What was done so far: cards known, missed and climbed, repeats, and milliseconds."""

    knew: int = 0
    missed: int = 0
    climbed: int = 0
    repeats: int = 0
    took: int = 0


@dataclass(frozen=True, slots=True)
class Session:
    """A session under way.

    `cards[place:]` wait for their first answer; `repeats` come back, the first one first.
    `previous` is the session before its last step. `topic_id` is the branch studied, None for all
    topics.
    """

    choice: Choice
    kind: SessionKind
    topic_id: int | None
    cards: tuple[int, ...]
    place: int = 0
    repeats: tuple[Repeat, ...] = ()
    tally: Tally = Tally()
    previous: Session | None = field(default=None, repr=False, compare=False)

    @property
    def answers(self) -> int:
        """Answers given, repeats among them."""
        return self.tally.knew + self.tally.missed + self.tally.repeats

    @property
    def total(self) -> int:
        """Answers given and still to come: 27 in "12 of 27". A missed card adds its repeat."""
        return self.answers + len(self.cards) - self.place + len(self.repeats)

    @property
    def position(self) -> int:
        """Number of the card shown: 12 in "12 of 27"; at the end the total."""
        return min(self.answers + 1, self.total)

    @property
    def remaining(self) -> tuple[int, ...]:
        """Ids of all cards still to be asked: first answers, then repeats."""
        return (*self.cards[self.place :], *(repeat.card_id for repeat in self.repeats))


@dataclass(frozen=True, slots=True)
class Summary:
    """The end of a session. `answers` are cards answered, known or missed; repeats stand apart."""

    answers: int
    knew: int
    missed: int
    climbed: int
    repeats: int
    took: int


def start(
    choice: Choice, kind: SessionKind = SessionKind.ORDINARY, topic_id: int | None = None
) -> Session:
    """Return a session of the cards chosen, with nothing answered yet."""
    return Session(choice, kind, topic_id, choice.cards)


def is_repeat(session: Session) -> bool:
    """Tell whether the card to show was missed in this session and has come back."""
    if not session.repeats:
        return False
    return session.place >= len(session.cards) or session.repeats[0].ready <= session.answers


def current(session: Session) -> int | None:
    """Return the id of the card to show, None when the session is over."""
    if is_repeat(session):
        return session.repeats[0].card_id
    return session.cards[session.place] if session.place < len(session.cards) else None


def answered(session: Session, outcome: Outcome, took: int) -> Session:
    """Return the session after an answer to its current card, given in `took` milliseconds.

    Raises ValueError when there is no card, or when a repeat was graded as a first answer or the
    other way round.
    """
    card_id = current(session)
    repeat = is_repeat(session)
    if card_id is None or repeat != (outcome.kind is ReviewKind.RELEARN):
        msg = "the outcome does not belong to the card that the session shows"
        raise ValueError(msg)
    tally = _counted(session.tally, outcome, took)
    if repeat:
        return replace(session, repeats=session.repeats[1:], tally=tally, previous=session)
    ready = session.answers + 1 + OTHERS_BETWEEN
    back = (Repeat(card_id, ready),) if outcome.returns else ()
    return replace(
        session,
        place=session.place + 1,
        repeats=(*session.repeats, *back),
        tally=tally,
        previous=session,
    )


def dropped(session: Session, card_ids: Collection[int]) -> Session:
    """Return the session without these cards: skipped, suspended or deleted meanwhile.

    Counts as one step to step back from, even if none of the cards was still to come.
    """
    return replace(without(session, card_ids), previous=session)


def without(session: Session, card_ids: Collection[int]) -> Session:
    """Return the session without these cards, for some that are no longer there; not a step."""
    waiting = tuple(card for card in session.cards[session.place :] if card not in card_ids)
    repeats = tuple(repeat for repeat in session.repeats if repeat.card_id not in card_ids)
    return replace(session, cards=(*session.cards[: session.place], *waiting), repeats=repeats)


def put_back(session: Session, card_id: int) -> Session:
    """Return the session with a card first in line, as one not answered yet.

    For an answer taken back that this session did not give. Not a step of its own.
    """
    others = without(session, (card_id,))
    cards = (*others.cards[: others.place], card_id, *others.cards[others.place :])
    later = session.answers + 1
    repeats = tuple(Repeat(one.card_id, max(one.ready, later)) for one in others.repeats)
    return replace(others, cards=cards, repeats=repeats)


def stepped_back(session: Session) -> Session:
    """Return the session as it was before its last answer or drop; the same one at its start."""
    return session if session.previous is None else session.previous


def summary(session: Session) -> Summary:
    """Return what was done in the session so far."""
    tally = session.tally
    return Summary(
        answers=tally.knew + tally.missed,
        knew=tally.knew,
        missed=tally.missed,
        climbed=tally.climbed,
        repeats=tally.repeats,
        took=tally.took,
    )


def _counted(tally: Tally, outcome: Outcome, took: int) -> Tally:
    if outcome.kind is ReviewKind.RELEARN:
        return replace(tally, repeats=tally.repeats + 1, took=tally.took + took)
    knew = outcome.rating is Rating.KNEW
    return replace(
        tally,
        knew=tally.knew + int(knew),
        missed=tally.missed + int(not knew),
        climbed=tally.climbed + int(knew and outcome.after.box > outcome.before.box),
        took=tally.took + took,
    )
