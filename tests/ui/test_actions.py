"""The table of actions holds together."""

from __future__ import annotations

from collections import Counter

import pytest
from PySide6.QtGui import QKeySequence

from aws_flash.resources import resource
from aws_flash.ui.actions import ACTIONS, Action, Place, key_text, of_place


@pytest.mark.parametrize("action", ACTIONS.values(), ids=ACTIONS)
def test_every_action_is_named_and_its_keys_and_icon_exist(action: Action) -> None:
    assert action.label
    assert not action.icon or resource("icons", f"{action.icon}.svg").exists()
    for keys in action.keys:
        assert QKeySequence(keys).toString() == QKeySequence(keys).toString(
            QKeySequence.SequenceFormat.PortableText
        )
        assert QKeySequence(keys).count() == 1


@pytest.mark.parametrize("place", Place)
def test_no_key_means_two_things_in_one_place(place: Place) -> None:
    everywhere = [] if place is Place.EVERYWHERE else of_place(Place.EVERYWHERE)
    keys = Counter(key for action in [*of_place(place), *everywhere] for key in action.keys)
    assert [key for key, times in keys.items() if times > 1] == []


def test_keys_are_shown_as_users_read_them() -> None:
    assert [key_text(key) for key in ("Ctrl+Return", "Escape", "Ctrl++", "@")] == [
        "Ctrl+Enter",
        "Esc",
        "Ctrl++",
        "@",
    ]
