"""All formats, a line each; a format's module is imported when a file asks for it."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

from aws_flash.domain.errors import FileEmpty, FormatUnknown
from aws_flash.formats.source import Source

if TYPE_CHECKING:
    from aws_flash.formats.form import Reader, Writer


def readers() -> tuple[Reader, ...]:
    """Return all readers, those first that are to win where two are equally sure."""
    from aws_flash.formats.apkg.form import READER as ANKI
    from aws_flash.formats.crowdanki.form import READER as CROWDANKI
    from aws_flash.formats.delimited.form import READER as DELIMITED
    from aws_flash.formats.jmemorize.form import READER as JMEMORIZE
    from aws_flash.formats.json_cards.form import READER as JSON
    from aws_flash.formats.kvtml.form import READER as KVTML
    from aws_flash.formats.markdown.form import READER as MARKDOWN
    from aws_flash.formats.mnemosyne.form import READER as MNEMOSYNE
    from aws_flash.formats.native.form import READER as NATIVE
    from aws_flash.formats.notes_outline.form import READER as NOTES_OUTLINE
    from aws_flash.formats.pauker import READER as PAUKER
    from aws_flash.formats.supermemo import READER as SUPERMEMO

    # CrowdAnki before the native form: both have folders with a deck.json.
    return (
        CROWDANKI,
        NATIVE,
        ANKI,
        MNEMOSYNE,
        KVTML,
        PAUKER,
        JMEMORIZE,
        SUPERMEMO,
        JSON,
        DELIMITED,
        MARKDOWN,
        NOTES_OUTLINE,
    )


def writers() -> tuple[Writer, ...]:
    """Return all writers, the best first; of those for Anki the one that most of them open."""
    from aws_flash.formats.apkg.form import LEGACY_WRITER as ANKI
    from aws_flash.formats.apkg.form import WRITER as NEWER_ANKI
    from aws_flash.formats.delimited.form import WRITER as CSV
    from aws_flash.formats.kvtml.form import WRITER as KVTML
    from aws_flash.formats.markdown.form import FOLDER_WRITER as MARKDOWN_FOLDER
    from aws_flash.formats.markdown.form import WRITER as MARKDOWN
    from aws_flash.formats.native.form import FOLDER_WRITER as NATIVE_FOLDER
    from aws_flash.formats.native.form import WRITER as NATIVE

    return (
        NATIVE,
        ANKI,
        NEWER_ANKI,
        CSV,
        MARKDOWN,
        KVTML,
        NATIVE_FOLDER,
        MARKDOWN_FOLDER,
    )


def reader_for(source: Source) -> Reader:
    """Return the reader that is surest of a file.

    Raises:
        FileUnreadable: the file cannot be opened.
        FileEmpty: there is nothing in it.
        FormatUnknown: no reader knows it.
    """
    if not source.is_folder and not source.head:
        raise FileEmpty(str(source.path))
    sure, best = max(
        ((reader.recognise(source), reader) for reader in readers()), key=lambda one: one[0]
    )
    if sure <= 0:
        raise FormatUnknown(str(source.path))
    return best


def writer_of(format_id: str) -> Writer | None:
    """Return the writer of this id, None if there is none."""
    return next((writer for writer in writers() if writer.id == format_id), None)


def writer_for(path: Path) -> Writer | None:
    """Return the first writer whose files end as this name does, None if there is none.

    A name without a suffix asks for a folder.
    """
    suffix = path.suffix.lower()
    return next((writer for writer in writers() if writer.suffix == suffix), None)
