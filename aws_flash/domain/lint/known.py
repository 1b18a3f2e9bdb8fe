"""What the linter is told of the world: the day, shelf lives, exams, ids."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date

from aws_flash.domain.shelf_life import ShelfLives


@dataclass(frozen=True, slots=True)
class Known:
    """`domains` are the domain codes of each exam by its code; other exams are not judged.

    `exam` is the exam of notes that name none; with no `statements` their ids are not judged.
    """

    today: date
    lives: ShelfLives = field(default_factory=ShelfLives)
    domains: Mapping[str, frozenset[str]] = field(default_factory=dict)
    exam: str = ""
    statements: frozenset[str] = frozenset()
