from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from aws_flash.domain.occlusion import MAX_POINTS, Shape, shape


def test_a_rectangle_is_read() -> None:
    text = "image-occlusion:rect:left=.1:top=.2:width=.3:height=.4:oi=1"
    assert shape(text, (1,)) == Shape("rect", (1,), 0.1, 0.2, 0.3, 0.4, others_hidden=True)


def test_the_radii_of_an_ellipse_make_its_box() -> None:
    text = "image-occlusion:ellipse:left=.5:top=.5:rx=.1:ry=.2:angle=45"
    assert shape(text, (2, 3)) == Shape("ellipse", (2, 3), 0.5, 0.5, 0.2, 0.4, angle=45)


def test_a_polygon_has_points_and_a_box_around_them() -> None:
    points = ((0.0, 0.25), (0.5, 0.25), (0.5, 0.75))
    text = "image-occlusion:polygon:left=0:top=0:points=0,.25 .5,.25 .5,.75"
    assert shape(text, (1,)) == Shape("polygon", (1,), 0.0, 0.25, 0.5, 0.5, points)


@pytest.mark.parametrize(
    "text",
    [
        "rect:left=.1:top=.1:width=.1:height=.1",
        "image-occlusion:star:left=.1:top=.1:width=.1:height=.1",
        "image-occlusion:rect",
        "image-occlusion:rect:left=.1:top=.1:width=.1",
        "image-occlusion:rect:left=.1:top=.1:width=0:height=.1",
        "image-occlusion:rect:left=nan:top=.1:width=.1:height=.1",
        "image-occlusion:rect:left=inf:top=.1:width=.1:height=.1",
        "image-occlusion:rect:left=100:top=100:width=50:height=50",
        "image-occlusion:polygon:points=.1,.1 .2,.2",
        "image-occlusion:polygon:points=.1,.1 .2,x .2,.3",
        "image-occlusion:polygon:left=.1:top=.1:width=.1:height=.1",
    ],
)
def test_what_lies_on_no_picture_is_no_shape(text: str) -> None:
    assert shape(text, (1,)) is None


def test_a_polygon_with_many_corners_is_covered_by_its_box() -> None:
    corners = ".1,.1 .9,.2 .5,.9 " * MAX_POINTS + ".25,.95"
    found = shape("image-occlusion:polygon:points=" + corners, (1,))
    assert found is not None
    assert (found.kind, found.left, found.top) == ("rect", 0.1, 0.1)
    assert found.top + found.height == pytest.approx(0.95)


@given(st.text("image-occlusion:rectpolygonleft=.123 ,topwidthheight", max_size=80))
def test_any_text_is_read_without_error(text: str) -> None:
    found = shape("image-occlusion:" + text, (1,))
    assert found is None or (found.width > 0 and found.height > 0)
