"""A whole session in a real window: a screen, a window manager, keys from outside the program."""

from __future__ import annotations

from tests.desktop.desktop import PATIENCE, Desktop

TOPICS = "SELECT count(*) FROM topics"
NOTES = "SELECT count(*) FROM notes"
CARDS = "SELECT count(*) FROM cards"
RENAMED = "SELECT count(*) FROM topics WHERE name = 'Who does what?'"
PLACE = "SELECT position FROM topics WHERE name = 'Who does what?'"


def begin(desktop: Desktop) -> str:
    """Start the program, wait for its first numbers, and return its window."""
    desktop.start()
    window = desktop.window()
    desktop.wait(lambda: desktop.today("new") == 10)
    return window


def test_launch_study_undo_and_go_back(desktop: Desktop) -> None:
    begin(desktop)
    desktop.press("space")
    for key in ("2", "1", "2", "3", "2", "2"):
        desktop.answer(key)
    answered = desktop.answers()
    desktop.press("ctrl+z")
    desktop.wait(lambda: desktop.answers() == answered - 1)
    desktop.press("ctrl+shift+z")
    desktop.wait(lambda: desktop.answers() == answered)
    desktop.press("u")
    desktop.wait(lambda: desktop.answers() == answered - 1)
    desktop.press("Escape")
    desktop.wait(lambda: desktop.today("answered") == answered - 1)
    desktop.press("ctrl+z")
    desktop.wait(lambda: desktop.today("answered") == answered - 2)


def test_write_a_card(desktop: Desktop) -> None:
    begin(desktop)
    notes, cards = desktop.number(NOTES), desktop.number(CARDS)
    desktop.press("ctrl+n")
    desktop.type("Who patches RDS? (1, 2 or @)")
    desktop.press("Tab")
    desktop.type("AWS")
    desktop.press("ctrl+Return")
    desktop.wait(lambda: desktop.today("all_cards") == cards + 1)
    assert desktop.number(NOTES) == notes + 1
    desktop.press("Escape", "ctrl+z")
    desktop.wait(lambda: desktop.number(NOTES) == notes)


def test_change_the_tree_by_keys(desktop: Desktop) -> None:
    begin(desktop)
    topics = desktop.number(TOPICS)
    desktop.press("shift+Tab", "shift+Tab", "shift+Tab", "Down", "F2", "ctrl+a")
    desktop.type("Who does what?")
    desktop.press("Return")
    desktop.wait(lambda: desktop.number(RENAMED) == 1)
    place = desktop.number(PLACE)
    desktop.press("alt+Down")
    desktop.wait(lambda: desktop.number(PLACE) > place)
    desktop.press("Delete")
    desktop.wait(lambda: desktop.number(TOPICS) < topics)
    desktop.press("ctrl+z", "ctrl+z", "ctrl+z")
    desktop.wait(lambda: desktop.number(TOPICS) == topics and desktop.number(RENAMED) == 0)


def test_a_second_start_brings_the_first_window_to_the_front(desktop: Desktop) -> None:
    window = begin(desktop)
    desktop.minimize(window)
    desktop.wait(lambda: not desktop.is_in_front(window))
    assert desktop.start().wait(PATIENCE) == 0
    desktop.wait(lambda: desktop.is_in_front(window))


def test_close_and_come_back(desktop: Desktop) -> None:
    first = desktop.start()
    desktop.window()
    desktop.wait(lambda: desktop.today("new") == 10)
    desktop.press("space")
    desktop.answer("2")
    desktop.press("ctrl+q")
    assert first.wait(PATIENCE) == 0
    again = desktop.start()
    desktop.window()
    desktop.wait(lambda: desktop.today("answered") == 1)
    desktop.press("space")
    desktop.answer("2")
    desktop.press("ctrl+q")
    assert again.wait(PATIENCE) == 0
    assert desktop.answers() == 2
