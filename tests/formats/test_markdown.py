"""Decks in Markdown: each way of writing cards is read, and pictures come from beside the file."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest

from aws_flash.domain.bundle import Bundle
from aws_flash.domain.errors import FileEmpty
from aws_flash.domain.monitor import Unwatched
from aws_flash.formats.markdown.form import READER
from aws_flash.formats.registry import reader_for
from aws_flash.formats.source import Source
from tests.formats.markdown_samples import EXAM, HEADED, KI, SIDES, SIGNS, TABLE, samples
from tests.formats.reading_aid import all_sides, read_at, sides

Read = Callable[..., Bundle]


@pytest.fixture
def read(tmp_path: Path) -> Read:
    def from_text(content: str | bytes, name: str = "deck.md") -> Bundle:
        return read_at(tmp_path / name, READER, content)

    return from_text


def test_reads_headings_with_their_bodies(read: Read) -> None:
    bundle = read(HEADED)
    assert [topic.name for topic in bundle.topics] == ["Storage"]
    assert all_sides(bundle) == [
        ("What keeps objects?", "A bucket,<br>in one Region"),
        (
            "Is it <b>public</b>?",
            "<p>No. Unless you say so:</p><pre>aws s3 ls\n# all of them</pre>",
        ),
        ('a &lt; b &amp; "c"?', "<ul><li>one</li><li>two</li></ul>"),
    ]


def test_reads_front_and_back(read: Read) -> None:
    first, second = read(SIDES).notes
    assert first.kind == "choice"
    assert sides(first) == (
        "Which one is cold?",
        *("Standard", "Glacier", "Both"),
        "2",
        "It takes hours.",
    )
    assert sides(second) == ("What keeps objects?", "A <b>bucket</b>")
    assert second.tags == ("s3", "exam")
    assert second.line == 16


def test_reads_questions_with_hidden_answers(read: Read) -> None:
    first, second, third = read(EXAM).notes
    assert sides(first) == ("Which one is cold?", "Standard", "Glacier", "2")
    assert sides(second) == (
        "Which two keep files? (Choose TWO)",
        *("EFS", "FSx", "SQS"),
        "1 2",
        "Both mount.",
    )
    assert sides(third) == ("What is S3?", "A store for <b>objects</b>.")


def test_reads_notes_of_ki_by_their_guids(read: Read) -> None:
    first, second = read(KI).notes
    assert (first.guid, first.tags) == ("e&}2{Z6:Bx$", ("s3", "exam"))
    assert sides(first) == ("What keeps objects?", "A bucket")
    assert (second.kind, sides(second)) == ("cloze", ("A {{c1::bucket}} keeps objects", "Always"))


def test_reads_cards_told_by_signs(read: Read) -> None:
    bundle = read(SIGNS)
    assert [(note.kind, *sides(note)) for note in bundle.notes] == [
        ("basic", "What keeps objects?", "A bucket,<br>in one Region"),
        ("basic", "Glacier", "cold store"),
        ("reversed", "EFS", "file store"),
        ("cloze", "A {{c1::bucket}} keeps {{c2::objects}}."),
        ("cloze", "A {{c1::key}} opens."),
        ("basic", "What is at rest?", "Data in a store"),
    ]
    assert [problem.where for problem in bundle.problems] == ["line 3"]


def test_reads_the_rows_of_a_table(read: Read) -> None:
    first, second = read(TABLE).notes
    assert sides(first) == ("a | b", "c<br>d<br>Price: low")
    assert first.tags == ("s3", "exam")
    assert sides(second) == ("<b>e</b>", "<code>f</code>")


def test_takes_pictures_from_beside_the_file_alone(read: Read, tmp_path: Path) -> None:
    (tmp_path / "img").mkdir()
    (tmp_path / "img" / "map 1.png").write_bytes(b"picture")
    (tmp_path / "secret.txt").write_bytes(b"secret")
    (tmp_path.parent / "outside.png").write_bytes(b"secret")
    (tmp_path / "link.png").symlink_to(tmp_path.parent / "outside.png")
    bundle = read(
        "Q: ![a map](img/map%201.png)\nA: ![](../outside.png) ![](link.png) ![](secret.txt)"
        " ![](/etc/passwd) ![](https://example.org/a.png) [sound:gone.mp3]\n"
    )
    assert [(medium.name, medium.load()) for medium in bundle.media] == [("map 1.png", b"picture")]
    assert bundle.notes[0].fields[0][1] == '<img src="map 1.png" alt="a map">'
    assert len(bundle.problems) == 6


def test_gives_a_repeated_guid_to_the_first_note_alone(read: Read) -> None:
    bundle = read(KI.replace("other", "e&}2{Z6:Bx$"))
    assert len({note.guid for note in bundle.notes}) == 2
    assert [problem.where for problem in bundle.problems] == ["line 20"]


def test_lists_cards_that_ask_nothing(read: Read) -> None:
    bundle = read(SIDES + "<!-- Card Start -->\n### Front\n### Back\nb\n<!-- Card End -->\n")
    assert len(bundle.notes) == 2
    assert ("", "b", "") in [problem.cells for problem in bundle.problems]


def test_reads_a_folder_with_its_files_as_topics(tmp_path: Path) -> None:
    (tmp_path / "aws" / "s3").mkdir(parents=True)
    (tmp_path / "aws" / "s3" / "Buckets.md").write_text(SIDES)
    (tmp_path / "aws" / "Queues.md").write_text(SIGNS)
    with Source(tmp_path / "aws") as source:
        assert reader_for(source).id == "markdown"
        bundle = READER.read(source, Unwatched())
    assert [topic.name for topic in bundle.topics] == [
        *("aws", "Queues", "Storage"),
        *("s3", "Buckets", "Storage"),
    ]
    assert len(bundle.notes) == 8


@pytest.mark.parametrize(("name", "content"), samples())
def test_knows_its_decks_and_reads_them_the_same_way_twice(
    read: Read, tmp_path: Path, name: str, content: bytes
) -> None:
    bundle = read(content, name)
    with Source(tmp_path / name) as source:
        assert reader_for(source).id == "markdown"
    assert bundle.notes
    assert read(content, name).notes == bundle.notes
    assert len({note.guid for note in bundle.notes}) == len(bundle.notes)


@pytest.mark.parametrize(
    "text",
    [
        "# KMS\n\n- Key: opens\n- Lock: shuts\n\n## More\n\n- Door: stands\n",
        "Just a line of text\n",
        "\u2022 one\n\u2022 two\nQ: a?\nA: b\n\u2022 three\n\u2022 four\n\u2022 five\n",
        "# Title\n\nA long text about keys, of which nobody would make a card as it is.\n",
    ],
)
def test_leaves_notes_to_the_reader_of_notes(tmp_path: Path, text: str) -> None:
    path = tmp_path / "notes.md"
    path.write_text(text)
    with Source(path) as source:
        assert reader_for(source).id == "notes-outline"


def test_tells_a_file_without_cards(read: Read) -> None:
    with pytest.raises(FileEmpty):
        read("no card here\n")
