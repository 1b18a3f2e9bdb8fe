"""How much higher an answer makes its card, told from the lengths of its texts alone.

Quick and rather too much than too little: who needs the exact height lays the texts out.
"""

from __future__ import annotations

import re
from math import ceil

from aws_flash.domain.face import Face
from aws_flash.domain.provenance import Provenance
from aws_flash.ui.card.card_style import measure
from aws_flash.ui.card.text_roles import answer_role, question_role
from aws_flash.ui.theme.fonts import FontRole
from aws_flash.ui.theme.theme import Theme

ENDLESS = 100_000
_TAG = re.compile(r"<[^>]*>")
_BREAKS = re.compile(r"<(?!/|b>|i>|u>|s>|em>|strong>|code>|sub>|sup>|span\b)")
_LETTER = 0.62  # of its height is how wide a letter is; Inter's are 0.52, and lines end early
_DISTANCES = 150  # line, margins, and the marks on what was typed
_TYPED = 90


def rough_height(face: Face, provenance: Provenance | None, theme: Theme, room: int) -> int:
    """Pixels that all below the question takes; ENDLESS where lengths say nothing, as of tables."""
    answer = face.question.html if face.fills_gap else face.answer.html
    texts = [
        (answer, answer_role(face.answer.html)),
        (face.explanation, FontRole.CARD_TEXT),
        *((text, FontRole.SMALL) for text in _remarks(provenance)),
    ]
    distances = _DISTANCES + (_TYPED if face.accepted else 0)
    return theme.px(distances) + sum(_height(html, role, theme, room) for html, role in texts)


def added_height(face: Face, theme: Theme, room: int) -> int:
    """Pixels that a question grows by when its gaps are filled."""
    if not face.fills_gap:
        return 0
    letters = [len(_TAG.sub("", side.html)) for side in (face.answer, face.question)]
    filled = letters[0] - letters[1]
    return _lines(filled, question_role(face.question.html), theme, room) if filled > 0 else 0


def _height(html: str, role: FontRole, theme: Theme, room: int) -> int:
    if not html:
        return 0
    if "<" in html and _BREAKS.search(html):
        return ENDLESS
    return _lines(len(html), role, theme, room)


def _lines(letters: int, role: FontRole, theme: Theme, room: int) -> int:
    size, line, _ = measure(theme, role)
    return ceil(ceil(letters * size * _LETTER / max(1, room)) * line)


def _remarks(provenance: Provenance | None) -> list[str]:
    """About what the source line says."""
    if provenance is None:
        return []
    sources = "Checked 2000-00-00" + "".join(f" · {one.title}" for one in provenance.sources)
    then = provenance.then
    return [sources, f"Notes said {then.said}: now {then.now}, {then.changed}" if then else ""]
