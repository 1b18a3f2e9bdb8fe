"""Settings: what is changed holds at once, is remembered, and can be taken back."""

from __future__ import annotations

import pytest
from PySide6.QtCore import Qt

from aws_flash.domain.settings import Fall, Settings
from aws_flash.domain.shelf_life import ShelfLives
from aws_flash.ui.theme.theme import Theme
from tests.ui.main_window.program import CTRL, Program

UP, RIGHT, TAB = Qt.Key.Key_Up, Qt.Key.Key_Right, Qt.Key.Key_Tab


@pytest.fixture
def settings(program: Program) -> Program:
    """The program with its settings in front."""
    program.press(",", held=CTRL)
    program.let_settle()
    return program


def go_to(program: Program, name: str) -> None:
    """Go by Tab to the control whose accessible name begins like that."""
    for _ in range(40):
        program.press(TAB)
        if program.focused().accessibleName().startswith(name):
            return
    raise AssertionError(f"Tab does not reach {name}")


def stored(program: Program) -> Settings:
    return program.read(lambda tables: tables.settings.read())


def test_new_cards_a_day_change_today_at_once(settings: Program) -> None:
    go_to(settings, "New cards a day")
    settings.press(UP, UP)
    settings.wait_for_toast("Changed the settings")
    assert stored(settings).new_a_day == 12
    settings.press("1", held=CTRL)
    settings.wait_for("12 new cards")


def test_a_typed_number_makes_one_step(settings: Program) -> None:
    go_to(settings, "Box 3 rests")
    settings.press("A", held=CTRL)
    settings.type("45")
    settings.press(TAB)
    assert stored(settings).rests == (1, 3, 45, 45, 45)
    settings.undo()
    settings.let_settle()
    assert stored(settings) == Settings()


def test_ctrl_z_in_a_number_takes_the_change_back(settings: Program) -> None:
    go_to(settings, "Minutes a day")
    settings.press(UP)
    assert stored(settings).minutes_a_day == 25
    settings.undo()
    settings.wait_for_toast("Undone: changed the settings")
    assert stored(settings).minutes_a_day == 20
    assert settings.shows("20 min")


def test_how_far_a_missed_card_falls(settings: Program) -> None:
    go_to(settings, "A missed card goes")
    settings.press(RIGHT)
    assert stored(settings).fall is Fall.CLASSIC


def test_a_number_typed_last_is_kept_when_the_window_closes(
    settings: Program,
) -> None:
    go_to(settings, "Minutes a day")
    settings.press("A", held=CTRL)
    settings.type("35")
    settings.close()
    assert stored(settings).minutes_a_day == 35


def test_the_theme_changes_at_once_and_is_remembered(settings: Program, theme: Theme) -> None:
    go_to(settings, "Theme")
    settings.press(RIGHT, RIGHT)
    assert theme.look == "dark"
    assert settings.frame.grab().toImage().pixelColor(700, 20).lightness() < 60
    assert settings.kept.mode == "dark"


def test_text_grows_by_key_on_every_page_and_is_remembered(program: Program, theme: Theme) -> None:
    small = program.button("Start review").height()
    program.press("=", "=", held=CTRL)
    assert theme.scale == 1.25
    assert program.button("Start review").height() > small
    program.press("-", held=CTRL)
    assert theme.scale == 1.1
    assert program.kept.scale == 1.1


def test_the_settings_follow_the_keys_for_text_size(settings: Program) -> None:
    settings.press("=", held=CTRL)
    go_to(settings, "Text size")
    assert settings.focused().accessibleName() == "Text size: 110%"


def test_stillness_is_remembered(settings: Program) -> None:
    settings.click("Keep everything still")
    assert settings.kept.reduced_motion


def test_how_long_a_price_keeps_is_set_in_months(settings: Program) -> None:
    assert settings.shows("3 months")
    go_to(settings, "Prices")
    settings.press(UP)
    assert stored(settings).shelf_lives == ShelfLives(price=122)
    settings.undo()
    settings.wait_for_toast("Undone: changed the settings")
    assert stored(settings).shelf_lives == ShelfLives()
    assert settings.shows("3 months")


def test_another_sort_of_fact_keeps_as_long_as_before(settings: Program) -> None:
    go_to(settings, "Behaviour")
    settings.press(Qt.Key.Key_Down)
    assert stored(settings).shelf_lives == ShelfLives(behaviour=517)
