"""Texts with holes: `{{c1::text}}`, `{{c1::text::hint}}`, holes in holes, `{{c1,2::text}}`.

A hole ends at the first `}}`, as other programs have it; but of a longer run of braces those that
close braces inside the hole belong to its text: `{{c1::{"a": 1}}}`. The first `::` inside begins
the hint; write `:&#58;` where two colons are meant. A hole without end is plain text. All here
takes time in step with the length of the text.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import TYPE_CHECKING, Final

from aws_flash.domain import occlusion

if TYPE_CHECKING:
    from collections.abc import Iterator

MAX_ORDINAL: Final = 500
MAX_CHARACTERS: Final = 250_000
"""What is longer is cut there, and nothing of a hole that is open by then is shown."""

_SIGN: Final = re.compile(r"\{\{c(?P<ordinals>[0-9][0-9,]{0,30})::|\{|(?P<ends>\}+)")


@dataclass(slots=True)
class _Hole:
    """A hole that was found; what follows it up to its end is its text."""

    written: str
    ordinals: tuple[int, ...]
    open_braces: int = 0
    hint: str | None = None
    shape: occlusion.Shape | None = None


# A text, a hole that begins, or None where the innermost one ends.
_Part = str | _Hole | None


def ordinals(text: str) -> tuple[int, ...]:
    """The cards that a text makes: the numbers of its holes, each once, in order."""
    return tuple(sorted({ordinal for hole in _holes(text) for ordinal in hole.ordinals}))


def question(text: str, ordinal: int) -> str:
    """HTML with the holes of that number emptied: […] or [hint] in `<span class="cloze">`.

    Other holes show their text. Holes that hide parts of pictures show nothing.
    """
    return "".join(
        _marked(f"[{hole.hint or '…'}]") if hole else shown
        for shown, hole in _segments(text, ordinal)
    )


def answer(text: str, ordinal: int) -> str:
    """HTML with the holes of that number filled, each in `<span class="cloze">`."""
    return "".join(_marked(shown) if hole else shown for shown, hole in _segments(text, ordinal))


def answers(text: str, ordinal: int) -> tuple[str, ...]:
    """The hidden HTML of each hole of that number."""
    return tuple(shown for shown, hole in _segments(text, ordinal) if hole)


def filled(text: str) -> str:
    """HTML with all holes filled and nothing marked, for lists and search."""
    return "".join(shown for shown, _ in _segments(text, 0))


def shapes(text: str) -> tuple[occlusion.Shape, ...]:
    """The parts of a picture that the holes of a text hide."""
    return tuple(hole.shape for hole in _holes(text) if hole.shape)


def _marked(html: str) -> str:
    return f'<span class="cloze">{html}</span>'


def _holes(text: str) -> Iterator[_Hole]:
    return (part for part in _parts(text) if isinstance(part, _Hole))


def _segments(text: str, ordinal: int) -> Iterator[tuple[str, _Hole | None]]:
    """Texts in order, each with the outermost hole of that number around it."""
    holes: list[_Hole] = []
    asked, inside, depth = None, "", 0
    for part in _parts(text):
        if isinstance(part, _Hole):
            holes.append(part)
            if asked is None and ordinal in part.ordinals and not part.shape:
                asked, inside, depth = part, "", len(holes)
        elif part is None:
            holes.pop()
            if asked and len(holes) < depth:
                yield inside, asked
                asked = None
        elif asked:
            inside += part
        elif not (holes and holes[-1].shape):
            yield part, None


def _parts(text: str) -> list[_Part]:
    """Texts and holes in order, hints taken out of the texts."""
    parts: list[_Part] = []
    holes: list[_Hole] = []
    for part in _pieces(text[:MAX_CHARACTERS], whole=len(text) <= MAX_CHARACTERS):
        if isinstance(part, _Hole):
            holes.append(part)
        elif part is None:
            holes.pop()
        elif holes and holes[-1].hint is None:
            part, colons, hint = part.partition("::")  # noqa: PLW2901 - the text is what remains
            holes[-1].hint = hint if colons else None
            holes[-1].shape = occlusion.shape(part, holes[-1].ordinals)
        parts.append(part)
    return parts


def _pieces(text: str, *, whole: bool) -> list[_Part]:
    """Texts and holes in order; a hole without end is text again, or gone where a text was cut."""
    parts: list[_Part] = []
    holes: list[_Hole] = []
    begin = 0
    for sign in _SIGN.finditer(text):
        if sign["ordinals"]:
            holes.append(_Hole(sign[0], _numbers(sign["ordinals"])))
            parts += text[begin : sign.start()], holes[-1]
            begin = sign.end()
        elif holes and not sign["ends"]:
            holes[-1].open_braces += 1
        elif holes:
            inner = _inner_braces(len(sign[0]), len(holes), holes[-1].open_braces)
            holes[-1].open_braces -= inner
            ended = min((len(sign[0]) - inner) // 2, len(holes))
            parts.append(text[begin : sign.start() + inner])
            begin = sign.start() + inner + 2 * ended
            parts += [None] * ended
            del holes[len(holes) - ended :]
    parts.append(text[begin:])
    return _without(holes, parts) if whole or not holes else parts[: parts.index(holes[0])]


def _without(endless: list[_Hole], parts: list[_Part]) -> list[_Part]:
    written = {id(hole): hole.written for hole in endless}
    return [written.get(id(part), part) for part in parts]


def _inner_braces(run: int, holes: int, open_braces: int) -> int:
    """How many of a run of closing braces belong to the text of the innermost hole."""
    spare = run - 2 * holes
    return min(open_braces, spare if spare > 0 else run % 2)


def _numbers(written: str) -> tuple[int, ...]:
    numbers = (int(each) for each in written.split(",") if each)
    return tuple(dict.fromkeys(n for n in numbers if 1 <= n <= MAX_ORDINAL))
