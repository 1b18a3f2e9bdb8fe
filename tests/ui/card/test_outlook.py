"""Heights told without laying out: never less than the text takes."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from aws_flash.domain.face import Face, Side
from aws_flash.domain.kind import Family
from aws_flash.ui.card.card_document import Content
from aws_flash.ui.card.card_text import CardText
from aws_flash.ui.card.outlook import ENDLESS, added_height, text_height
from aws_flash.ui.theme.fonts import FontRole
from aws_flash.ui.theme.theme import Theme

if TYPE_CHECKING:
    from aws_flash.ui.card.pictures import Pictures

TEXT = (
    "AssumeRoleWithWebIdentity gives temporary credentials to a user who signed in elsewhere, and "
    "<code>sts:AssumeRole</code> to one who <b>holds some already</b>; neither lasts over 12 hours."
)
WORDS = TEXT.split()
ROLES = [FontRole.QUESTION, FontRole.ANSWER, FontRole.CARD_TEXT, FontRole.SMALL]


@pytest.mark.parametrize("room", [300, 562, 622])
@pytest.mark.parametrize("role", ROLES)
def test_no_text_is_higher_than_told(
    theme: Theme, pictures: Pictures, role: FontRole, room: int
) -> None:
    text = CardText(theme, pictures, role)
    for count in range(1, 60):
        html = " ".join(WORDS[place % len(WORDS)] for place in range(count))
        text.set_content(Content(html), room)
        assert text_height(html, role, theme, room) >= text.fits(room), html
    text.deleteLater()


@pytest.mark.parametrize("html", ["one<br>two", "<table><tr><td>1</td></tr></table>", "x" * 9_000])
def test_what_cannot_be_told_is_endless(theme: Theme, html: str) -> None:
    assert text_height(html, FontRole.ANSWER, theme, 600) == ENDLESS


def test_the_style_around_a_side_costs_no_room(theme: Theme) -> None:
    told = text_height("one two", FontRole.ANSWER, theme, 600)
    centred = '<div style="text-align: center">one two</div>'
    assert text_height(centred, FontRole.ANSWER, theme, 600) == told
    larger = '<div style="font-size: 2em">one two</div>'
    assert text_height(larger, FontRole.ANSWER, theme, 600) == ENDLESS


def test_nothing_has_no_height(theme: Theme) -> None:
    assert text_height("", FontRole.ANSWER, theme, 600) == 0


def test_filled_gaps_may_need_another_line(theme: Theme) -> None:
    face = Face(
        family=Family.CLOZE, question=Side("[…]"), answer=Side("a long name"), fills_gap=True
    )
    assert added_height(face, theme, 600) > 0
    assert added_height(Face(question=Side("q"), answer=Side("long")), theme, 600) == 0
