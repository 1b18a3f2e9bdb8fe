"""Questions with lettered options of which the answer names the right ones."""

from __future__ import annotations

import re
from collections.abc import Sequence
from typing import Final

from aws_flash.domain.choice import Option, option_fields
from aws_flash.domain.kind import MAX_OPTIONS
from aws_flash.formats.markdown.card import Fields

_OPTION: Final = re.compile(
    r"\s*(?:[-*+]\s+)?(?:\[[ xX]\]\s+)?(?:\*\*)?\(?(?P<letter>[A-Ha-h])[.):](?:\*\*)?"
    r"\s+(?P<text>\S.*)$"
)
_LABEL: Final = re.compile(
    r"\s*(?:[*_]{1,2})?(?:(?:the\s+)?(?:correct|right)\s+)?(?:answers?|correct|options?)"
    r"(?:\s+(?:is|are))?\s*:?(?:[*_]{1,2})?\s*:?\s*(?=\S)",
    re.IGNORECASE,
)
_LETTERS: Final = re.compile(
    r"\s*(?:[-*+]\s+)?(?:\*\*)?\(?(?P<letters>[A-H](?:\)?\s*(?:,|and|&|\+|/|\s)\s*\(?[A-H](?![\w'\u2019]))*)"
    r"(?:\*\*)?(?P<end>[.):]|\s+[-\u2013]\s|\s*$)"
)
_LEAST_OPTIONS: Final = 2


def choice_fields(front: Sequence[str], back: Sequence[str]) -> Fields | None:
    """Return the fields of a choice, None where front and back are none.

    The front ends in options with letters from A on, in order; the back begins with letters of the
    right ones, one a line or many in one, and goes on with an explanation.
    """
    question, options = _parted(front)
    right, explanation = _right(back, [text for _, text in options])
    letters = {letter for letter, _ in options}
    fits = _LEAST_OPTIONS <= len(options) <= MAX_OPTIONS and right and right <= letters
    if not fits or not "".join(question).strip():
        return None
    made = [Option(text, right=letter in right) for letter, text in options]
    return (
        ("Question", "\n".join(question).strip()),
        *option_fields(made),
        ("Explanation", "\n".join(explanation).strip()),
    )


def _parted(front: Sequence[str]) -> tuple[list[str], list[tuple[str, str]]]:
    """Split a front into question and options; what follows the options spoils it."""
    question: list[str] = []
    options: list[tuple[str, str]] = []
    for line in front:
        found = _OPTION.match(line)
        if found and found["letter"].upper() == chr(ord("A") + len(options)):
            options.append((found["letter"].upper(), found["text"].strip()))
        elif not options:
            question.append(line)
        elif line.startswith((" ", "\t")) and line.strip():
            options[-1] = (options[-1][0], f"{options[-1][1]} {line.strip()}")
        elif line.strip():
            return question, []
    return question, options


def _right(back: Sequence[str], options: Sequence[str]) -> tuple[frozenset[str], list[str]]:
    """Return the letters of the right options, and the lines that explain."""
    right: set[str] = set()
    rest = list(back)
    while rest:
        line = rest[0]
        if not line.strip():
            rest.pop(0)
            continue
        label = _LABEL.match(line)
        found = _LETTERS.match(line, label.end() if label else 0)
        if not found:
            break
        letters = re.findall(r"[A-H]", found["letters"])
        right.update(letters)
        rest.pop(0)
        said = line[found.end() :].strip()
        if said and not _is_option(said, letters, options):
            rest.insert(0, said)
            break
    return frozenset(right), rest


def _is_option(said: str, letters: Sequence[str], options: Sequence[str]) -> bool:
    """Tell whether the words after a letter only say the option again."""
    numbers = [ord(letter) - ord("A") for letter in letters]
    return any(_key(options[n]) == _key(said) for n in numbers if n < len(options))


def _key(text: str) -> str:
    return "".join(sign for sign in text.lower() if sign.isalnum())
