"""The two looks: complete, as drawn, and readable."""

from __future__ import annotations

from typing import get_args

import pytest
from PySide6.QtGui import QColor

from aws_flash.ui.theme.pairs import (
    LEAST_EDGE,
    LEAST_TEXT,
    contrast,
    edge_pairs,
    text_pairs,
)
from aws_flash.ui.theme.tokens import ColorName, Look, box_color, load

LOOKS: tuple[Look, ...] = get_args(Look)


@pytest.mark.parametrize("look", LOOKS)
def test_every_color_is_one_that_qt_reads(look: Look) -> None:
    tokens = load(look)
    assert [name for name in get_args(ColorName) if not QColor(tokens.get(name)).isValid()] == []


def test_the_design_s_colors_are_those_of_the_design() -> None:
    light, dark = load("light"), load("dark")
    assert (light.window, light.ink, light.accent) == ("#F6F5F2", "#1C1F26", "#A94F09")
    assert (dark.window, dark.ink, dark.accent) == ("#14161B", "#ECEDEF", "#FF9D4D")


@pytest.mark.parametrize("look", LOOKS)
def test_text_stands_out_from_its_ground(look: Look) -> None:
    tokens = load(look)
    weak = {
        (text, ground): round(contrast(tokens.get(text), tokens.get(ground)), 2)
        for text, ground in text_pairs(look)
        if contrast(tokens.get(text), tokens.get(ground)) < LEAST_TEXT
    }
    assert weak == {}


@pytest.mark.parametrize("look", LOOKS)
def test_edges_and_rings_stand_out_from_their_ground(look: Look) -> None:
    tokens = load(look)
    weak = {
        (edge, ground): round(contrast(tokens.get(edge), tokens.get(ground)), 2)
        for edge, ground in edge_pairs()
        if contrast(tokens.get(edge), tokens.get(ground)) < LEAST_EDGE
    }
    assert weak == {}


@pytest.mark.parametrize("look", LOOKS)
def test_boxes_go_one_way_from_faint_to_strong(look: Look) -> None:
    tokens = load(look)
    strength = [contrast(tokens.get(box_color(box)), tokens.surface) for box in range(1, 6)]
    assert strength == sorted(strength)


@pytest.mark.parametrize(
    ("first", "second", "ratio"),
    [("#000000", "#FFFFFF", 21.0), ("#777777", "#777777", 1.0), ("#767676", "#FFFFFF", 4.54)],
)
def test_contrast_is_that_of_wcag(first: str, second: str, ratio: float) -> None:
    assert contrast(first, second) == pytest.approx(ratio, abs=0.01)
