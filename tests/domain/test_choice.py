"""Options of a choice, as fields and back."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from aws_flash.domain.choice import Option, option_fields, options_of
from aws_flash.domain.kind import CHOICE, MAX_OPTIONS

options = st.lists(
    st.builds(
        Option,
        text=st.text(min_size=1).filter(str.strip),
        reason=st.text(),
        right=st.booleans(),
        pinned=st.booleans(),
    ),
    max_size=MAX_OPTIONS,
).map(tuple)


@given(options)
def test_options_survive_the_way_into_fields_and_back(given_options: tuple[Option, ...]) -> None:
    assert options_of(option_fields(given_options)) == given_options


def test_the_fields_are_those_of_the_kind_in_its_order() -> None:
    names = [name for name, _ in option_fields([Option("a")])]
    assert ["Question", *names, "Explanation"] == list(CHOICE.fields)


def test_an_option_emptied_by_an_edit_is_gone_and_the_others_stay_right() -> None:
    fields = dict(option_fields([Option("a"), Option("b"), Option("c", right=True)]))
    fields["Option 2"] = "  "
    assert options_of(fields.items()) == (Option("a"), Option("c", right=True))


@pytest.mark.parametrize("written", ["1 3", "1,3", "1&nbsp;3", "3; 1.", "<b>1</b> 3"])
def test_right_options_are_found_however_their_numbers_stand(written: str) -> None:
    fields = {"Option 1": "a", "Option 2": "b", "Option 3": "c", "Right": written}
    assert [option.right for option in options_of(fields.items())] == [True, False, True]


def test_more_options_than_fields_are_refused() -> None:
    with pytest.raises(ValueError, match="at most"):
        option_fields([Option("a")] * (MAX_OPTIONS + 1))
