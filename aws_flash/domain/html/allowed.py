"""What of HTML a card may hold: what QTextDocument can show, nothing that acts or reaches out."""

from __future__ import annotations

from typing import Final


def _names(listed: str) -> frozenset[str]:
    return frozenset(listed.split())


ALIASES: Final = {
    **dict.fromkeys(
        _names(
            "article aside details dialog fieldset figcaption figure footer form header hgroup"
            " legend main nav optgroup search section summary"
        ),
        "div",
    ),
    "acronym": "abbr",
    "dir": "ul",
    "image": "img",
    "listing": "pre",
    "menu": "ul",
    "strike": "s",
}
"""Elements that QTextDocument doesn't know, and those that it knows and that look the same."""

WRITTEN_OUT: Final = {"rt": ("(", ")"), "q": ("\u201c", "\u201d")}
"""Elements shown by signs around them: the reading of a ruby, and short quotations."""

BLOCKS: Final = _names("address blockquote center div dl h1 h2 h3 h4 h5 h6 hr ol p pre table ul")
"""Elements that end an open paragraph."""

HEADINGS: Final = _names("h1 h2 h3 h4 h5 h6")
SECTIONS: Final = _names("tbody thead tfoot")
CELLS: Final = _names("td th")
TABLE_PARTS: Final = SECTIONS | CELLS | {"tr", "caption"}

ELEMENTS: Final = (
    BLOCKS
    | TABLE_PARTS
    | _names(
        "a abbr b bdi bdo big br cite code dd del dfn dt em font i img ins kbd li mark s samp"
        " small span strong sub sup tt u var"
    )
)

EVERYWHERE: Final = frozenset({"class", "dir", "id", "style"})
ATTRIBUTES: Final[dict[str, frozenset[str]]] = {
    "a": frozenset({"href"}),
    "img": frozenset({"src", "alt", "width", "height", "align"}),
    "font": frozenset({"color", "size", "face"}),
    "table": frozenset({"border", "cellpadding", "cellspacing", "width", "align", "bgcolor"}),
    "tr": frozenset({"align", "valign", "bgcolor"}),
    **dict.fromkeys(
        CELLS,
        frozenset({"colspan", "rowspan", "width", "height", "align", "valign", "bgcolor"}),
    ),
    "ol": frozenset({"start", "type"}),
    "ul": frozenset({"type"}),
    "li": frozenset({"value"}),
    "hr": frozenset({"width"}),
    **dict.fromkeys(("div", "p", *HEADINGS), frozenset({"align"})),
}
"""Attributes by element, beside those that every element may have."""
