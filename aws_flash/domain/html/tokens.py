"""HTML read as a flat run of texts and tags, in linear time, whatever the input is.

This reads tags, it does not judge them: `nesting` puts them in order and `sanitise` says which
may stay. Comments, doctypes and the contents of scripts and the like are left out already here.
"""

from __future__ import annotations

import html
import re
from typing import TYPE_CHECKING, Final, Literal, NamedTuple

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator


def _names(listed: str) -> frozenset[str]:
    return frozenset(listed.split())


VOID: Final = frozenset({"br", "hr", "img"})
"""The elements of a card that have no end tag."""

INLINE: Final = _names(
    "a abbr b bdi bdo big br cite code del dfn em font i img ins kbd mark q rt s samp small span"
    " strong sub sup tt u var"
)
"""Elements that run on in a line of text; all others begin a new one."""

# Their contents are no text; without an end tag they swallow the rest, as in a browser.
_RAW: Final = _names("script style xmp iframe noembed noframes title textarea plaintext")
# Their contents mean nothing outside a browser; without an end tag only the tag is ignored.
_SKIPPED: Final = _names("svg canvas audio video template select datalist button rp applet")

_PIECE: Final = re.compile(
    r"""(?P<text>(?:[^<]++|<(?![a-zA-Z!?/]))+)
    |<(?P<slash>/?)(?P<name>[a-zA-Z][^\s/>]*+)
      (?P<attributes>(?:[^>=]++|=\s*+(?:"[^"]*+"|'[^']*+'|(?!["'])))*)>
    |<!--(?:-?>|.*?(?:--!?>|\Z))
    |<[!?/][^>]*+>
    |(?P<broken><)""",
    re.VERBOSE | re.DOTALL,
)
_ATTRIBUTE: Final = re.compile(
    r"""(?P<name>[^\s"'<>/=][^\s/>=]*+)
    (?:\s*+=\s*+(?:"(?P<double>[^"]*+)"|'(?P<single>[^']*+)'|(?P<bare>[^\s>"'][^\s>]*+)))?""",
    re.VERBOSE,
)
# In attributes only these are entities, lest `?a=1&copy=2` lose its meaning.
_ENTITY: Final = re.compile(r"&(?:#[0-9]{1,7}|#[xX][0-9a-fA-F]{1,6}|[a-zA-Z][a-zA-Z0-9]{1,31});")
# Each tag that never ends costs one look at all that follows, so few are worth the look.
_MOST_BROKEN_TAGS: Final = 30


class Token(NamedTuple):
    """A text (`value` as written, entities unresolved), or a tag (`value` is its name)."""

    kind: Literal["text", "open", "close"]
    value: str
    attributes: str = ""


def tokens(markup: str) -> Iterator[Token]:
    """Read texts and tags in order; names in lower case; a lone `<` is text."""
    position, broken = 0, 0
    unclosed: set[str] = set()
    while (piece := _PIECE.match(markup, position)) is not None:
        position = piece.end()
        if (name := piece["name"]) is not None:
            name = name.lower()
            if not piece["slash"]:
                after = _after_contents(name, piece, unclosed)
                if after is not None:
                    position = after
                    continue
            yield Token("close" if piece["slash"] else "open", name, piece["attributes"])
        elif (text := piece["text"]) is not None:
            yield Token("text", text)
        elif piece["broken"]:
            broken += 1
            if broken > _MOST_BROKEN_TAGS:
                yield Token("text", markup[piece.start() :])
                return
            yield Token("text", "<")


def _after_contents(name: str, piece: re.Match[str], unclosed: set[str]) -> int | None:
    """Where to read on after an element whose contents are left out; None: it is not one."""
    if name in _RAW:
        end = _end_tag(name).search(piece.string, piece.end())
        return len(piece.string) if end is None else end.end()
    if name not in _SKIPPED or name in unclosed or piece["attributes"].endswith("/"):
        return None
    end = _end_tag(name).search(piece.string, piece.end())
    if end is None:
        unclosed.add(name)
        return None
    return end.end()


def _end_tag(name: str) -> re.Pattern[str]:
    return re.compile(rf"</{name}(?=[\s/>])[^>]*+>?", re.IGNORECASE)


def attributes(written: str, wanted: Iterable[str]) -> dict[str, str]:
    """The wanted attributes of a tag, entities resolved; the first of each name counts."""
    found: dict[str, str] = {}
    for match in _ATTRIBUTE.finditer(written):
        name = match["name"].lower()
        if name in wanted and name not in found:
            value = match["double"] or match["single"] or match["bare"] or ""
            found[name] = _ENTITY.sub(_resolved, value) if "&" in value else value
    return found


def _resolved(entity: re.Match[str]) -> str:
    return html.unescape(entity[0])
