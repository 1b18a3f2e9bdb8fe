"""Cards as strangers may write them, and the time that one may take."""

from __future__ import annotations

import time
from collections.abc import Iterator
from contextlib import contextmanager

from aws_flash.domain.kind import CardTemplate, Family, Kind
from aws_flash.domain.note import Note

LONGEST = 2.0
"""Seconds to show any card: a good second on the slowest machine that runs these tests."""


def note(question: str, answer: str = "yes") -> Note:
    fields = (("Question", question), ("Answer", answer))
    return Note(1, "n", 1, fields, (), 0, 0)


def imported(template: str, css: str = "", *, by_hole: bool = False) -> Kind:
    templates = (CardTemplate("Card", template, "{{FrontSide}}<hr id=answer>{{Answer}}"),)
    fields = ("Question", "Answer")
    return Kind(9, "k", "Kind", Family.IMPORTED, fields, templates, css, by_hole=by_hole)


@contextmanager
def quick() -> Iterator[None]:
    begun = time.process_time()
    yield
    assert time.process_time() - begun < LONGEST
