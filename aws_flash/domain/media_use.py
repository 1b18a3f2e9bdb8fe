"""Which media a note uses: the pictures and sounds that its fields name."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping
from html import escape
from typing import Final
from urllib.parse import quote

from aws_flash.domain.html.tokens import attributes, tokens
from aws_flash.domain.media_name import plain_name
from aws_flash.domain.sound import sounds

# A picture's tag or a sound may begin here. Most fields have no such sign at all: a look for that
# is a hundred times quicker.
_MEDIUM: Final = re.compile(r"<[iI][mM]|\[[sS]")


def media_used(fields: Iterable[tuple[str, str]]) -> tuple[str, ...]:
    """Return the names of the media that fields show or play, each once, in their order.

    Addresses and other names that no medium can have are passed over.
    """
    marked = [markup for _, markup in fields if "<" in markup or "[" in markup]
    if not marked:
        return ()
    used = (name for one in marked if _MEDIUM.search(one) for name in _used(one))
    return tuple(dict.fromkeys(used))


def _used(markup: str) -> Iterator[str]:
    yield from filter(None, map(plain_name, _sources(markup)))
    yield from sounds(markup)


def _sources(markup: str) -> Iterator[str]:
    for kind, name, written in tokens(markup):
        if kind == "open" and name in {"img", "image"}:
            yield attributes(written, ("src",)).get("src", "")


def with_names(
    fields: tuple[tuple[str, str], ...], renamed: Mapping[str, str]
) -> tuple[tuple[str, str], ...]:
    """Return the fields with media under their new names, in pictures and in sounds."""
    if renamed.keys().isdisjoint(media_used(fields)):
        return fields
    return tuple((name, _renamed(markup, renamed)) for name, markup in fields)


def _renamed(markup: str, renamed: Mapping[str, str]) -> str:
    for old, new in renamed.items():
        for written in {old, quote(old), escape(old, quote=False)}:
            for begin, end in (('"', '"'), ("'", "'"), ("[sound:", "]"), ("=", ">"), ("=", " ")):
                markup = markup.replace(f"{begin}{written}{end}", f"{begin}{new}{end}")
    return markup
