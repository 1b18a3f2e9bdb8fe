"""Which kind a row makes: one of ours, or a simple one with the fields that its file names."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from typing import Final

from aws_flash.domain import cloze
from aws_flash.domain.html.escaping import escape_text
from aws_flash.domain.kind import (
    BASIC,
    BUILT_IN,
    CLOZE,
    REVERSED,
    TYPED,
    CardTemplate,
    Family,
    Kind,
)
from aws_flash.formats.gathering import digest

Fields = tuple[tuple[str, str], ...]

OPTIONALLY_REVERSED: Final = "optionally reversed"
"""What `known_kind` says of a kind that asks both ways where its third field is filled."""

MAX_KINDS: Final = 200
"""So many kinds has no deck; a column of texts taken for kinds would have."""

# The names of Anki's own kinds, as its translations write them.
_ANKI: Final[dict[str, Kind | str]] = {
    name: kind
    for kind, names in (
        (BASIC, "basic|einfach|basique|básico|base|基本"),
        (
            REVERSED,
            "basic (and reversed card)|einfach (beide richtungen)|basique (et carte inversée)",
        ),
        (
            OPTIONALLY_REVERSED,
            "basic (optional reversed card)|einfach (eine oder beide richtungen)",
        ),
        (TYPED, "basic (type in the answer)|einfach (antwort eintippen)"),
        (CLOZE, "cloze|lückentext|texte à trous"),
    )
    for name in names.split("|")
}
_OURS: Final = {kind.guid: kind for kind in BUILT_IN}
_UNNAMED: Final = "Field"
_NUMBERED: Final = re.compile(rf"{_UNNAMED} \d+")
_NO_NAME: Final = re.compile(r'[{}:"\x00-\x1f]+')
_FIRST_SIGNS: Final = "#^/!=& "
_CSS: Final = ".named { margin-top: 0.6em; }\n.name { font-size: 80%; opacity: 0.7; }\n"


def known_kind(name: str) -> Kind | str | None:
    """Return the kind of ours that another program's kind is; None where it is not known."""
    return _ANKI.get(name.casefold())


def own_kind(guid: str) -> Kind | None:
    """Return the built-in kind of a guid."""
    return _OURS.get(guid)


def has_holes(html: str) -> bool:
    """Tell whether a text has a hole that a card could ask for."""
    return "{{c" in html and bool(cloze.ordinals(html))


def sides(kind: Kind, values: Sequence[str]) -> Fields:
    """Return the fields of a kind of ours, filled in order; what is over goes to the explanation.

    `kind` has a text or a question first and the explanation last.
    """
    asked = 1 if kind.by_hole else 2
    filled = [*values[:asked]]
    filled += [""] * (len(kind.fields) - len(filled))
    if len(values) > asked:
        filled[-1] = "<br>".join(filter(str.strip, values[asked:]))
    return tuple(zip(kind.fields, filled, strict=True))


def field_names(wanted: Iterable[str]) -> tuple[str, ...]:
    """Return names that templates can use, each once, as near as can be to those wanted."""
    names: list[str] = []
    for number, name in enumerate(wanted, start=1):
        cleaned = " ".join(_NO_NAME.sub(" ", name).split()).lstrip(_FIRST_SIGNS)
        cleaned = cleaned or f"{_UNNAMED} {number}"
        while cleaned in names:
            cleaned += f" {number}"
        names.append(cleaned)
    return tuple(names)


def named_kind(name: str, fields: tuple[str, ...], *, by_hole: bool) -> Kind:
    """Return a kind with these fields; the first one asks, all others answer."""
    asked = f"{{{{cloze:{fields[0]}}}}}" if by_hole else f"{{{{{fields[0]}}}}}"
    # A text whose gaps are filled takes the place of the question, so no rule parts them.
    shown = (asked,) if by_hole else ("{{FrontSide}}", '<hr id="answer">')
    answer = "\n".join((*shown, *_answers(fields[1:])))
    return Kind(
        id=0,
        guid=digest("delimited", name, str(by_hole), *fields),
        name=name,
        family=Family.IMPORTED,
        fields=fields,
        templates=(CardTemplate("Card", asked, answer),),
        css=_CSS,
        by_hole=by_hole,
    )


def _answers(names: tuple[str, ...]) -> Iterator[str]:
    """Show each field that is filled, under its name where there are several and they have one."""
    for name in names:
        is_plain = len(names) == 1 or _NUMBERED.fullmatch(name)
        label = "" if is_plain else f'<div class="name">{escape_text(name)}</div>'
        shown = f'<div class="named">{label}{{{{{name}}}}}</div>'
        yield f"{{{{#{name}}}}}{shown}{{{{/{name}}}}}"
