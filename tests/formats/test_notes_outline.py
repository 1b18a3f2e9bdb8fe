"""Notes become drafts: what each shape of line turns into."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest

from aws_flash.domain.bundle import Bundle, BundledNote
from aws_flash.domain.errors import FileEmpty, FileUnsafe, UserError
from aws_flash.formats.notes_outline.form import READER
from aws_flash.formats.source import Source
from tests.formats.notes_outline_samples import (
    MARKDOWN,
    OPML,
    ORG,
    PAGES,
    PASTED,
    QUESTIONS,
    TALK,
    samples,
)
from tests.formats.reading_aid import all_sides, read_at, sides

Read = Callable[..., Bundle]


@pytest.fixture
def read(tmp_path: Path) -> Read:
    def from_text(content: str | bytes, name: str = "notes.txt") -> Bundle:
        return read_at(tmp_path / name, READER, content)

    return from_text


def topics(bundle: Bundle) -> list[str]:
    return [topic.name for topic in bundle.topics]


def at_line(bundle: Bundle, line: int) -> list[BundledNote]:
    return [note for note in bundle.notes if note.line == line]


def test_counts_what_became_of_each_line(read: Read) -> None:
    tally = dict(read(PASTED).tally)
    assert tally["lines"] == len(PASTED.splitlines())
    assert tally["headings"] == 3
    assert tally["bullets"] == 15
    assert tally["table lines"] == 4
    assert tally["table cells"] == 6
    assert tally["sub-headings cut off"] == 3
    assert tally["groups without a heading"] == 3
    assert tally["lines dropped"] == 0


def test_takes_headings_glued_to_bullets_for_topics(read: Read) -> None:
    bundle = read(PASTED)
    names = {topic.guid: topic.name for topic in bundle.topics}
    below = [
        topic.name for topic in bundle.topics if names.get(topic.parent or "") == "Amazon Events"
    ]
    assert below == ["Use Cases", "Event Buses", "Partner Buses"]
    assert "line 30" in [problem.where for problem in bundle.problems]


def test_begins_a_group_after_two_blank_lines_and_asks_for_its_name(read: Read) -> None:
    bundle = read(PASTED)
    assert topics(bundle)[2:5] == ["Notes from line 14", "Notes from line 18", "Notes from line 23"]
    assert any("name" in problem.why for problem in bundle.problems if problem.where == "line 14")


def test_hangs_brief_bullets_on_the_one_that_announces_them(read: Read) -> None:
    (note,) = at_line(read(PASTED), 18)
    assert sides(note) == ("Started by calling", "<ul><li>PutRecord</li><li>PutRecords</li></ul>")


def test_makes_a_card_of_each_row_of_a_flattened_table(read: Read) -> None:
    bundle = read(PASTED)
    (same,), (other,) = at_line(bundle, 24), at_line(bundle, 25)
    assert sides(same)[1] == "For all of them"
    assert sides(other) == (
        "StandardQueue / FifoQueue: which is which?<br>Keeps no order<br>Keeps strict order",
        "StandardQueue: Keeps no order<br>FifoQueue: Keeps strict order",
    )


def test_splits_sentences_only_where_they_end(read: Read) -> None:
    drafts = at_line(read(PASTED), 7)
    assert len(drafts) == 3
    assert sides(drafts[0]) == ("Queues keep messages for {{c1::14 days}}.",)
    assert "2.0 of example.org" in sides(drafts[2])[0].replace("{{c1::", "").replace("}}", "")


def test_asks_for_each_member_of_a_list(read: Read) -> None:
    (note,) = at_line(read(PASTED), 8)
    assert sides(note) == ("Topics push to {{c1::Lambda}}, {{c2::Firehose}} and {{c3::SQS}}.",)
    assert "list" in note.tags


def test_tags_absolute_words_and_notes_to_oneself(read: Read) -> None:
    bundle = read("- A bucket cannot hold a bucket\n- TODO look up the price of Glacier\n")
    assert [set(note.tags) & {"check", "unsure"} for note in bundle.notes] == [
        {"check"},
        {"unsure"},
    ]


def test_marks_a_sentence_in_which_nothing_stands_out_as_in_want_of_a_question(read: Read) -> None:
    (note,) = read("- They never expire\n").notes
    assert (note.kind, sides(note)) == ("basic", ("They never expire",))
    assert note.fields[0] == ("Question", "")
    assert "needs-question" in note.tags


def test_hides_the_heading_from_what_is_said_of_it(read: Read) -> None:
    (note,) = read("# Amazon Macie\n\n- Finds secrets in buckets\n").notes
    assert sides(note) == ("{{c1::Amazon Macie}}: Finds secrets in buckets",)


def test_tells_what_is_said_twice(read: Read) -> None:
    bundle = read(
        "- Security groups are stateful firewalls of instances\n"
        "- Lambda scales by itself\n"
        "- Stateful firewalls of instances: security groups\n"
    )
    assert [note.line for note in bundle.notes if "said-twice" in note.tags] == [3]
    assert [problem.where for problem in bundle.problems] == ["line 3"]


@pytest.mark.parametrize(
    ("line", "question", "answer"),
    [
        ("KMS: keeps keys", "KMS", "keeps keys"),
        ("KMS - keeps keys", "KMS", "keeps keys"),
        ("KMS \u2013 keeps keys", "KMS", "keeps keys"),
        ("KMS = keeps keys", "KMS", "keeps keys"),
        ("KMS \u2192 keeps keys", "KMS", "keeps keys"),
        ("KMS\tkeeps keys", "KMS", "keeps keys"),
        ("**KMS**: keeps `keys`", "<b>KMS</b>", "keeps <code>keys</code>"),
        ("Is it regional? Yes, it is.", "Is it regional?", "Yes, it is."),
        ("a < b: c & d", "a &lt; b", "c &amp; d"),
    ],
)
def test_asks_for_the_meaning_of_a_term(read: Read, line: str, question: str, answer: str) -> None:
    assert all_sides(read(f"\u2022 {line}")) == [(question, answer)]


@pytest.mark.parametrize(
    ("line", "text"),
    [
        ("A key is {{c1::regional}} here", "A key is {{c1::regional}} here"),
        ("A ==key== is ==regional==", "A {{c1::<b>key</b>}} is {{c2::<b>regional</b>}}"),
        ("It keeps [[keys]] of all sorts", "It keeps {{c1::<b>keys</b>}} of all sorts"),
    ],
)
def test_keeps_holes_of_the_notes_own(read: Read, line: str, text: str) -> None:
    assert all_sides(read(f"- {line}\n")) == [(text,)]


@pytest.mark.parametrize(
    "glyph",
    [
        *"\u2022\u25e6\u25aa\u2023\u2013\u2014\u00b7-*+o\u00a7\u2610\u2192\uf0b7",
        "1)",
        "(a)",
        "- [x]",
        "\u2022\t",
    ],
)
def test_knows_the_bullets_of_all_programs(read: Read, glyph: str) -> None:
    bundle = read(
        f"KMS\n\n\t{glyph} Key: opens\r{glyph}\u00a0Lock: shuts\r\n\u200b{glyph} Door: stands"
    )
    assert dict(bundle.tally)["bullets"] == 3
    assert [note.line for note in bundle.notes] == [3, 4, 5]


@pytest.mark.parametrize(
    "text",
    [
        "Buckets\n=======\n\n- Key: opens\n",
        "Buckets\n\n- Key: opens\n",
        "Buckets:\n- Key: opens\n",
        "BUCKETS AND MORE\nKey: opens\n",
        "1. Buckets\n\n- Key: opens\n",
        "2.1 Buckets\n- Key: opens\n",
        "## Buckets ##\n- Key: opens\n",
    ],
)
def test_knows_headings_of_all_sorts(read: Read, text: str) -> None:
    bundle = read(text)
    assert [name.lower().strip("0123456789. ")[:7] for name in topics(bundle)] == ["buckets"]
    assert all_sides(bundle) == [("Key", "opens")]


def test_reads_questions_of_the_notes_own(read: Read) -> None:
    notes = read(QUESTIONS).notes
    assert sides(notes[0]) == ("What keeps objects?", "A bucket")
    assert sides(notes[1]) == ("How long may a name be?", "63 characters")
    assert notes[2].kind == "choice"
    assert dict(notes[2].fields)["Right"] == "2"
    assert dict(notes[2].fields)["Explanation"] == "it takes hours to read."
    assert sides(notes[3]) == ("Which service sends mail?", "Simple Email Service")
    assert sides(notes[4]) == ("A queue keeps messages for {{c1::14}} days.",)


def test_reads_markdown(read: Read) -> None:
    bundle = read(MARKDOWN, "notes.md")
    assert topics(bundle) == ["Storage", "Buckets"]
    assert all_sides(bundle)[:3] == [
        ("<b>Bucket</b>", "holds objects"),
        ("<b>Object</b>", "a file and its name"),
        ("<b>Object</b> \u2013 at most {{c1::5 TB}}",),
    ]
    assert ("Class: Glacier \u2013 Price / Speed", "Price: low<br>Speed: slow") in all_sides(bundle)
    assert ("Buckets", "<pre>aws s3 ls</pre>") in all_sides(bundle)
    assert ("Buckets", "<ol><li>make it</li><li>fill it</li></ol>") in all_sides(bundle)
    assert any('<a href="https://example.org/guide">' in side for side in all_sides(bundle)[3])


def test_joins_lines_and_leaves_out_what_belongs_to_pages(read: Read) -> None:
    bundle = read(PAGES)
    tally = dict(bundle.tally)
    assert tally["page numbers and running heads"] == 6
    assert "address of its own" in "".join(sides(bundle.notes[0]))
    assert topics(bundle) == ["notes", "OBJECTS"]


def test_keeps_where_in_a_talk_it_was_said(read: Read) -> None:
    first, second = read(TALK).notes
    assert sides(first) == (
        "A queue keeps messages for {{c1::14 days}}",
        "00:13:05 Ann Lee:",
    )
    assert sides(second)[1] == "Slide 13"


def test_reads_org_files(read: Read) -> None:
    bundle = read(ORG, "notes.org")
    assert topics(bundle) == ["Buckets", "TODO Versions"]
    assert all_sides(bundle)[0] == ("Bucket", "holds objects")
    assert "aws s3 ls" in all_sides(bundle)[1][-1]


def test_reads_opml(read: Read) -> None:
    bundle = read(OPML, "notes.opml")
    assert topics(bundle) == ["Storage", "Buckets"]
    assert ("Object", "a file") in all_sides(bundle)
    assert {note.line for note in bundle.notes} == {5, 6}


def test_reads_logseq_cards_and_passes_over_properties(read: Read) -> None:
    bundle = read("- id:: 12\n- What is a key? #card\n  - It opens\n  - It shuts\n")
    assert all_sides(bundle) == [("What is a key?", "<ul><li>It opens</li><li>It shuts</li></ul>")]
    assert dict(bundle.tally)["settings and comments"] == 1


def test_keeps_code_whose_fence_never_closes(read: Read) -> None:
    (note,) = read("# KMS\n- key: value\n```json\n# no heading\n- no bullet\n").notes
    assert "# no heading\n- no bullet" in sides(note)[-1]


@pytest.mark.parametrize(("name", "content"), samples())
def test_reads_all_samples_the_same_way_twice(read: Read, name: str, content: bytes) -> None:
    bundle = read(content, name)
    assert bundle.is_draft
    assert bundle.notes
    assert read(content, name).notes == bundle.notes
    assert len({note.guid for note in bundle.notes}) == len(bundle.notes)


def test_finds_the_same_notes_when_lines_were_moved(read: Read) -> None:
    before = read("# A\n- Key: opens\n- Lock: shuts\n")
    after = read("# B\n- Lock: shuts\n- Key: opens\n")
    assert {note.guid for note in before.notes} == {note.guid for note in after.notes}


@pytest.mark.parametrize("content", [b"", b"\n \n\t\r\n", "\ufeff\u200b\n".encode()])
def test_refuses_what_has_no_words(read: Read, content: bytes) -> None:
    with pytest.raises(UserError):
        read(content)


def test_refuses_a_log(read: Read) -> None:
    with pytest.raises(FileUnsafe):
        read("a\n" * 200_002)


def test_tells_an_empty_file(read: Read) -> None:
    with pytest.raises(FileEmpty):
        read("\n\n")


@pytest.mark.parametrize(
    ("content", "least", "most"),
    [
        (PASTED, 60, 70),
        (MARKDOWN, 60, 70),
        (OPML, 90, 100),
        ("Just a line of text", 1, 20),
        ("front,back\nKMS,keys\nACM,certificates\n", 1, 5),
        ("front\tback\nKMS\tkeys\nACM\tcertificates\n", 1, 5),
        ("#separator:tab\nKMS\tkeys\n", 1, 5),
        ("<?xml version='1.0'?><kvtml/>", 0, 0),
        ("\x89PNG\r\n\x1a\n\x00\x00\x00", 0, 0),
        ("", 0, 0),
    ],
)
def test_tells_how_sure_it_is(tmp_path: Path, content: str, least: int, most: int) -> None:
    path = tmp_path / "file"
    path.write_bytes(content.encode("latin-1" if content.startswith("\x89") else "utf-8"))
    with Source(path) as source:
        assert least <= READER.recognise(source) <= most


@pytest.mark.parametrize("content", ["KMS keeps keys", "KMS", "KMS\n\nACM\n", "# KMS\n"])
def test_makes_drafts_of_lines_that_nothing_stands_below(read: Read, content: str) -> None:
    assert "KMS" in "".join(sides(read(content).notes[0]))


def test_takes_org_headings_with_nothing_below_for_items(read: Read) -> None:
    bundle = read("* Storage\n** Bucket: holds objects\n** Object: a file\n")
    assert topics(bundle) == ["Storage"]
    assert all_sides(bundle) == [("Bucket", "holds objects"), ("Object", "a file")]


@pytest.mark.parametrize(
    ("text", "first"),
    [
        ("Key\n    It opens\n\nLock\n    It shuts\n", ("Key", "It opens")),
        ("Q1. Who?\nA1. You\n", ("Who?", "You")),
        (
            "Rule   Group   List\nState  yes     no\nDeny   no      yes\n",
            ("Rule: State \u2013 Group / List", "Group: yes<br>List: no"),
        ),
        (
            "Service\tScope\tPrice\nKMS\tone\tlow\nS3\tall\thigh\n",
            ("KMS \u2013 Scope / Price", "Scope: one<br>Price: low"),
        ),
        ("A) Two-part\n\n- Key: opens\n", ("Key", "opens")),
        ("!!! Never share keys of the Root User\n", None),
    ],
)
def test_reads_more_shapes(read: Read, text: str, first: tuple[str, ...] | None) -> None:
    drafts = all_sides(read(text))
    assert drafts[0] == first if first else len(drafts) == 1


def test_takes_lower_case_letters_for_right_options(read: Read) -> None:
    (note,) = read("1) Which is cold?\na) Standard\nb) Glacier\nAnswer: b\n").notes
    assert (note.kind, dict(note.fields)["Right"]) == ("choice", "2")


def test_tells_which_pictures_are_left_out(read: Read) -> None:
    bundle = read("- Key: opens\n- ![A map of keys](img/map.png) shows all doors\n")
    assert "A map of keys shows all doors" in "".join(sides(bundle.notes[1])).replace(
        "{{c1::", ""
    ).replace("}}", "")
    assert [(one.where, "img/map.png" in one.why) for one in bundle.problems] == [("line 2", True)]
