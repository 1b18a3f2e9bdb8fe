"""Files that come in, made by hand, so that pictures show every state of a preview."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

from aws_flash.application.importing.arrival import Arrival
from aws_flash.domain.bundle import (
    Bundle,
    BundledCard,
    BundledNote,
    BundledTopic,
    Progress,
)
from aws_flash.formats.source import Source

_ANKI = ("apkg", "Anki package")
_NOTES = ("notes_outline", "Study notes")
TABLE = """\
Question;Answer;Tags
What does a security group do that a network ACL does not?;It remembers connections.;vpc
Which way does an egress-only internet gateway let traffic begin?;Outward only.;vpc ipv6
What is a NAT gateway for?
"Which record does Route 53 answer at the apex?;An alias record.;dns
How many subnets can one network ACL serve?;Any number; a subnet has exactly one.;vpc
"""
_WORDS = {
    "Networking": (
        ("What does a security group do that a network ACL does not?", "It remembers connections."),
        ("Which way does an egress-only internet gateway let IPv6 traffic begin?", "Outward only."),
        ("How many subnets can one network ACL serve?", "Any number; a subnet has exactly one."),
    ),
    "Encryption": (
        ("Who can use a customer managed KMS key?", "Whoever its key policy allows."),
        ("What does envelope encryption encrypt with the KMS key?", "Only the data key."),
    ),
    "Logging": (
        ("Where do CloudTrail's event files go?", "To an S3 bucket."),
        ("What do VPC flow logs leave out?", "The content of packets."),
        ("How long does CloudTrail's event history reach back?", "90 days."),
    ),
}


def collection(*, later: bool = False) -> Bundle:
    """Return a whole collection with progress; a `later` state of it has one text changed."""
    topics = [BundledTopic("sec", None, "Security speciality", 1)]
    notes: list[BundledNote] = []
    for position, (name, cards) in enumerate(_WORDS.items(), start=1):
        topics.append(BundledTopic(f"sec-{position}", "sec", name, position))
        notes += [
            _basic(f"scene{position}{at}", f"sec-{position}", question, answer)
            for at, (question, answer) in enumerate(cards)
        ]
    if later:
        notes[0] = with_answer(notes[0], "It is stateful: it remembers connections.")
        notes[1] = with_answer(notes[1], "Outward only; answers come back in.")
        notes.append(_basic("scene99", "sec-3", "What does Config record?", "Changes of settings."))
    cards = tuple(
        BundledCard(note.guid, 0, progress=Progress(rest=9, due=20_790 + at, streak=3))
        for at, note in enumerate(notes)
        if at % 2
    )
    whole = Bundle("", "Security speciality", "", "", tuple(topics), tuple(notes))
    return replace(whole, cards=cards, is_collection=True)


def drafts() -> Bundle:
    """Return drafts made of study notes, some with gaps, and what became of each line."""
    topics = tuple(
        BundledTopic(f"d{at}", None, name, at)
        for at, name in enumerate(
            ("Misc Notes", "Shared Responsibility Model", "Instance Isolation", "Amazon Cognito")
        )
    )
    asked = (
        ("On managed services, who patches and runs anti-virus?", "AWS"),
        ("Can you download a KMS key?", "No, you can only refer to it"),
    )
    gaps = (
        "API and user activity is logged with {{c1::CloudTrail}}",
        "Management of the guest OS is {{c1::your}} responsibility",
        "KMS master keys are specific to the {{c1::Region}}",
    )
    notes = [_basic(f"draft{at}", "d1", *one) for at, one in enumerate(asked)]
    notes += [
        BundledNote(f"gap{at}", f"d{1 + at % 3}", "cloze", (("Text", text), ("Explanation", "")))
        for at, text in enumerate(gaps * 7)
    ]
    lined = tuple(replace(note, line=12 + 3 * at) for at, note in enumerate(notes))
    tally = (("lines", 93), ("bullets", 49), ("headings", 9), ("blank", 35))
    whole = Bundle("", "notes", "", "", topics, lined, is_draft=True)
    return replace(whole, tally=tally)


def arrival(bundle: Bundle, name: str) -> Arrival:
    """Return a bundle as if it came from the file of that name."""
    kinds = {".apkg": _ANKI, ".colpkg": _ANKI, ".txt": _NOTES}
    path = Path(name)
    return Arrival(path, *kinds[path.suffix], bundle, Source(path))


def with_answer(note: BundledNote, answer: str) -> BundledNote:
    """Return a note with another answer."""
    fields = tuple((name, answer if name == "Answer" else html) for name, html in note.fields)
    return replace(note, fields=fields)


def _basic(guid: str, topic: str, question: str, answer: str) -> BundledNote:
    fields = (("Question", question), ("Answer", answer), ("Explanation", ""))
    return BundledNote(guid, topic, "basic", fields)
