"""How a table is written and what its columns mean: all that a user may change in a preview."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum

QUOTE = '"'


class Role(StrEnum):
    """What a column holds.

    FIELD is a field known by its name alone; columns of that role make a kind of their own.
    FORM says for each row whether its fields are "html", as our own CSV does.
    """

    QUESTION = "question"
    ANSWER = "answer"
    EXPLANATION = "explanation"
    FIELD = "field"
    TAGS = "tags"
    TOPIC = "topic"
    KIND = "kind"
    GUID = "guid"
    FORM = "form"
    IGNORED = "ignored"


CONTENT = frozenset({Role.QUESTION, Role.ANSWER, Role.EXPLANATION, Role.FIELD})


@dataclass(frozen=True, slots=True)
class Column:
    """A column: its role, and its name where the file gives one."""

    role: Role
    name: str = ""


@dataclass(frozen=True, slots=True)
class Dialect:
    """How to read one table; `guess` makes it, `read_with` obeys it.

    `quote` is the sign around cells, empty for none. Lines that begin with `comment` are passed
    over, unless it is empty. `head` counts the lines before the table that are read apart: Anki's
    directives, `sep=`. `topic`, `kind` and `tags` go for rows that have none of their own; a topic
    is a path joined by "::". `is_own` tells a CSV of this program, where the marks before formulas
    are taken off. `left_out_of` names the file whose left out rows these are; see left_out.
    `certainty` is how sure the encoding is, from 0 to 100.
    """

    encoding: str
    delimiter: str
    columns: tuple[Column, ...]
    quote: str = QUOTE
    has_header: bool = False
    is_html: bool = False
    comment: str = ""
    head: int = 0
    topic: str = ""
    kind: str = ""
    tags: tuple[str, ...] = ()
    is_own: bool = False
    left_out_of: str = ""
    certainty: int = 100

    @property
    def is_named(self) -> bool:
        """Whether fields keep the names of their columns, in a kind of their own."""
        return any(column.role is Role.FIELD for column in self.columns)

    @property
    def trims(self) -> bool:
        """Whether spaces around a cell mean nothing."""
        return not self.is_html and not self.is_own

    def places(self, role: Role) -> tuple[int, ...]:
        """Return the places of all columns of a role, from 0."""
        return tuple(at for at, column in enumerate(self.columns) if column.role is role)
