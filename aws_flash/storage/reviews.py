"""The reviews table, with the sums by day that follow it."""

from __future__ import annotations

import json
from collections.abc import Collection, Iterable, Sequence
from dataclasses import fields
from functools import cache, lru_cache
from operator import add, attrgetter, sub
from typing import Any

from sqlalchemy import Select, Update, bindparam, delete, exists, func, literal, select, update
from sqlalchemy.dialects.sqlite import Insert, insert

from aws_flash.domain.card import Standing
from aws_flash.domain.pace import Timing
from aws_flash.domain.review import ANSWERS, DaySum, Rating, Review, ReviewKind, counts_of
from aws_flash.storage.keeper import NAMED, Keeper, Row, among, chunks, one_of
from aws_flash.storage.schema import cards, day_sums, reviews
from aws_flash.storage.sifted import Sifted

_NOTHING = (0,) * 6
_COUNTED = ~reviews.c.undone & reviews.c.kind.in_(sorted(kind.value for kind in ANSWERS))

# As astuple, which copies deeply and takes twenty times as long.
_VALUES = attrgetter(*(field.name for field in fields(DaySum)))

# By what rows hold: quicker than to ask the enumeration. What is in neither, it refuses.
_KINDS = {kind.value: kind for kind in ReviewKind}
_RATINGS = {rating.value: rating for rating in Rating}
# A million rows know a few thousand standings, since each is named by two rows.
_standing = lru_cache(10_000)(Standing)


class Reviews(Keeper[int, Review]):
    """Reviews by id. Removing one marks it undone: a row is never erased."""

    name = "reviews"
    table = reviews
    key = reviews.c.id

    def of_card(self, card_id: int) -> list[Review]:
        """Return the history of a card, oldest first, undone rows too."""
        statement = self._select().where(reviews.c.card_id == card_id)
        rows = self._connection.execute(statement.order_by(reviews.c.at, reviews.c.id))
        return [self._value(row) for row in rows]

    def of_cards(self, card_ids: Iterable[int]) -> list[Review]:
        """Return the histories of cards, undone rows too, in no order."""
        found: list[Review] = []
        for some in chunks(card_ids):
            rows = self._connection.execute(self._select().where(among(reviews.c.card_id, some)))
            found.extend(map(self._value, rows.all()))
        return found

    def by_card(self) -> Sifted[int, Review]:
        """Go through all reviews card by card, oldest first within each."""
        return self.sift(reviews.c.card_id, reviews.c.at, reviews.c.id)

    def last_answer(self, day: int) -> Review | None:
        """Return the newest answer of a day that was not taken back."""
        standing = (reviews.c.day == day) & _COUNTED
        newest = self._select().where(standing).order_by(reviews.c.at.desc(), reviews.c.id.desc())
        row = self._connection.execute(newest.limit(1)).first()
        return None if row is None else self._value(row)

    def last_answer_to(self, card_id: int) -> Review | None:
        """Return the newest answer to a card that was not taken back."""
        standing = (reviews.c.card_id == card_id) & _COUNTED
        newest = self._select().where(standing).order_by(reviews.c.at.desc(), reviews.c.id.desc())
        row = self._connection.execute(newest.limit(1)).first()
        return None if row is None else self._value(row)

    def last_moment(self, card_id: int) -> int | None:
        """Return the time of a card's newest row, undone or not, in UTC milliseconds."""
        return self._connection.scalar(_last_moment(), {"card": card_id})

    def last_moments(self, card_ids: Collection[int]) -> dict[int, int]:
        """Return the time of the newest row of each card that has any, as `last_moment` does."""
        newest = select(reviews.c.card_id, func.max(reviews.c.at))
        newest = newest.where(among(reviews.c.card_id, card_ids)).group_by(reviews.c.card_id)
        rows = self._connection.execute(newest)
        return {card_id: at for card_id, at in rows}  # noqa: C416  # typed as pairs only here

    def answered_on(self, day: int) -> list[tuple[int, int]]:
        """Return the card and the note of each card answered on a day."""
        statement = (
            select(cards.c.id, cards.c.note_id)
            .join(reviews, reviews.c.card_id == cards.c.id)
            .where(reviews.c.day == day, _COUNTED)
            .distinct()
        )
        return [(card_id, note_id) for card_id, note_id in self._connection.execute(statement)]

    def timings(self, answers: int) -> list[Timing]:
        """Return the sums of the latest answers, by kind, rating and first look."""
        latest = (
            select(reviews.c.kind, reviews.c.rating, reviews.c.box_before, reviews.c.took)
            .where(_COUNTED)
            .order_by(reviews.c.day.desc(), reviews.c.at.desc())
            .limit(answers)
            .subquery()
        )
        first_look = latest.c.box_before == 0
        rows = self._connection.execute(
            select(
                latest.c.kind, latest.c.rating, first_look, func.count(), func.sum(latest.c.took)
            ).group_by(latest.c.kind, latest.c.rating, first_look)
        )
        return [
            Timing(ReviewKind(kind), Rating(rating), bool(first), number, took)
            for kind, rating, first, number, took in rows
        ]

    def last_day(self) -> int | None:
        """Return the latest day on which anything was answered."""
        return self._connection.scalar(
            select(func.max(day_sums.c.day)).where(day_sums.c.answers > 0)
        )

    def sums(self, first: int, last: int) -> list[DaySum]:
        """Return the sums of the days `first` to `last`, topic by topic."""
        statement = select(day_sums).where(day_sums.c.day.between(first, last))
        rows = self._connection.execute(statement.order_by(day_sums.c.day, day_sums.c.topic_id))
        return [DaySum(*row) for row in rows]

    def answers_by_day(
        self, first: int, last: int, topic_ids: Collection[int] | None = None
    ) -> dict[int, int]:
        """Return how many answers each of these days has, of some topics or of all; 0 left out."""
        statement = select(day_sums.c.day, func.sum(day_sums.c.answers))
        statement = statement.where(day_sums.c.day.between(first, last), day_sums.c.answers > 0)
        if topic_ids is not None:
            statement = statement.where(among(day_sums.c.topic_id, topic_ids))
        rows = self._connection.execute(statement.group_by(day_sums.c.day))
        return {day: answers for day, answers in rows}  # noqa: C416  # typed as pairs only here

    def days_in_row(self, last: int, topic_ids: Collection[int] | None = None) -> int:
        """Return how many days in a row have an answer, counted back from `last`.

        Goes from day to day, so that it costs as much as the row is long, not as the history is.
        """
        row = select(literal(last).label("day")).cte("row", recursive=True)
        answered = (day_sums.c.day == row.c.day) & (day_sums.c.answers > 0)
        if topic_ids is not None:
            answered &= among(day_sums.c.topic_id, topic_ids)
        row = row.union_all(select(row.c.day - 1).where(exists().where(answered)))
        return (self._connection.scalar(select(func.count()).select_from(row)) or 1) - 1

    def sums_by_topic(self, first: int, last: int) -> list[DaySum]:
        """Return one sum a topic over all days from `first` to `last`, dated `last`."""
        numbers = [func.sum(column) for column in day_sums.c if not column.primary_key]
        statement = select(day_sums.c.topic_id, *numbers).group_by(day_sums.c.topic_id)
        within = day_sums.c.day.between(first, last)
        return [DaySum(last, *row) for row in self._connection.execute(statement.where(within))]

    def write_sums(self, sums: Iterable[DaySum]) -> None:
        """Replace all sums (doctor rebuilds them from the rows)."""
        self._connection.execute(delete(day_sums))
        rows = [dict(zip(day_sums.c.keys(), _VALUES(one), strict=True)) for one in sums]
        if rows:
            self._connection.execute(insert(day_sums), rows)

    def _remove(self, olds: dict[int, Review]) -> None:
        self._connection.execute(_marking(), {NAMED: json.dumps(list(olds))})

    def _stored(self, olds: dict[int, Review], fresh: dict[int, Review]) -> None:
        self._shift_sums(olds.values(), fresh.values())

    def _removed(self, olds: dict[int, Review]) -> None:
        self._shift_sums(olds.values(), ())

    def _shift_sums(self, gone: Iterable[Review], come: Iterable[Review]) -> None:
        """Take the old rows out of the sums of their days and add the new ones."""
        shifts: dict[tuple[int, int], list[int]] = {}
        for change, rows in ((sub, gone), (add, come)):
            for review in rows:
                counts = counts_of(review)
                key = review.day, review.topic_id
                shifts[key] = [*map(change, shifts.get(key, _NOTHING), counts)]
        self._add_to_sums([DaySum(*key, *shift) for key, shift in shifts.items() if any(shift)])

    def _add_to_sums(self, shifts: list[DaySum]) -> None:
        if not shifts:
            return
        rows = [dict(zip(day_sums.c.keys(), _VALUES(shift), strict=True)) for shift in shifts]
        self._connection.execute(_addition(), rows)

    def _key_of(self, value: Review) -> int:
        return value.id

    def _row(self, value: Review) -> Row:
        return (
            value.id,
            value.card_id,
            value.topic_id,
            value.at,
            value.day,
            value.kind.value,
            None if value.rating is None else value.rating.value,
            *_standing_row(value.before),
            *_standing_row(value.after),
            value.took,
            value.undone,
        )

    def _value(self, row: Sequence[Any]) -> Review:
        review_id, card_id, topic_id, at, day, kind, rating, *standings, took, undone = row
        return Review(
            review_id,
            card_id,
            topic_id,
            at,
            day,
            kind=_KINDS.get(kind) or ReviewKind(kind),
            rating=None if rating is None else _RATINGS.get(rating) or Rating(rating),
            before=_standing(*standings[:5]),
            after=_standing(*standings[5:]),
            took=took,
            undone=undone,
        )


def _standing_row(standing: Standing) -> Row:
    return standing.box, standing.rest, standing.due, standing.lapses, standing.streak


# Statements of every answer are made once.


@cache
def _last_moment() -> Select[int | None]:
    return select(func.max(reviews.c.at)).where(reviews.c.card_id == bindparam("card"))


@cache
def _marking() -> Update:
    """Return the statement that marks rows as undone."""
    return update(reviews).where(one_of(reviews.c.id, bindparam(NAMED))).values(undone=True)


@cache
def _addition() -> Insert:
    """Return the statement that adds to the sums of a day."""
    statement = insert(day_sums)
    numbers = [c for c in day_sums.c if not c.primary_key]
    added = {c.name: c + statement.excluded[c.name] for c in numbers}
    return statement.on_conflict_do_update(("day", "topic_id"), set_=added)
