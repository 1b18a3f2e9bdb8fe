"""What comes out of files of vocabulary."""

from __future__ import annotations

import tempfile
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from aws_flash.domain.bundle import Progress
from aws_flash.domain.errors import FileEmpty, FileUnsafe
from aws_flash.domain.monitor import Unwatched
from aws_flash.formats.kvtml.form import READER
from aws_flash.formats.kvtml.vocabulary import GRADES
from aws_flash.formats.source import Source
from tests.formats.kvtml_samples import LESSONS, VERSION_ONE, entry, grade, samples, version_two
from tests.formats.reading_aid import paths_of, read_content, sureness, survives

_MAY_12 = 20_585
_YEAR_2000 = 10_992


@pytest.mark.parametrize(("name", "content"), samples())
def test_samples_are_recognised_whatever_their_name(name: str, content: bytes) -> None:
    assert sureness(READER, content, "anything.txt") == 100
    assert read_content(READER, content, name).notes


def test_what_was_never_practised_asks_the_first_column() -> None:
    bundle = read_content(READER, version_two(entry(0, "a < b", "line\nbreak")))
    (note,) = bundle.notes
    assert (note.kind, dict(note.fields)["Question"]) == ("basic", "a &lt; b")
    assert dict(note.fields)["Answer"] == "line<br>break"
    assert [card.progress for card in bundle.cards] == [None]


def test_what_was_practised_both_ways_asks_both_ways() -> None:
    words = entry(0, "a", "b", translation_0=grade(2, 1)) + entry(
        1, "c", "d", translation_1=grade(3, 0)
    )
    bundle = read_content(READER, version_two(words))
    assert {note.kind for note in bundle.notes} == {"reversed"}
    assert [card.progress is None for card in bundle.cards] == [True, False, False, True]


def test_what_was_practised_backwards_asks_the_second_column() -> None:
    bundle = read_content(READER, version_two(entry(0, "a", "b", translation_0=grade(2, 1))))
    assert bundle.notes[0].kind == "basic"
    assert dict(bundle.notes[0].fields)["Question"] == "b"


@pytest.mark.parametrize("number", range(1, 8))
def test_grades_are_boxes_in_their_order(number: int) -> None:
    words = entry(0, "a", "b", translation_1=grade(number, 0))
    (card,) = read_content(READER, version_two(words)).cards
    rest = GRADES[number - 1]
    assert card.progress == Progress(rest, _MAY_12 + rest, lapses=2, streak=3, box=number)


def test_an_interval_of_the_file_goes_before_that_of_the_grade() -> None:
    told = grade(2, 0, f"<interval>{9 * 86_400}</interval>")
    (card,) = read_content(READER, version_two(entry(0, "a", "b", translation_1=told))).cards
    assert card.progress is not None
    assert (card.progress.rest, card.progress.due) == (9, _MAY_12 + 9)


def test_three_languages_ask_the_others_from_the_first() -> None:
    bundle = read_content(READER, version_two(entry(0, "a", "b", "c"), languages=3))
    asked = [tuple(value for _, value in note.fields[:2]) for note in bundle.notes]
    assert asked == [("a", "b"), ("a", "c")]
    assert len({note.guid for note in bundle.notes}) == 2


def test_columns_without_a_name_count_too() -> None:
    bundle = read_content(READER, version_two(entry(0, "a", "b"), languages=1))
    assert [value for _, value in bundle.notes[0].fields] == ["a", "b", ""]


def test_lessons_are_topics_and_kinds_of_word_are_tags() -> None:
    bundle = read_content(READER, version_two(entry(0, "a", "b") + entry(1, "c", "d"), LESSONS))
    paths = paths_of(bundle.topics)
    assert [paths[note.topic] for note in bundle.notes] == [("Words", "A"), ("Words", "A", "B")]
    assert bundle.notes[0].tags == ("Noun::Masculine_form",)


def test_inactive_entries_are_suspended() -> None:
    words = entry(0, "a", "b", extra="<inactive>true</inactive>")
    assert [card.suspended for card in read_content(READER, version_two(words)).cards] == [True]


def test_one_language_asks_what_its_comments_say() -> None:
    words = entry(0, "bear", translation_0="<comment>has fur</comment>") + entry(1, "dog")
    bundle = read_content(READER, version_two(words, languages=1))
    assert [value for _, value in bundle.notes[0].fields] == ["bear", "has fur", ""]
    assert [(one.why, one.cells) for one in bundle.problems] == [("it has one side only", ("dog",))]


def test_the_old_version_has_its_grades_lessons_and_remarks() -> None:
    bundle = read_content(READER, VERSION_ONE)
    assert (bundle.name, len(bundle.notes), len(bundle.problems)) == ("Old words", 2, 1)
    assert dict(bundle.notes[0].fields)["Explanation"] == "a note"
    assert paths_of(bundle.topics)[bundle.notes[0].topic] == ("Old words", "First lesson")
    forward, back = (card.progress for card in bundle.cards[:2])
    assert forward is not None
    assert back is not None
    assert (forward.box, forward.due, back.box, back.lapses) == (3, _YEAR_2000 + 4, 1, 2)


def test_pictures_beside_the_file_come_along_and_nothing_else() -> None:
    words = entry(0, "a", "b", translation_0="<image>p/x.png</image>") + entry(
        1, "c", "d", translation_1="<image>../secret.png</image>"
    )
    with tempfile.TemporaryDirectory() as folder:
        home = Path(folder, "home", "p")
        home.mkdir(parents=True)
        Path(folder, "secret.png").write_bytes(b"secret")
        (home / "x.png").write_bytes(b"picture")
        path = home.parent / "words.kvtml"
        path.write_bytes(version_two(words))
        with Source(path) as source:
            bundle = READER.read(source, Unwatched())
            assert [(one.name, one.load()) for one in bundle.media] == [("x.png", b"picture")]
    assert dict(bundle.notes[0].fields)["Question"] == 'a<br><img src="x.png">'
    assert len(bundle.problems) == 1


def test_the_same_file_gives_the_same_notes_and_repeats_stay_apart() -> None:
    content = version_two(entry(0, "a", "b") + entry(1, "a", "c"))
    first, second = (read_content(READER, content, name) for name in ("x.kvtml", "y.kvtml"))
    assert first.notes == second.notes
    assert len({note.guid for note in first.notes}) == 2


def test_entities_are_never_resolved() -> None:
    content = b'<!DOCTYPE kvtml [<!ENTITY x SYSTEM "file:///etc/passwd">]><kvtml>&x;</kvtml>'
    assert sureness(READER, content) == 100
    with pytest.raises(FileUnsafe):
        read_content(READER, content)


def test_a_file_without_words_is_empty() -> None:
    with pytest.raises(FileEmpty):
        read_content(READER, b'<kvtml version="2.0"/>')


@given(st.sampled_from(samples()), st.integers(0, 2_000), st.binary(max_size=30))
def test_damage_is_a_user_error(sample: tuple[str, bytes], at: int, put: bytes) -> None:
    content = sample[1]
    survives(READER, content[:at] + put + content[at + len(put) :])


@given(st.text('<>/kvtmleotgid="0;-&1 '))
def test_odd_content_is_a_user_error(text: str) -> None:
    survives(READER, f"<kvtml><e><o>a</o><t>{text}".encode())
    survives(READER, version_two(entry(0, text, "b", extra=text.replace("<", ""))))
