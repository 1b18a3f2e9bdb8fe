"""What is written as Markdown is read back the same, and reads well."""

from __future__ import annotations

import tempfile
from dataclasses import replace
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from aws_flash.domain.bundle import Bundle, BundledCard, BundledNote, BundledTopic, Progress
from aws_flash.domain.errors import FileUnwritable
from aws_flash.domain.kind import BUILT_IN, CardTemplate, Family, Kind
from aws_flash.domain.monitor import Unwatched
from aws_flash.formats.markdown.form import FOLDER_WRITER, READER, WRITER
from aws_flash.formats.markdown.from_html import markdown_of
from aws_flash.formats.markdown.rendering import field_html
from aws_flash.formats.source import Source
from tests.formats.native_strategies import bundles

SAMPLE = Bundle(
    guid="deck",
    name="Storage",
    edition="1",
    description="",
    topics=(BundledTopic("t1", None, "Storage", 1), BundledTopic("t2", "t1", "S3", 1, "cold")),
    notes=(
        BundledNote(
            guid="n1",
            topic="t2",
            kind="basic",
            fields=(
                ("Question", "What keeps <b>objects</b>?"),
                ("Answer", "A bucket<br>(* a_b *)"),
                ("Explanation", '<table><tr><td colspan="2">x</td></tr></table>'),
            ),
            tags=("s3",),
        ),
    ),
)
OURS = {kind.guid for kind in BUILT_IN}
FOREIGN = Kind(
    0, "far", "Far", Family.IMPORTED, ("One", "Two"), (CardTemplate("Card", "{{One}}", "{{Two}}"),)
)


def back(bundle: Bundle, *, as_folder: bool) -> Bundle:
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder, "deck-markdown" if as_folder else "deck.md")
        (FOLDER_WRITER if as_folder else WRITER).write(bundle, path, Unwatched())
        with Source(path) as source:
            assert READER.recognise(source) > 90
            read = READER.read(source, Unwatched())
            media = tuple(sorted((one.name, one.load()) for one in read.media))
    assert not as_folder or media == tuple(sorted((one.name, one.load()) for one in bundle.media))
    return replace(read, media=())


def carried(bundle: Bundle) -> Bundle:
    """A bundle as far as Markdown carries it."""
    return Bundle(
        guid=bundle.guid,
        name=bundle.name,
        edition=bundle.edition,
        description=bundle.description,
        topics=bundle.topics,
        notes=tuple(
            BundledNote(note.guid, note.topic, note.kind, note.fields, note.tags)
            for note in bundle.notes
        ),
        licence=bundle.licence,
        authors=bundle.authors,
        exam=bundle.exam,
        statements=bundle.statements,
    )


def is_ours(bundle: Bundle) -> bool:
    """Tell whether a bundle has notes of built-in kinds alone."""
    return all(note.kind in OURS for note in bundle.notes)


def read_notes(bundle: Bundle) -> tuple[BundledNote, ...]:
    return tuple(replace(note, line=None) for note in bundle.notes)


@given(bundles().filter(is_ours), st.booleans())
def test_reads_back_what_was_written(bundle: Bundle, as_folder: bool) -> None:  # noqa: FBT001 - drawn by place
    read = back(bundle, as_folder=as_folder)
    assert replace(read, notes=read_notes(read), problems=()) == carried(bundle)


@given(st.text(st.sampled_from("ab1<>&;#*_-+.)(`[]{}\\/=~|:! \n\r\tpi"), max_size=40) | st.text())
def test_any_field_reads_back_the_same(html: str) -> None:
    assert field_html(markdown_of(html)) == html


@pytest.mark.parametrize(
    ("html", "markdown"),
    [
        ("a bucket", "a bucket"),
        ("one<br>two", "one\ntwo"),
        ("<b>bold</b> and <i>leaning</i>", "**bold** and *leaning*"),
        ("<code>a_b</code>", "```html field\n<code>a_b</code>\n```"),
        ("<code>s3 ls</code>", "`s3 ls`"),
        ("<p>one</p><p>two</p>", "one\n\ntwo"),
        ("<ul><li>one</li><li>two</li></ul>", "- one\n- two"),
        ("<p>So:</p><ol><li>one</li><li>two</li></ol>", "So:\n\n1. one\n1. two"),
        ("2 * 3 * 4", "2 \\* 3 \\* 4"),
        ("# no heading", "\\# no heading"),
        ('<img src="a.png" alt="a map">', "![a map](a.png)"),
        ("a &lt; b &amp; c", "a &lt; b &amp; c"),
        ("<u>under</u>", "<u>under</u>"),
    ],
)
def test_writes_markdown_that_people_would_write(html: str, markdown: str) -> None:
    assert markdown_of(html) == markdown
    assert field_html(markdown) == html


def test_writes_one_file_that_reads_well(tmp_path: Path) -> None:
    WRITER.write(SAMPLE, tmp_path / "deck.md", Unwatched())
    shown = [
        line
        for line in (tmp_path / "deck.md").read_text().splitlines()
        if line and not line.startswith("<!--")
    ]
    assert shown == [
        "# Storage",
        "## S3",
        "### Front",
        "What keeps **objects**?",
        "### Back",
        "A bucket",
        "(\\* a\\_b \\*)",
        "### Explanation",
        "```html field",
        '<table><tr><td colspan="2">x</td></tr></table>',
        "```",
    ]


def test_writes_a_file_for_each_topic(tmp_path: Path) -> None:
    FOLDER_WRITER.write(SAMPLE, tmp_path / "deck", Unwatched())
    assert sorted(path.name for path in (tmp_path / "deck").iterdir()) == [
        "1 Storage.md",
        "2 S3.md",
    ]


def test_does_not_write_into_a_folder_that_holds_something(tmp_path: Path) -> None:
    (tmp_path / "mine.md").write_text("mine")
    with pytest.raises(FileUnwritable):
        FOLDER_WRITER.write(SAMPLE, tmp_path, Unwatched())
    assert (tmp_path / "mine.md").read_text() == "mine"


def test_makes_plain_cards_of_kinds_of_other_programs_and_says_so() -> None:
    note = replace(SAMPLE.notes[0], kind="far", fields=(("One", "a"), ("Two", "b")))
    bundle = replace(SAMPLE, notes=(note,), kinds=(FOREIGN,))
    (read,) = back(bundle, as_folder=False).notes
    assert read.fields == (("Question", "a"), ("Answer", "b"), ("Explanation", ""))
    assert any("other programs" in sentence for sentence in WRITER.losses(bundle))


def test_says_that_progress_stays() -> None:
    cards = (BundledCard("n1", 1, progress=Progress(3, 100)),)
    assert WRITER.losses(SAMPLE) == ()
    assert WRITER.losses(replace(SAMPLE, cards=cards)) == ("Boxes and due days stay here.",)
