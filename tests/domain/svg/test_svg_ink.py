from __future__ import annotations

import pytest

from aws_flash.domain.svg.ink import length, numbers, scale


@pytest.mark.parametrize(
    ("path", "least", "most"),
    [
        ("M0 0 L3 0 L3 4 Z", 14, 14),
        ("M0 0l3 0l0 4z", 14, 14),
        ("m5 5h3v4H5z", 14, 14),
        ("M0 0 10 0 10 10", 20, 20),
        ("M0,0C0,10 10,10 10,0", 30, 30),
        ("M0 0q5 5 10 0t10 0", 20, 40),
        ("M0 0A5 5 0 0 1 10 0", 15.7, 60),
        ("M0 0a5 5 0 0110 0", 15.7, 60),
        ("M0 0a5 5 0 01.5.5", 1, 60),
        ("M-1-1L1e1.5", 12, 13),
        ("", 0, 0),
        ("nonsense", 0, 0),
    ],
)
def test_the_length_of_a_path_is_at_least_what_is_drawn(
    path: str, least: float, most: float
) -> None:
    assert least <= length("path", {"d": path}) <= most


def test_other_shapes_have_outlines() -> None:
    assert length("rect", {"width": "3", "height": "4"}) == 14
    assert length("circle", {"r": "10"}) >= 62.8
    assert length("line", {"x1": "0", "y1": "0", "x2": "3", "y2": "4"}) >= 5
    assert length("polygon", {"points": "0,0 3,0 3,4"}) >= 12
    assert length("g", {}) == 0


def test_a_transformation_enlarges_or_leaves_it() -> None:
    assert scale("translate(900) scale(2)") == 2
    assert scale("scale(0.5)") == 1
    assert scale("matrix(2 0 0 3 100 100) scale(2)") >= 6
    assert scale("") == 1


def test_numbers_may_run_together() -> None:
    assert numbers("1.5.5-3e2 4px") == [1.5, 0.5, -300, 4]
