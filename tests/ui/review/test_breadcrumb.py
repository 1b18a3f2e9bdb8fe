"""The path of a card: first names go before the last one is cut."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from aws_flash.ui.review.breadcrumb import Breadcrumb, fitted
from aws_flash.ui.theme.theme import Theme

NAMES = st.lists(st.text("abc ", min_size=1, max_size=12), min_size=1, max_size=6)


@given(names=NAMES, room=st.integers(0, 90))
def test_as_much_of_the_end_as_fits(names: list[str], room: int) -> None:
    shown = fitted(names, lambda text: len(text) <= room)
    assert shown.endswith(names[-1])
    assert len(shown) <= room or shown == names[-1]


def test_a_path_that_fits_is_whole() -> None:
    assert fitted(["A", "B", "C"], lambda _: True) == "A \u203a B \u203a C"


def test_nothing_shows_nothing() -> None:
    assert fitted([], lambda _: False) == ""


def test_a_narrow_one_keeps_the_last_name_and_tells_the_rest(theme: Theme) -> None:
    crumb = Breadcrumb(theme)
    crumb.show_path(["Identity federation", "STS calls"])
    crumb.resize(110, 20)
    assert crumb.shown_text() == "\u2026 \u203a STS calls"
    assert crumb.accessibleName() == "Topic: Identity federation, STS calls"
