"""Two sides measured by turns, so that a busy machine slows both."""

from __future__ import annotations

from collections.abc import Callable
from typing import TypeVar

A = TypeVar("A")
B = TypeVar("B")


def by_turns(
    rounds: int, ours: Callable[[], A], theirs: Callable[[], B]
) -> tuple[list[A], list[B]]:
    """Return what both sides told; who begins a round comes second in the next."""
    our_turns: list[A] = []
    their_turns: list[B] = []
    for number in range(rounds):
        if number % 2:
            our_turns.append(ours())
        their_turns.append(theirs())
        if not number % 2:
            our_turns.append(ours())
    return our_turns, their_turns
