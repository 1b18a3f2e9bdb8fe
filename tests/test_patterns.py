"""Patterns that every Python reads alike.

Before 3.11.5 (Debian 12 has 3.11.2) a possessive repeat of more than one sign, `(?:ab|c)*+`, and an
atomic group match wrongly; a possessive repeat of one sign or set of signs, `[^x]*+`, is right.
"""

from __future__ import annotations

import importlib
import pkgutil
import re
from collections.abc import Iterator
from typing import Any

import pytest

import aws_flash

MODULES = [
    module.name
    for module in pkgutil.walk_packages(aws_flash.__path__, "aws_flash.")
    if not module.name.endswith("__main__")
]
ONE_SIGN = {"IN", "LITERAL", "NOT_LITERAL", "ANY", "CATEGORY"}


def parts(pattern: Any) -> Iterator[tuple[str, Any]]:
    """All parts of a parsed pattern, those within others too."""
    for operation, held in pattern:
        yield str(operation), held
        for below in held if isinstance(held, tuple | list) else (held,):
            branches = below if isinstance(below, list) else [below]
            for branch in branches:
                if type(branch).__name__ == "SubPattern":
                    yield from parts(branch)


def is_one_sign(repeated: Any) -> bool:
    return len(repeated) == 1 and str(repeated[0][0]) in ONE_SIGN


def misread(pattern: re.Pattern[Any]) -> list[str]:
    parsed = re._parser.parse(pattern.pattern, pattern.flags & ~re.UNICODE)  # type: ignore[attr-defined]
    return [
        operation
        for operation, held in parts(parsed)
        if operation == "ATOMIC_GROUP"
        or (operation == "POSSESSIVE_REPEAT" and not is_one_sign(held[2]))
    ]


@pytest.mark.parametrize("written", ["(?:ab|c)*+", "x(y(?>z))", "a|(?:bc)?+", "(?=(?:ab)++)"])
def test_what_is_misread_is_seen(written: str) -> None:
    assert misread(re.compile(written))


def test_what_is_read_right_passes() -> None:
    assert misread(re.compile(r"[^x]*+(?:a++|\s?+)*")) == []


def test_no_pattern_of_the_program_is_misread() -> None:
    patterns = {
        (module, name): value
        for module in MODULES
        for name, value in vars(importlib.import_module(module)).items()
        if isinstance(value, re.Pattern)
    }
    assert len(patterns) > 50
    assert [place for place, pattern in patterns.items() if misread(pattern)] == []
