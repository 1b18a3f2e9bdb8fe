"""Kinds of strangers made fit for use: fields with names of their own, a template where none is."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence

from aws_flash.domain.kind import CardTemplate


def names_apart(names: Iterable[str]) -> Iterator[str]:
    """Yield the names of fields, none empty and none twice."""
    taken: set[str] = set()
    for number, name in enumerate(names, 1):
        own = name if name.strip() else f"Field {number}"
        while own in taken:
            own = f"{own} ({number})"
        taken.add(own)
        yield own


def plain_template(fields: Sequence[str], *, by_hole: bool = False) -> CardTemplate:
    """Return a template that asks the first field, its holes if they count, and shows them all."""
    first, *others = (f"{{{{{'cloze:' if by_hole else ''}{name}}}}}" for name in fields)
    return CardTemplate("Card", first, "<hr>".join([first, *others]))
