"""Two versions of a card, part by part."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import zip_longest
from typing import NamedTuple

from PySide6.QtCore import QCoreApplication

from aws_flash.domain.choice import Option
from aws_flash.domain.face import Face
from aws_flash.domain.plain_text import plain


class Passage(NamedTuple):
    """A part of a card, such as its answer, before and after; texts without markup."""

    label: str
    before: str
    after: str


def tr(text: str) -> str:
    """Return a text in the user's language."""
    return QCoreApplication.translate("passages", text)


def passages(before: Face, after: Face) -> tuple[Passage, ...]:
    """Return what is asked and answered, and of all else what differs."""
    found: list[Passage] = []
    for always, passage in _parts(before, after):
        differs = passage.before != passage.after
        if differs or (always and passage.before):
            found.append(passage)
    return tuple(found)


def _parts(before: Face, after: Face) -> Iterator[tuple[bool, Passage]]:
    asks = not (before.fills_gap and after.fills_gap)  # else the answer is the question, filled
    yield asks, _passage(tr("Question"), *(_asked(one) for one in (before, after)))
    answer = tr("Answer") if asks else tr("Text")
    yield True, _passage(answer, *(plain(one.answer.html) for one in (before, after)))
    pairs = zip_longest(before.options, after.options)
    for number, (old, new) in enumerate(pairs, start=1):
        label = tr("Option {number}").format(number=number)
        yield False, _passage(label, _option(old), _option(new))
    more = (", ".join(one.accepted[1:]) for one in (before, after))
    yield False, _passage(tr("Also right"), *more)
    yield False, _passage(tr("Explanation"), *(plain(one.explanation) for one in (before, after)))


def _passage(label: str, before: str, after: str) -> Passage:
    return Passage(label, before, after)


def _asked(face: Face) -> str:
    return "" if face.fills_gap else plain(face.question.html)


def _option(option: Option | None) -> str:
    if option is None:
        return ""
    text = plain(option.text)
    if option.right:
        text = tr("{option} (right)").format(option=text)
    reason = plain(option.reason)
    return f"{text}\n{reason}" if reason else text
