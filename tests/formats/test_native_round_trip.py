"""The native form loses nothing: files out as they came in, bundles back as they went out."""

from __future__ import annotations

import json
import os
import tempfile
from dataclasses import replace
from pathlib import Path

import pytest
from hypothesis import given
from jsonschema import Draft202012Validator

from aws_flash.domain.bundle import Bundle, BundledNote, BundledTopic, held_medium
from aws_flash.domain.errors import FileUnwritable
from aws_flash.domain.monitor import Unwatched
from aws_flash.formats.native import manifest, writing
from aws_flash.formats.native.edition import read_deck
from aws_flash.formats.native.form import READER, WRITER
from aws_flash.formats.native.reading import read_folder
from aws_flash.formats.native.writing import write_folder
from aws_flash.formats.source import Source
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


def loaded(bundle: Bundle) -> Bundle:
    """The same with its media in memory, so that they can be compared."""
    return replace(bundle, media=tuple(held_medium(m.name, m.load()) for m in bundle.media))


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
        assert loaded(read_folder(Path(folder) / "deck")) == bundle


@given(bundles())
def test_the_same_bundle_gives_the_same_bytes(bundle: Bundle) -> None:
    with tempfile.TemporaryDirectory() as folder:
        first, second = Path(folder) / "first", Path(folder) / "second"
        write_folder(bundle, first)
        write_folder(read_folder(first), second)
        assert files_in(first) == files_in(second)


@given(bundles())
def test_an_archive_holds_the_same_and_has_the_same_bytes_each_time(bundle: Bundle) -> None:
    with tempfile.TemporaryDirectory() as folder:
        first, second = Path(folder) / "first.awsflash", Path(folder) / "second.awsflash"
        WRITER.write(bundle, first, Unwatched())
        with Source(first) as source:
            assert READER.recognise(source) == 100
            again = READER.read(source, Unwatched())
            assert loaded(again) == bundle
            WRITER.write(again, second, Unwatched())
        assert first.read_bytes() == second.read_bytes()
        assert sorted(os.listdir(folder)) == ["first.awsflash", "second.awsflash"]  # noqa: PTH208


def test_a_bundle_without_identity_and_topics_gets_both_for_ever_the_same(tmp_path: Path) -> None:
    note = BundledNote("Note000001", "", "basic", (("Question", "a"), ("Answer", "b")))
    loose = Bundle("", "Words", "", "", (), (note,))
    write_folder(loose, tmp_path / "first")
    write_folder(loose, tmp_path / "second")
    assert files_in(tmp_path / "first") == files_in(tmp_path / "second")
    read = read_folder(tmp_path / "first")
    assert [topic.name for topic in read.topics] == ["Words"]
    assert read.notes[0].topic == read.topics[0].guid


def test_topics_whose_names_and_places_look_alike_have_files_apart(tmp_path: Path) -> None:
    root = BundledTopic("Topic00001", None, "1", 1)
    below = BundledTopic("Topic00002", root.guid, ":", 1)
    fields = (("Question", "a"), ("Answer", "b"), ("Explanation", ""))
    notes = tuple(
        BundledNote(f"Note00000{place}", topic.guid, "basic", fields)
        for place, topic in enumerate((root, below))
    )
    write_folder(Bundle("Deck000001", "Deck", "1", "", (root, below), notes), tmp_path / "deck")
    assert read_folder(tmp_path / "deck").notes == notes


def test_a_topic_with_very_many_notes_has_several_files(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(manifest, "NOTES_IN_A_FILE", 2)
    monkeypatch.setattr(writing, "NOTES_IN_A_FILE", 2)
    topic = BundledTopic("Topic00001", None, "STS", 1)
    fields = (("Question", "a"), ("Answer", "b"), ("Explanation", ""))
    notes = tuple(BundledNote(f"Note{n:06}", topic.guid, "basic", fields) for n in range(5))
    write_folder(Bundle("Deck000001", "Deck", "1", "", (topic,), notes), tmp_path / "deck")
    assert sorted(file.name for file in (tmp_path / "deck" / "topics").iterdir()) == [
        "sts.json",
        "sts_2.json",
        "sts_3.json",
    ]
    assert read_folder(tmp_path / "deck").notes == notes


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
