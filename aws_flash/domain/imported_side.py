"""A side of an imported card on our screen, where question, picture and answer stand apart.

All take clean HTML of one side, "" for none, and return it clean.
"""

from __future__ import annotations

import re
from typing import Final

from aws_flash.domain.html.empty_end import without_empty_end
from aws_flash.domain.html.escaping import escape_value
from aws_flash.domain.html.nesting import bounded

# Where other programs let the answer's own part of the answer's side begin.
_RULE: Final = re.compile(r'<hr\b[^>]*\bid="answer"[^>]*>')
# What shows that a text is over, and not that a longer one begins with the same words.
_OVER: Final = re.compile(
    r"\s*(?:(?:<br>|&nbsp;)\s*)+|\s*(?=<(?:hr|div|p|h[1-6]|[uod]l|table|pre|blockquote|center)\b)|\Z"
)
_EMPTY: Final = re.compile(r"<div\b[^<>]*>\s*</div>\s*")
_MOST_AROUND: Final = 3


def own_part(answer: str, question: str) -> str:
    """Return what an answer says beside the question, since that shows above it.

    That is what stands below the rule, else what follows the question written out again.
    """
    rule = _RULE.search(answer)
    if rule:
        return bounded(answer[rule.end() :])
    over = _OVER.match(answer, len(question)) if answer.startswith(question) else None
    return bounded(answer[over.end() :]) if question and over else answer


def without_picture(html: str, name: str) -> str:
    """Return a side without the picture that is shown apart, with its covers.

    Blocks with nothing left in them go too.
    """
    html = re.sub(rf'<img\b[^>]*\bsrc="{re.escape(escape_value(name))}"[^>]*>', "", html)
    for _ in range(_MOST_AROUND):
        html = _EMPTY.sub("", html)
    return without_empty_end(html)


def styled(html: str, style: str) -> str:
    """Return a side in the style of its whole card; what is empty stays so."""
    if not style or not html.strip():
        return html
    return f'<div style="{escape_value(style)}">{html}</div>'
