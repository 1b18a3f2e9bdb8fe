"""What copying from other programs broke: headings glued to bullets, and nesting that was lost.

Both are guesses, so each is told as a hint and nothing else changes.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Sequence
from typing import Final

from aws_flash.formats.notes_outline.outline import Item, Section, Table

_HEADS: Final = (
    "use cases?|benefits?|advantages|disadvantages|drawbacks|features|key features|limits"
    "|limitations|pricing|costs?|examples?|notes|pros|cons|best practices|components|overview"
    "|summary|requirements|definitions?|characteristics|types|steps|key points|considerations"
)
_NAMED: Final = re.compile(rf"(?P<rest>.*\S)\s(?P<head>(?i:{_HEADS}))$")
_TWO_WORDS: Final = re.compile(r"(?P<rest>.*\s\S*[a-z.])\s(?P<head>[A-Z]\w+\s(?P<last>[A-Z]\w+))$")
_BEFORE_NO_HEAD: Final = re.compile(
    r"\b(?:of|for|the|and|or|its|in|with|an?|as|on|to|our|your|their|these|some|all)$",
    re.IGNORECASE,
)
_LEADS: Final = re.compile(
    r"(?:\b(?:calling|following|includes?|including|such as|like|by|are|with|from|using|via"
    r"|between)|[a-z\d)]:)$",
    re.IGNORECASE,
)
_MOST_WORDS: Final = 2
_LEAST_CHILDREN: Final = 2
_LEAST_REST: Final = 3


def leaves_as_items(sections: Sequence[Section]) -> None:
    """Make items of org headings with nothing below them: there each line may be a heading."""
    above = {section.above for section in sections}
    for place, section in enumerate(sections):
        if section.sign == "*" and not section.blocks and place not in above:
            home = section if section.above is None else sections[section.above]
            home.blocks.append(Item(section.line, [section.heading]))


def without_glued_headings(sections: Sequence[Section]) -> list[Section]:
    """Return sections in which a heading at the end of a bullet stands over the bullets after it.

    Told by a word that heads lists ("Benefits"), or by two words with capitals of which the last
    also ends another heading ("User Pools", "Identity Pools").
    """
    ends = _last_words(sections)
    made: list[Section] = []
    places: dict[int, int] = {}
    for place, section in enumerate(sections):
        places[place] = len(made)
        above = None if section.above is None else places[section.above]
        made += _cut(section, above, len(made), ends)
    return made


def nest_announced(sections: Sequence[Section]) -> list[Item]:
    """Hang brief bullets on the one that announces them; return each that got children so."""
    parents: list[Item] = []
    for section in sections:
        blocks: list[Item | Table] = []
        parent: Item | None = None
        for at, block in enumerate(section.blocks):
            if parent is not None and _is_brief(block) and isinstance(block, Item):
                parent.children.append(block)
                continue
            blocks.append(block)
            parent = _announcing(section.blocks, at)
            if parent is not None:
                parents.append(parent)
        section.blocks[:] = blocks
    return parents


def _last_words(sections: Sequence[Section]) -> Counter[str]:
    """Count the last words of headings, and of what may be a heading at the end of a bullet."""
    words = Counter(section.heading.split()[-1] for section in sections if section.heading.strip())
    for section in sections:
        found = (_TWO_WORDS.match(item.text) for item in section.items)
        words.update(match["last"] for match in found if match)
    return words


def _cut(section: Section, above: int | None, place: int, ends: Counter[str]) -> list[Section]:
    first = Section(section.line, section.heading, section.level, above)
    made = [first]
    for at, block in enumerate(section.blocks):
        made[-1].blocks.append(block)
        is_bullet = isinstance(block, Item) and block.bullet and not block.children
        if not is_bullet or not isinstance(block, Item) or at == len(section.blocks) - 1:
            continue
        cut = _glued(block.text, ends)
        if cut:
            block.written[:] = [cut[0]]
            sub = Section(block.line, cut[1], section.level + 1, place, cut_off=True)
            made.append(sub)
    return made


def _glued(text: str, ends: Counter[str]) -> tuple[str, str] | None:
    found = _NAMED.match(text)
    if found and found["head"][0].isupper() and _may_end(found["rest"]):
        return found["rest"], found["head"]
    found = _TWO_WORDS.match(text)
    if found and ends[found["last"]] > 1 and _may_end(found["rest"]):
        return found["rest"], found["head"]
    return None


def _may_end(rest: str) -> bool:
    return len(rest.split()) >= _LEAST_REST and not _BEFORE_NO_HEAD.search(rest)


def _announcing(blocks: Sequence[Item | Table], at: int) -> Item | None:
    """Return the bullet at a place if it announces the brief ones after it."""
    block = blocks[at]
    if not isinstance(block, Item) or block.children or not block.bullet:
        return None
    below = blocks[at + 1 : at + 1 + _LEAST_CHILDREN]
    announces = len(below) == _LEAST_CHILDREN and all(map(_is_brief, below))
    return block if announces and _LEADS.search(block.text) else None


def _is_brief(block: Item | Table) -> bool:
    if not isinstance(block, Item) or block.children or not block.bullet:
        return False
    return len(block.text.split()) <= _MOST_WORDS
