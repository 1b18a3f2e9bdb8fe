"""What goes out as KVTML comes back, as far as KVTML can hold it; what it can't is said."""

from __future__ import annotations

import tempfile
from pathlib import Path

from defusedxml.ElementTree import fromstring
from hypothesis import given
from hypothesis import strategies as st

from aws_flash.domain.bundle import (
    Bundle,
    BundledCard,
    BundledNote,
    BundledTopic,
    Progress,
    held_medium,
)
from aws_flash.domain.monitor import Unwatched
from aws_flash.formats.html_field import plain_html
from aws_flash.formats.kvtml.form import READER, WRITER
from tests.formats.reading_aid import paths_of, read_content

_TEXT = st.text(st.characters(codec="utf-8", exclude_characters="\r"), min_size=1)
_FIELD = _TEXT.map(plain_html).filter(lambda text: text and "[sound:" not in text)
_TAGS = st.lists(st.from_regex(r"[a-z:]{1,9}", fullmatch=True), max_size=3, unique=True)


@st.composite
def _progress(draw: st.DrawFn) -> Progress | None:
    rest = draw(st.integers(1, 400))
    return draw(
        st.none()
        | st.builds(
            Progress,
            rest=st.just(rest),
            due=st.integers(rest, 40_000),
            lapses=st.integers(0, 9),
            streak=st.integers(0, 9),
            box=st.integers(1, 7),
        )
    )


@st.composite
def _bundles(draw: st.DrawFn, kind: str) -> Bundle:
    topics = (
        BundledTopic("t0", None, "Deck", 1),
        BundledTopic("t1", "t0", "A & B", 1),
        BundledTopic("t2", "t1", "<deep>", 1),
        BundledTopic("t3", "t0", "Last", 2),
    )
    sides = draw(st.lists(st.tuples(_FIELD, _FIELD, _FIELD | st.just("")), min_size=1, max_size=6))
    notes, cards = [], []
    for number, (question, answer, explanation) in enumerate(sides):
        fields = (("Question", question), ("Answer", answer), ("Explanation", explanation))
        topic = draw(st.sampled_from(topics)).guid
        notes.append(BundledNote(str(number), topic, kind, fields, tuple(sorted(draw(_TAGS)))))
        suspended = draw(st.booleans())
        cards += [
            BundledCard(str(number), ordinal, suspended=suspended, progress=draw(_progress()))
            for ordinal in range(2 if kind == "reversed" else 1)
        ]
    return Bundle("", "Deck", "", "About", topics, tuple(notes), cards=tuple(cards))


def _written(bundle: Bundle) -> bytes:
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder, "out.kvtml")
        WRITER.write(bundle, path, Unwatched())
        return path.read_bytes()


def _content(bundle: Bundle) -> list[object]:
    paths = paths_of(bundle.topics)
    places = {note.guid: place for place, note in enumerate(bundle.notes)}
    cards = [
        (places[card.note], card.ordinal, card.suspended, card.progress) for card in bundle.cards
    ]
    notes = [(note.fields, paths[note.topic], sorted(note.tags)) for note in bundle.notes]
    return [notes, cards, bundle.description, list(paths.values())]


@given(_bundles("basic"))
def test_one_way_notes_come_back(bundle: Bundle) -> None:
    assert _content(read_content(READER, _written(bundle))) == _content(bundle)


@given(_bundles("reversed"))
def test_two_way_notes_come_back_once_they_are_practised(bundle: Bundle) -> None:
    practised = BundledCard("0", 0, progress=Progress(3, 20_000, box=2))
    back = BundledCard("0", 1, progress=Progress(1, 20_000, box=1))
    cards = (practised, back, *bundle.cards[2:])
    bundle = Bundle("", "Deck", "", "About", bundle.topics, bundle.notes, cards=cards)
    assert _content(read_content(READER, _written(bundle))) == _content(bundle)


def test_names_of_pictures_and_sounds_come_back() -> None:
    fields = (
        ("Question", 'a<br><img src="x &amp; y.png">[sound:z.ogg]'),
        ("Answer", '<img src="p.png">'),
        ("Explanation", ""),
    )
    bundle = _bundle(BundledNote("g", "t", "basic", fields))
    (note,) = read_content(READER, _written(bundle)).notes
    assert note.fields == fields


def test_other_kinds_become_questions_and_answers() -> None:
    gap = (("Text", "A {{c1::role}} is <b>assumed</b> by {{c2::STS}}"), ("Explanation", ""))
    bundle = _bundle(BundledNote("g", "t", "cloze", gap))
    notes = read_content(READER, _written(bundle)).notes
    assert [note.fields[0][1] for note in notes] == [
        "A […] is assumed by STS",
        "A role is assumed by […]",
    ]
    assert "role" in notes[0].fields[1][1]


def test_the_file_is_sound_xml() -> None:
    fields = (("Question", "\x00\ud800 & <x>"), ("Answer", "b"), ("Explanation", ""))
    root = fromstring(_written(_bundle(BundledNote("g", "t", "basic", fields))))
    assert root.findtext("entries/entry/translation/text")


def test_losses_are_said_and_only_those() -> None:
    plain = _bundle(BundledNote("g", "t", "basic", (("Question", "a"), ("Answer", "b"))))
    assert len(WRITER.losses(plain)) == 1
    rich = BundledNote("g", "t", "typed", (("Question", "<b>a</b>"), ("Answer", "")))
    said = WRITER.losses(_bundle(rich))
    assert any("formatting" in one for one in said)
    assert any("plain questions" in one for one in said)
    assert any("empty side" in one for one in said)
    assert any("Pictures" in one for one in said)


def _bundle(note: BundledNote) -> Bundle:
    media = () if note.kind == "basic" else (held_medium("x.png", b""),)
    return Bundle("", "D", "", "", (BundledTopic("t", None, "D", 1),), (note,), media=media)
