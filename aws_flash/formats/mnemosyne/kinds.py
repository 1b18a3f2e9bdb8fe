"""Which kind of note a fact makes, and which of its cards each view asks."""

from __future__ import annotations

import re
from collections.abc import Iterable
from typing import Final

from aws_flash.domain.kind import CardTemplate, Family, Kind
from aws_flash.formats.gathering import digest

Fact = dict[str, str]
Fields = tuple[tuple[str, str], ...]

BASIC, BOTH_WAYS, VOCABULARY, MAP, CLOZE, SENTENCE = "1", "2", "3", "4", "5", "6"

_NAMES: Final = {
    VOCABULARY: (("f", "Expression"), ("p_1", "Pronunciation"), ("m_1", "Meaning"), ("n", "Notes")),
    MAP: (("loc", "Location"), ("blank", "Blank map"), ("marked", "Marked map")),
}
_RULE: Final = "{{FrontSide}}<hr id=answer>"
_NOTES: Final = "{{#Notes}}<br>{{Notes}}{{/Notes}}"
_SAID: Final = "{{#Pronunciation}}{{Pronunciation}}<br>{{/Pronunciation}}"
_MEANT: Final = f"{_RULE}{_SAID}{{{{Meaning}}}}{_NOTES}"
_SPELT: Final = f"{_RULE}{_SAID}{{{{Expression}}}}{_NOTES}"
_TEMPLATES: Final = {
    VOCABULARY: (
        CardTemplate("Recognition", "{{Expression}}", _MEANT),
        CardTemplate("Production", "{{Meaning}}", _SPELT),
    ),
    MAP: (
        CardTemplate("Recognition", "{{Marked map}}", f"{_RULE}{{{{Location}}}}"),
        CardTemplate("Production", "{{Location}}<br>{{Blank map}}", f"{_RULE}{{{{Marked map}}}}"),
    ),
}
_TITLES: Final = {VOCABULARY: "Vocabulary", MAP: "Map"}
# What is not read of a hole inside a hole stays as it is.
_HOLE: Final = re.compile(r"\[([^\[\]]{1,2000})\]")


def type_of(card_type: str, fact: Fact) -> str:
    """Return which of the six types a card's is: the one that it was made from, or the nearest."""
    base = card_type.partition("::")[0].strip()
    if base not in {BASIC, BOTH_WAYS, VOCABULARY, MAP, CLOZE, SENTENCE}:
        base = CLOZE if "text" in fact else BASIC
    if base == CLOZE and "text" not in fact:
        return BASIC
    return base


def own_kinds() -> dict[str, Kind]:
    """Return the kinds that are not built in here, by type; each guid holds what it is made of."""
    return {one: _kind(one) for one in _NAMES}


def fields_of(sort: str, fact: Fact) -> Fields:
    """Return the fields of a fact's note for types that have one."""
    if sort in _NAMES:
        return tuple((name, fact.get(key, "")) for key, name in _NAMES[sort])
    values = _sides(fact)
    return (("Question", values[0]), ("Answer", values[1]), ("Explanation", values[2]))


def cloze_fields(text: str, explanation: Iterable[str]) -> Fields:
    """Return a text in brackets as one with holes, counted in their order."""
    return (("Text", with_holes(text)), ("Explanation", "<br>".join(filter(None, explanation))))


def with_holes(text: str) -> str:
    """Write the holes of Mnemosyne, `[text:hint]`, in our way."""
    count = 0

    def hole(found: re.Match[str]) -> str:
        nonlocal count
        count += 1
        shown, colon, hint = found[1].partition(":")
        inside = f"{shown}::{hint}" if colon and shown and hint else found[1]
        return f"{{{{c{count}::{inside}}}}}"

    return _HOLE.sub(hole, text)


def without_holes(text: str) -> str:
    """Return a text with its holes filled."""
    return _HOLE.sub(lambda found: found[1].partition(":")[0], text)


def ordinal_of(view: str) -> int:
    """Return which card of its note a view such as "2.1" asks, from 0."""
    written = view.rpartition(".")[2]
    return 1 if written == "2" else 0


def _sides(fact: Fact) -> tuple[str, str, str]:
    """Return question, answer and all else; keys of other types stand in their order."""
    rest = [value for key, value in fact.items() if key not in {"f", "b"}]
    front = fact["f"] if "f" in fact else (rest.pop(0) if rest else "")
    back = fact["b"] if "b" in fact else (rest.pop(0) if rest else "")
    return front, back, "<br>".join(filter(None, rest))


def _kind(sort: str) -> Kind:
    names, templates = tuple(name for _, name in _NAMES[sort]), _TEMPLATES[sort]
    shape = [*names, *(part for one in templates for part in (one.name, one.question, one.answer))]
    guid = digest("mnemosyne", "kind", *shape)
    return Kind(0, guid, _TITLES[sort], Family.IMPORTED, names, templates)
