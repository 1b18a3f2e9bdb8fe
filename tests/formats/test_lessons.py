"""What comes out of lessons of Pauker and jMemorize, and texts of SuperMemo."""

from __future__ import annotations

import gzip
from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from aws_flash.domain.bundle import Bundle, Progress
from aws_flash.domain.days import day_number
from aws_flash.domain.errors import FileEmpty, FileUnsafe
from aws_flash.formats.form import Reader
from aws_flash.formats.jmemorize.form import READER as JMEMORIZE
from aws_flash.formats.local_days import day_at
from aws_flash.formats.pauker import READER as PAUKER
from aws_flash.formats.supermemo import READER as SUPERMEMO
from tests.formats.lesson_samples import (
    LEARNED,
    jmemorize,
    jmemorize_card,
    pauker,
    pauker_card,
    samples,
)
from tests.formats.lesson_samples import (
    SUPERMEMO as SM7,
)
from tests.formats.reading_aid import paths_of, read_content, sureness, survives

_READERS = {"pau": PAUKER, "jml": JMEMORIZE, "txt": SUPERMEMO}
_SAMPLES = [(_READERS[name.removesuffix(".gz")[-3:]], content) for name, content in samples()]
_MAY_28 = day_number(date(2026, 5, 28))


def _sides(bundle: Bundle) -> list[tuple[str, str]]:
    return [(note.fields[0][1], note.fields[1][1]) for note in bundle.notes]


def _progress(bundle: Bundle) -> list[Progress | None]:
    return [card.progress for card in bundle.cards]


@pytest.mark.parametrize(("reader", "content"), _SAMPLES)
def test_samples_are_recognised_by_their_reader_alone(reader: Reader, content: bytes) -> None:
    surest = {other.id: sureness(other, content, "x.zip") for other in _READERS.values()}
    assert [name for name, sure in surest.items() if sure] == [reader.id]
    assert surest[reader.id] >= 95
    first, second = (read_content(reader, content, "file") for _ in range(2))
    assert first.notes == second.notes != ()


def test_batches_of_pauker_are_boxes_from_the_long_term_ones_on() -> None:
    told = f'LearnedTimestamp="{LEARNED}000"'
    batches = [pauker_card(str(number), "b", told) for number in range(9)]
    found = [
        one and (one.box, one.rest, one.due - day_at(LEARNED))
        for one in _progress(read_content(PAUKER, pauker(*batches)))
    ]
    assert found == [
        None,
        (1, 1, 1),
        (1, 1, 1),
        (1, 1, 1),
        (2, 3, 3),
        (3, 7, 7),
        (4, 20, 20),
        (5, 55, 55),
        (6, 148, 148),
    ]


def test_pauker_tells_typed_and_two_way_cards() -> None:
    typed = pauker_card("a &lt; b", "line\nbreak", 'RepeatByTyping="true"')
    both = pauker_card("c", "d", "", f'Batch="3" LearnedTimestamp="{LEARNED}000"')
    bundle = read_content(PAUKER, pauker(typed + both + pauker_card("", "x")))
    assert [note.kind for note in bundle.notes] == ["typed", "reversed"]
    assert _sides(bundle)[0] == ("a &lt; b", "line<br>break")
    assert [one and one.box for one in _progress(bundle)] == [None, None, 1]
    assert (bundle.description, len(bundle.problems)) == ("About", 1)


def test_a_bomb_in_a_lesson_is_refused() -> None:
    with pytest.raises(FileUnsafe):
        read_content(PAUKER, gzip.compress(pauker(" " * 100 * 2**20)))


def test_levels_of_jmemorize_are_boxes() -> None:
    tested = {"DateTested": "28-May-2026 10:00:00", "TestsTotal": 9, "TestsHit": 7}
    known = jmemorize_card("c", "d", **tested, DateExpired="04-Jun-2026 10:00:00")
    levels = jmemorize_card("a", "b"), jmemorize_card("x", "y"), known
    missed = jmemorize_card("m", "n", **tested)
    bundle = read_content(JMEMORIZE, jmemorize(levels[0] + missed, *levels[1:]))
    assert _sides(bundle) == [("a", "b"), ("m", "n"), ("x", "y"), ("c", "d")]
    assert _progress(bundle) == [
        None,
        Progress(1, _MAY_28 + 1, lapses=2, box=1),
        None,
        Progress(7, _MAY_28 + 7, lapses=2, streak=2, box=2),
    ]


def test_categories_of_jmemorize_are_topics() -> None:
    deepest = f'<Category name="B"><Deck>{jmemorize_card("c", "d")}</Deck></Category>'
    inner = f'<Category name="A"><Deck>{jmemorize_card("a", "b")}</Deck>{deepest}</Category>'
    bundle = read_content(JMEMORIZE, jmemorize(inner=inner), "file.jml")
    paths = paths_of(bundle.topics)
    assert [paths[note.topic] for note in bundle.notes] == [("file", "A"), ("file", "A", "B")]


@pytest.mark.parametrize(
    ("written", "field"),
    [("a < b", "a &lt; b"), ("<b>bold</b>\nx", "<b>bold</b><br>x"), ("<b>open", "&lt;b&gt;open")],
)
def test_bold_text_of_jmemorize_stays_bold(written: str, field: str) -> None:
    bundle = read_content(JMEMORIZE, jmemorize(jmemorize_card(written, "b")))
    assert _sides(bundle) == [(field, "b")]


@pytest.mark.parametrize("odd", ["31-Feb-2026", "28-Mai-2026 10:00:00", "", "28-anf-2026", "1"])
def test_dates_of_jmemorize_that_are_none_tell_nothing(odd: str) -> None:
    card = jmemorize_card("a", "b", DateTested=odd, TestsTotal=3)
    assert _progress(read_content(JMEMORIZE, jmemorize(card))) == [None]


def test_supermemo_joins_lines_and_tells_what_was_learned() -> None:
    bundle = read_content(SUPERMEMO, SM7)
    assert _sides(bundle) == [("one 至<br>two", "b"), ("c", "d")]
    last = day_number(date(2026, 1, 27))
    assert _progress(bundle) == [Progress(40, last + 40, lapses=1, streak=8), None]
    assert [(one.where, one.why) for one in bundle.problems] == [("line 11", "it has no answer")]


def test_questions_without_learning_are_left_to_other_readers() -> None:
    assert sureness(SUPERMEMO, b"Q: a\nA: b\n") == 40
    assert sureness(SUPERMEMO, b"# Q: and A:\n") == 0


@pytest.mark.parametrize("reader", [PAUKER, JMEMORIZE])
def test_a_lesson_without_cards_is_empty(reader: Reader) -> None:
    with pytest.raises(FileEmpty):
        read_content(reader, b"<Lesson/>")


@given(st.sampled_from(_SAMPLES), st.integers(0, 500), st.binary(max_size=9))
def test_damage_is_a_user_error(sample: tuple[Reader, bytes], at: int, put: bytes) -> None:
    reader, content = sample
    survives(reader, content[:at] + put + content[at + len(put) :])


@given(st.text("QAI: REP=LAST.0123456789\n\r"))
def test_any_text_is_a_user_error_at_most(text: str) -> None:
    survives(SUPERMEMO, f"Q: a\nA: b\nI: {text}\nQ:{text}".encode())
