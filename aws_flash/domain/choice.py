"""The options of a choice note: as values, and as the fields that hold them."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from typing import Final

from aws_flash.domain.kind import MAX_OPTIONS

_FIELDS: Final = tuple(
    (number, f"Option {number}", f"Reason {number}") for number in range(1, MAX_OPTIONS + 1)
)
_BLANK: Final = tuple((name, "") for _, *names in _FIELDS for name in names)
_NUMBER: Final = re.compile(r"\d+")


@dataclass(frozen=True, slots=True)
class Option:
    """One thing to pick, and why it is right or wrong; both HTML.

    A `pinned` option keeps its place while the others are shuffled.
    """

    text: str
    reason: str = ""
    right: bool = False
    pinned: bool = False


def options_of(fields: Iterable[tuple[str, str]]) -> tuple[Option, ...]:
    """Return the options that a choice note's fields hold; an option without a text is none."""
    held = dict(fields)
    right = _numbers(held.get("Right", ""))
    pinned = _numbers(held.get("Pinned", ""))
    return tuple(
        Option(text, held.get(reason_name, ""), number in right, number in pinned)
        for number, text_name, reason_name in _FIELDS
        if (text := held.get(text_name, "")).strip()
    )


def option_fields(options: Sequence[Option]) -> tuple[tuple[str, str], ...]:
    """Return the fields of all options, from "Option 1" to "Pinned", in the order of the kind.

    Raises:
        ValueError: there are more options than fields for them.
    """
    if len(options) > MAX_OPTIONS:
        msg = f"a choice has at most {MAX_OPTIONS} options"
        raise ValueError(msg)
    pairs = [
        pair
        for (_, text_name, reason_name), option in zip(_FIELDS, options, strict=False)
        for pair in ((text_name, option.text), (reason_name, option.reason))
    ]
    right = [str(number) for number, option in enumerate(options, 1) if option.right]
    pinned = [str(number) for number, option in enumerate(options, 1) if option.pinned]
    return (*pairs, *_BLANK[len(pairs) :], ("Right", " ".join(right)), ("Pinned", " ".join(pinned)))


def _numbers(markup: str) -> set[int]:
    return {int(digits) for digits in _NUMBER.findall(markup) if len(digits) == 1}
