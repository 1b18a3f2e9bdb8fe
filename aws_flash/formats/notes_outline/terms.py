"""A term and what is said of it, whatever sign stands between: `KMS: …`, `KMS - …`, `KMS = …`."""

from __future__ import annotations

import re
from typing import Final

from aws_flash.formats.notes_outline.pieces import Place

_DIVIDED: Final = re.compile(
    r"(?P<term>\S[^!?\n\t]{0,100}?)"
    r"(?:\s?::\s+|\s?:\s+|\s+[-\u2013\u2014]{1,2}\s?(?=\S)|\s+=\s+"
    r"|\s*(?:[\u2192\u21d2\u27a1]|[-=]{1,3}>)\s*|\t+\s*| {2,})"
    r"(?=\S)"
)
_MOST_WORDS: Final = 9
_LABEL: Final = re.compile(
    r"(?:note|notes|tip|hint|important|warning|caution|todo|remember|e\.g\.?|i\.e\.?|nb|ps|update"
    r"|info|reminder|attention|question|answer|(?-i:[QA]))$",
    re.IGNORECASE,
)
_SENTENCE_END: Final = re.compile(r"[.!?]\s")
_LETTER: Final = re.compile(r"[^\W\d_]")


def term_of(text: str, place: Place) -> tuple[Place, Place] | None:
    """Return where a term and its meaning stand in a part of a text; None if it is no such pair."""
    begin, end = place
    found = _DIVIDED.match(text, begin, end)
    if not found or not _is_term(found["term"]):
        return None
    return (begin, found.end("term")), (found.end(), end)


def _is_term(term: str) -> bool:
    return (
        len(term.split()) <= _MOST_WORDS
        and bool(_LETTER.search(term))
        and not _LABEL.match(term)
        and not _SENTENCE_END.search(term)
        and not term.endswith(("(", ","))
    )
