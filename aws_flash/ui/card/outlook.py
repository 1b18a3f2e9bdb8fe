"""How much higher an answer makes its card, told by measuring its texts without laying them out.

A tenth of the time that laying out takes, and rather a line too many than one too few.
"""

from __future__ import annotations

import re
from math import ceil

from PySide6.QtGui import QFontMetricsF

from aws_flash.domain.face import Face
from aws_flash.domain.provenance import Provenance
from aws_flash.ui.card.card_style import measure
from aws_flash.ui.card.text_roles import answer_role, question_role
from aws_flash.ui.theme.fonts import FontRole
from aws_flash.ui.theme.theme import Theme

ENDLESS = 100_000
_TAG = re.compile(r"<[^>]*>")
_BLOCK = re.compile(r"<(?!/|(?:a|b|code|em|i|s|span|strong|sub|sup|u)\b)")
_FULL = 0.9  # of a line, when the next word does not fit any more
_COMPARED = 40  # by how much what shows a wrong answer is higher than the line it was typed into


def text_height(html: str, role: FontRole, theme: Theme, room: int) -> int:
    """Pixels for a text of a card; ENDLESS where that cannot be told, as with tables."""
    if not html:
        return 0
    if "<" in html:
        if _BLOCK.search(html):
            return ENDLESS
        html = _TAG.sub("", html)
    width = QFontMetricsF(theme.font(role)).horizontalAdvance(html)
    lines = 1 if width < room else ceil(width / max(1, room * _FULL))
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
    role = question_role(face.question.html)
    more = "x" * (len(filled) - len(asked))
    return text_height(more, role, theme, room)


def _remarks(provenance: Provenance | None) -> list[str]:
    """About what the source line says."""
    if provenance is None:
        return []
    remarks = ["Checked Mar 2000" + "".join(f" · {one.title}" for one in provenance.sources)]
    if provenance.then:
        said, now, changed = provenance.then.said, provenance.then.now, provenance.then.changed
        remarks.append(f"Notes said {said}: now {now}, changed {changed}")
    return [text.replace("<", "") for text in remarks]
