"""Lessons of Pauker, jMemorize and SuperMemo of our own."""

from __future__ import annotations

import gzip
import io
import zipfile
from xml.sax.saxutils import quoteattr

LEARNED = 1_780_000_000
"""A second on 28 May 2026."""


def pauker_card(front: str, back: str, of_front: str = "", of_back: str = "") -> str:
    """A card of Pauker."""
    return (
        f"<Card><FrontSide {of_front}><Text>{front}</Text></FrontSide>"
        f"<ReverseSide {of_back}><Text>{back}</Text></ReverseSide></Card>"
    )


def pauker(*batches: str) -> bytes:
    """A lesson of Pauker, not packed."""
    inner = "".join(f"<Batch>{batch}</Batch>" for batch in batches)
    told = "<Description>About</Description>"
    return f'<?xml version="1.0"?><Lesson LessonFormat="1.7">{told}{inner}</Lesson>'.encode()


def jmemorize_card(front: str, back: str, **others: object) -> str:
    """A card of jMemorize."""
    told = "".join(f" {name}={quoteattr(str(value))}" for name, value in others.items())
    return f"<Card Frontside={quoteattr(front)} Backside={quoteattr(back)}{told}/>"


def jmemorize(*levels: str, inner: str = "") -> bytes:
    """A lesson of jMemorize, not packed; `inner` are more categories."""
    decks = "".join(f"<Deck>{level}</Deck>" for level in levels)
    return f'<Lesson><Category name="All">{decks}{inner}</Category></Lesson>'.encode()


def zipped(name: str, content: bytes) -> bytes:
    """An archive of one file."""
    held = io.BytesIO()
    with zipfile.ZipFile(held, "w") as archive:
        archive.writestr(name, content)
    return held.getvalue()


SUPERMEMO = (
    b"Q: one &#33267;\r\nQ: two\r\nA: b\r\nI: REP=8 LAP=1 EF=3.2 UF=2.3 INT=40 LAST=27.01.26\r\n"
    b"O: 3\r\n\r\nQ: c\r\nA: d\r\nI: REP=0 LAP=0 INT=5 LAST=0\r\n\r\nQ: only\r\n"
)
_PAUKER = pauker(
    pauker_card("a", "b"),
    "",
    "",
    pauker_card("c", "d", f'LearnedTimestamp="{LEARNED}000"'),
)
_TESTED = {"DateTested": "28-May-2026 10:00:00", "DateExpired": "04-Jun-2026 10:00:00"}
_JMEMORIZE = jmemorize("", jmemorize_card("a", "b", **_TESTED, TestsTotal=3))


def samples() -> list[tuple[str, bytes]]:
    """Return files that the readers read, by name."""
    return [
        ("lesson.pau.gz", gzip.compress(_PAUKER)),
        ("lesson.pau", _PAUKER),
        ("lesson.jml", gzip.compress(_JMEMORIZE)),
        ("zipped.jml", zipped("lesson.xml", _JMEMORIZE)),
        ("sm7.txt", SUPERMEMO),
    ]
