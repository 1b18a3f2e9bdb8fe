"""Editions of decks."""

from __future__ import annotations

import pytest

from aws_flash.domain.deck import Deck


@pytest.mark.parametrize(
    ("newer", "older"),
    [
        ("2026.11.0", "2026.9.3"),
        ("2026.11.1", "2026.11.0"),
        ("2026.11.10", "2026.11.9"),
        ("2027.1", "2026.12.9"),
    ],
)
def test_editions_are_compared_as_numbers(newer: str, older: str) -> None:
    first, second = Deck("a", "Deck", older), Deck("a", "Deck", newer)
    assert second.is_newer_than(first)
    assert not first.is_newer_than(second)
    assert not first.is_newer_than(first)
