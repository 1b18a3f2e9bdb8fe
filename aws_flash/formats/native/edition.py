"""Which deck a folder holds, in which edition: asked at every start, so this imports little."""

from __future__ import annotations

import re
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any, Final

from aws_flash.domain.deck import Deck
from aws_flash.domain.errors import DeckInvalid, FileUnreadable
from aws_flash.formats.native.fault import Fault
from aws_flash.formats.native.folder import MANIFEST, Folder
from aws_flash.formats.native.values import guid_in, needed_line, text_in

FORMAT: Final = "aws-flash deck"
FORMAT_VERSION: Final = 1

_EDITION: Final = re.compile(r"[0-9]{1,9}(?:\.[0-9]{1,9}){0,3}")


def read_deck(path: Path) -> Deck:
    """Return which deck a folder holds, in which edition, from the head of its manifest.

    Raises:
        FileUnreadable: there is no manifest that can be read.
        DeckInvalid: the manifest does not follow the form.
    """
    with told_of(path):
        return deck_in(manifest_object(Folder(path).manifest()))


def manifest_object(found: object) -> dict[str, Any]:
    """Return the content of deck.json as an object; raises Fault if it is of another form."""
    if not isinstance(found, dict) or found.get("format") != FORMAT:
        raise Fault(f"“format” is not “{FORMAT}”")
    version = found.get("format_version")
    if version != FORMAT_VERSION or isinstance(version, bool):
        raise Fault(f"“format_version” is not {FORMAT_VERSION}: a later aws-flash may read it")
    return found


def deck_in(found: dict[str, Any]) -> Deck:
    """Return the deck that deck.json names; raises Fault where it does not follow the form."""
    edition = text_in(found, "edition")
    if not _EDITION.fullmatch(edition):
        raise Fault("“edition” is not a number such as 2026.11.0")
    return Deck(guid_in(found, "guid"), needed_line(found, "name"), edition)


@contextmanager
def told_of(path: Path) -> Iterator[None]:
    """Tell what is wrong with the manifest in the folder `path` as a UserError."""
    try:
        yield
    except OSError as error:
        raise FileUnreadable(str(path / MANIFEST), error.strerror or str(error)) from error
    except Fault as fault:
        raise DeckInvalid(str(path), MANIFEST, str(fault)) from fault
