"""Shelf lives: how long a checked fact of each sort counts as fresh, and when it wants a recheck.

The days are judgements, so the user may change them:

- price, 90: AWS changes prices and free tiers in any month, without a date known ahead.
- limit, 365: quotas are raised all year round, a given one rarely twice in a year.
- name, 365: services and exams are renamed about once a year, around the yearly conference.
- behaviour, 540: AWS keeps old behaviour for those who rely on it; defaults change over years.
- principle, 1095: what it says holds for longer, but an exam's guide is rewritten about every three
  years, and with it what is worth knowing.
"""

from __future__ import annotations

from dataclasses import asdict, astuple, dataclass
from datetime import date, timedelta
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from aws_flash.domain.provenance import Provenance, Volatility

LONGEST_LIFE = 3650


@dataclass(frozen=True, slots=True)
class ShelfLives:
    """Days from a check until the next is wanted, by the sort of fact; fields are Volatility's."""

    name: int = 365
    limit: int = 365
    price: int = 90
    behaviour: int = 540
    principle: int = 1095

    def __post_init__(self) -> None:
        """Refuse days out of range."""
        if not all(1 <= days <= LONGEST_LIFE for days in astuple(self)):
            msg = "shelf lives of 1 to 3650 days"
            raise ValueError(msg)

    def of(self, volatility: Volatility) -> int:
        """Return the days of one sort of fact."""
        days: int = getattr(self, volatility.value)
        return days

    def oldest_fresh(self, today: date) -> dict[str, date]:
        """Return the earliest day of a check that still counts as fresh, by the sort of fact."""
        return {sort: today - timedelta(days=days) for sort, days in asdict(self).items()}


def is_stale(provenance: Provenance | None, today: date, lives: ShelfLives) -> bool:
    """Tell whether a fact's last check lies further back than its shelf life.

    A fact of no known sort, or that nobody ever checked, has no age and so is never stale.
    """
    if provenance is None or provenance.checked_on is None or provenance.volatility is None:
        return False
    return provenance.checked_on < lives.oldest_fresh(today)[provenance.volatility.value]


def age_in_months(checked_on: date, today: date) -> int:
    """Return how many whole months have passed since a check, 0 for one that lies ahead.

    A month is over on the same day of the next one: from 31 January on 1 March.
    """
    months = 12 * (today.year - checked_on.year) + today.month - checked_on.month
    return max(months - int(today.day < checked_on.day), 0)
