"""How much higher an answer makes its card, told by measuring its texts without laying them out.

A tenth of the time that laying out takes, and rather a line too many than one too few.
"""

from __future__ import annotations

import re
from math import ceil

from PySide6.QtGui import QFontMetricsF

from aws_flash.domain.face import Face
from aws_flash.domain.formula import may_hold_formulas
from aws_flash.domain.provenance import Provenance
from aws_flash.ui.card.card_style import measure
from aws_flash.ui.card.text_roles import answer_role, question_role
from aws_flash.ui.theme.fonts import FontRole
from aws_flash.ui.theme.theme import Theme

ENDLESS = 100_000
_TAG = re.compile(r"<[^>]*>")
_BLOCK = re.compile(r"<(?!/|(?:a|b|code|em|i|s|span|strong|sub|sup|u)\b)")
# Imported cards stand in the style of their page: its alignment and colour cost no room.
_AROUND = re.compile(r'\A<div style="(?![^"]*font)[^"]*">')
_LONGEST = 3_000  # letters, of a text that is worth measuring
_MOST_SOURCES = 12
_MOST_LETTERS = 200
_FULL = 0.97  # of a line: bold words and code are wider than measured
_COMPARED = 40  # by how much what shows a wrong answer is higher than the line it was typed into


def text_height(html: str, role: FontRole, theme: Theme, room: int) -> int:
    """Pixels for a text of a card; ENDLESS where that cannot be told: tables, formulas."""
    if not html:
        return 0
    if len(html) > _LONGEST or may_hold_formulas(html):
        return ENDLESS
    if "<" in html:
        html = _AROUND.sub("", html)
        if _BLOCK.search(html):
            return ENDLESS
        html = _TAG.sub("", html)
    lines = _lines(html, QFontMetricsF(theme.font(role)), max(1.0, room * _FULL))
    return ceil(lines * measure(theme, role).line)


def answer_height(face: Face, provenance: Provenance | None, theme: Theme, room: int) -> int:
    """Pixels for the texts of an answer, without their distances."""
    answer = added_height(face, theme, room)
    if not face.fills_gap:
        answer = text_height(face.answer.html, answer_role(face.answer.html), theme, room)
    compared = theme.px(_COMPARED) if face.accepted else 0
    explanation = text_height(face.explanation, FontRole.CARD_TEXT, theme, room)
    remarks = _remarks(provenance)
    sources = sum(text_height(text, FontRole.SMALL, theme, room - theme.px(24)) for text in remarks)
    return answer + compared + explanation + sources + theme.px(12) * max(0, len(remarks) - 1)


def added_height(face: Face, theme: Theme, room: int) -> int:
    """Pixels that a question grows by when its gaps are filled."""
    if not face.fills_gap:
        return 0
    asked, filled = (_TAG.sub("", side.html) for side in (face.question, face.answer))
    more = min(max(0, len(filled) - len(asked)), _LONGEST)
    return text_height("x" * more, question_role(face.question.html), theme, room)


def _lines(text: str, metrics: QFontMetricsF, room: float) -> int:
    """How many lines the words fill; one that is longer than a line is broken."""
    if metrics.horizontalAdvance(text) < room:
        return 1
    lines, used = 1, 0.0
    for word in text.split():
        width = metrics.horizontalAdvance(f"{word} ")
        if used and used + width > room:
            lines, used = lines + 1, 0.0
        used += width
        lines += int(used // room)
        used %= room
    return lines


def _remarks(provenance: Provenance | None) -> list[str]:
    """About what the source line says."""
    if provenance is None:
        return []
    titles = (one.title[:_MOST_LETTERS] for one in provenance.sources[:_MOST_SOURCES])
    remarks = [" · ".join(("Checked Mar 2000", *titles))]
    if provenance.then:
        then = provenance.then
        said, now, since = (text[:_MOST_LETTERS] for text in (then.said, then.now, then.changed))
        remarks.append(f"Notes said {said}: now {now}, changed {since}")
    return [text.replace("<", "") for text in remarks]
