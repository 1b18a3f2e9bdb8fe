"""An older edition of the deck that ships: a few of its facts were others then."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

from aws_flash.app import BUILT_IN_DECK
from aws_flash.domain.bundle import BundledNote
from aws_flash.formats.native.reading import read_folder
from aws_flash.formats.native.writing import write_folder
from aws_flash.resources import resource

EDITION = "2024.1.0"
SESSION = "9EntwqAt0a"  # how long a session of AssumeRole lasts
TOKENS = "dAPolu2pXw"  # how long the tokens of a user pool last
SAML = "UUWi7lbtrK"  # how long a session by SAML lasts
OLD_TEXTS: dict[str, dict[str, str]] = {
    SESSION: {
        "Text": "An AssumeRole session lasts {{c1::1 hour}} unless you ask otherwise, "
        "{{c2::15 minutes}} at least, and at most {{c3::1 hour}}.",
        "Explanation": "A call that asks for more than that fails.",
    },
    TOKENS: {
        "Explanation": "At most: 24 hours for ID and access tokens, 3650 days for the refresh "
        "token.",
    },
    SAML: {
        "Answer": "1 hour: no session of AssumeRoleWithSAML lasts longer.",
        "Explanation": "Otherwise the limits are those of AssumeRole.",
    },
}


def write_older_deck(folder: Path) -> Path:
    """Write the older edition into `folder`, which is not there yet, and return it."""
    bundle = read_folder(resource(*BUILT_IN_DECK))
    notes = tuple(_as_it_was(note) for note in bundle.notes)
    write_folder(replace(bundle, edition=EDITION, notes=notes), folder)
    return folder


def _as_it_was(note: BundledNote) -> BundledNote:
    texts = OLD_TEXTS.get(note.guid, {})
    return replace(note, fields=tuple((name, texts.get(name, html)) for name, html in note.fields))
