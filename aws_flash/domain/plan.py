"""A plan: the exam one studies for, its day and its topics."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Plan:
    """An exam to be ready for.

    `started_on` and `exam_on` are day numbers; `topics` are ids, empty for the whole tree.
    """

    id: int
    name: str
    started_on: int
    exam_on: int | None = None
    topics: tuple[int, ...] = ()

    def __post_init__(self) -> None:
        """Refuse an exam before the start of the plan."""
        if self.exam_on is not None and self.exam_on < self.started_on:
            msg = "an exam cannot be before the plan begins"
            raise ValueError(msg)
