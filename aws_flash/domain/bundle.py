"""A bundle: what any file carries in or out."""

from __future__ import annotations

from dataclasses import dataclass

from aws_flash.domain.kind import Kind
from aws_flash.domain.provenance import Provenance


@dataclass(frozen=True, slots=True)
class BundledTopic:
    """A topic of a file, known by guid; `parent` is the guid of the topic above it."""

    guid: str
    parent: str | None
    name: str
    position: int
    description: str = ""


@dataclass(frozen=True, slots=True)
class BundledNote:
    """A note of a file; `topic` and `kind` are guids of the same bundle or of built-in kinds."""

    guid: str
    topic: str
    kind: str
    fields: tuple[tuple[str, str], ...]
    tags: tuple[str, ...] = ()
    provenance: Provenance | None = None


@dataclass(frozen=True, slots=True)
class BundledMedium:
    """A picture or sound of a file, by the name that fields use."""

    name: str
    content: bytes


@dataclass(frozen=True, slots=True)
class Problem:
    """A faulty part of a file: where it stands, and why it was left out."""

    where: str
    why: str


@dataclass(frozen=True, slots=True)
class Bundle:
    """The content of one file. Topics stand in tree order, notes in their order within each topic.

    `edition` counts up with the content, such as "2026.11.0"; `licence` is an SPDX identifier;
    `exam` the code of the exam that the content was written for.
    """

    guid: str
    name: str
    edition: str
    description: str
    topics: tuple[BundledTopic, ...]
    notes: tuple[BundledNote, ...]
    kinds: tuple[Kind, ...] = ()
    media: tuple[BundledMedium, ...] = ()
    problems: tuple[Problem, ...] = ()
    licence: str = ""
    authors: tuple[str, ...] = ()
    exam: str = ""
