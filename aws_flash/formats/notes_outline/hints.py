"""What about a draft wants a look: absolute words, notes to oneself, and what is said twice."""

from __future__ import annotations

import re
from collections import Counter, defaultdict
from collections.abc import Sequence
from dataclasses import replace
from typing import Final

from aws_flash.formats.notes_outline.draft import Draft, Tag

_ABSOLUTE: Final = re.compile(
    r"\b(?:cannot|can\s?not|can['\u2019]t|never|always|only|not|none|impossible|must|every"
    r"|no longer)\b",
    re.IGNORECASE,
)
_UNSURE: Final = re.compile(
    r"\b(?:TODO|FIXME|TBD|XXX|DOING)\b|\?\?|\(\?\)"
    r"|\b(?:(?i:not sure|to check|check this|unsure)\b|(?i:check!))",
)
_WORD: Final = re.compile(r"\w[\w'\u2019-]*")
_FOLDED: Final = str.maketrans({"\u2019": "'", "\u2018": "'", "\u201c": '"', "\u201d": '"'})
_COMMON: Final = frozenset(
    re.findall(
        r"\S+",
        "with from that this these those they them their there your you and the for are can will"
        " also which have has not any all its into when where what used uses using use does data"
        " aws amazon it's service services user users access account",
    )
)
_LIKE: Final = 0.6
"""Two drafts are alike when the smaller shares so much of its telling words."""

_LEAST_SHARED: Final = 2
_RARE: Final = 3
_FEW: Final = 3
_MOST_TIMES: Final = 3
_LOOKED_UP: Final = 4
_MOST_WORDS: Final = 12
# A word of so many drafts tells nothing, and keeps this from comparing each with each.
_MOST_POSTED: Final = 20


def with_hints(drafts: Sequence[Draft]) -> list[Draft]:
    """Return the drafts with tags for what they say."""
    return [replace(draft, tags=(*draft.tags, *_tags(draft.said))) for draft in drafts]


def said_twice(drafts: Sequence[Draft]) -> list[tuple[int, int]]:
    """Return pairs of places: a draft, and an earlier one that says almost the same.

    Found by rare words, so that time grows with the drafts and not with their square.
    """
    words = [telling(draft.said) for draft in drafts]
    uses = Counter(word for one in words for word in one)
    posted: dict[str, list[int]] = defaultdict(list)
    pairs: list[tuple[int, int]] = []
    for place, one in enumerate(words):
        ordered = sorted(one, key=lambda word: (uses[word], word))
        near = {at for word in ordered[:_LOOKED_UP] for at in posted[word]}
        other = next((at for at in sorted(near) if _is_alike(one, words[at], uses)), None)
        if other is not None:
            pairs.append((place, other))
        for word in ordered[:_MOST_WORDS]:
            if len(posted[word]) < _MOST_POSTED:
                posted[word].append(place)
    return pairs


def telling(text: str) -> frozenset[str]:
    """Return the words that tell what a text is about, folded."""
    words = _WORD.findall(text.translate(_FOLDED).lower())
    return frozenset(_stem(word) for word in words if len(word) > 2 and word not in _COMMON)


def _stem(word: str) -> str:
    for end in ("ing", "es", "s"):
        if word.endswith(end) and len(word) - len(end) > 3:
            return word[: -len(end)]
    return word


def _tags(said: str) -> list[Tag]:
    rules = ((_ABSOLUTE, Tag.CHECK), (_UNSURE, Tag.UNSURE))
    return [tag for rule, tag in rules if rule.search(said)]


def _is_alike(one: frozenset[str], other: frozenset[str], uses: Counter[str]) -> bool:
    """Tell whether two share most of their words; where it is only two, one of them rare."""
    shared = one & other
    fewest = min(len(one), len(other))
    if len(shared) < _LEAST_SHARED or len(shared) < _LIKE * fewest:
        return False
    if len(shared) > _LEAST_SHARED:
        return max(len(one), len(other)) <= _MOST_TIMES * fewest
    return fewest <= _FEW and min(uses[word] for word in shared) <= _RARE
