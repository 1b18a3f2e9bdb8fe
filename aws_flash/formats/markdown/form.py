"""Markdown among the formats: read, and written as one file or as a folder of them."""

from __future__ import annotations

from typing import Final

from aws_flash.formats.form import Reader, Writer
from aws_flash.formats.markdown.files import SUFFIXES
from aws_flash.formats.markdown.losses import losses_in_file, losses_in_folder
from aws_flash.formats.markdown.reading import FORMAT_ID, read
from aws_flash.formats.markdown.recognising import recognise
from aws_flash.formats.markdown.writing import write_file, write_folder

READER: Final = Reader(FORMAT_ID, "Markdown", SUFFIXES, recognise, read)

WRITER: Final = Writer(FORMAT_ID, "Markdown, one file", ".md", write_file, losses_in_file)

FOLDER_WRITER: Final = Writer(
    "markdown-folder",
    "Markdown, a folder with a file for each topic",
    "",
    write_folder,
    losses_in_folder,
)
