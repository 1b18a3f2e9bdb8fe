"""The native form loses nothing: files out as they came in, bundles back as they went out."""

from __future__ import annotations

import json
import os
import tempfile
from pathlib import Path

import pytest
from hypothesis import given
from jsonschema import Draft202012Validator

from aws_flash.domain.bundle import Bundle, BundledNote, BundledTopic
from aws_flash.domain.errors import FileUnwritable
from aws_flash.formats.native.edition import read_deck
from aws_flash.formats.native.reading import read_folder
from aws_flash.formats.native.writing import write_folder
from aws_flash.resources import resource
from tests.formats.native_strategies import bundles

FORMATS = Path(__file__).parents[2] / "docs" / "formats"
DECK = resource("decks", "aws-security")


def files_in(folder: Path) -> dict[str, bytes]:
    return {
        str(path.relative_to(folder)): path.read_bytes()
        for path in folder.rglob("*")
        if path.is_file()
    }


def test_our_deck_is_read_without_problems_and_written_as_it_was(tmp_path: Path) -> None:
    bundle = read_folder(DECK)
    (tmp_path / "copy").mkdir()
    write_folder(bundle, tmp_path / "copy")
    assert bundle.problems == ()
    assert files_in(tmp_path / "copy") == files_in(DECK)


def test_the_manifest_alone_tells_deck_and_edition() -> None:
    bundle = read_folder(DECK)
    deck = read_deck(DECK)
    assert (deck.guid, deck.name, deck.edition) == (bundle.guid, bundle.name, bundle.edition)


@given(bundles())
def test_a_bundle_comes_back_as_it_was_written(bundle: Bundle) -> None:
    with tempfile.TemporaryDirectory() as folder:
        write_folder(bundle, Path(folder) / "deck")
        assert read_folder(Path(folder) / "deck") == bundle


@given(bundles())
def test_the_same_bundle_gives_the_same_bytes(bundle: Bundle) -> None:
    with tempfile.TemporaryDirectory() as folder:
        first, second = Path(folder) / "first", Path(folder) / "second"
        write_folder(bundle, first)
        write_folder(read_folder(first), second)
        assert files_in(first) == files_in(second)


def test_content_that_the_keys_cannot_hold_is_written_as_fields(tmp_path: Path) -> None:
    fields = {"Question": "Which?", "Answer": "", "Explanation": "no answer yet"}
    topic = BundledTopic("Topic00001", None, "STS", 1)
    note = BundledNote("Note000001", topic.guid, "basic", tuple(fields.items()))
    write_folder(Bundle("Deck000001", "Deck", "1", "", (topic,), (note,)), tmp_path / "deck")
    written = json.loads((tmp_path / "deck" / "topics" / "sts.json").read_bytes())
    assert written["notes"] == [{"guid": "Note000001", "kind": "basic", "fields": fields}]
    schema = json.loads((FORMATS / "topic.schema.json").read_bytes())
    assert Draft202012Validator(schema).is_valid(written)
    written["notes"][0]["question"] = "Which?"
    assert not Draft202012Validator(schema).is_valid(written)


def test_a_folder_that_holds_something_is_not_overwritten(tmp_path: Path) -> None:
    (tmp_path / "mine.txt").write_text("mine")
    with pytest.raises(FileUnwritable):
        write_folder(read_folder(DECK), tmp_path)
    assert os.listdir(tmp_path) == ["mine.txt"]  # noqa: PTH208 - the hidden ones too
    assert [path.name for path in tmp_path.parent.iterdir() if path.suffix == ".part"] == []
