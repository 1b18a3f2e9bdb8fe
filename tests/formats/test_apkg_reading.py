"""Files of Anki, of each generation: all that they hold comes in, by the words of this program."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from aws_flash.domain.bundle import Bundle, BundledTopic
from aws_flash.domain.kind import CardTemplate, Family
from aws_flash.domain.monitor import Cancelled, Unwatched
from aws_flash.domain.topic import MAX_DEPTH
from aws_flash.formats.apkg.form import READER
from aws_flash.formats.registry import reader_for
from aws_flash.formats.source import Source
from tests.formats import apkg_samples as anki
from tests.formats.apkg_samples import BASIC, CARD, NOTE, SMALL, AnkiCard, AnkiNote, Content

SAMPLES = anki.samples()
Made = Callable[[bytes], Path]


@pytest.fixture
def made(tmp_path: Path) -> Made:
    def write(content: bytes) -> Path:
        path = tmp_path / "made.apkg"
        path.write_bytes(content)
        return path

    return write


def read(path: Path) -> Bundle:
    with Source(path) as source:
        return READER.read(source, Unwatched())


def read_small(folder: Path, sample: tuple[str, bytes]) -> Bundle:
    path = folder / sample[0]
    path.write_bytes(sample[1])
    return read(path)


def paths(bundle: Bundle) -> list[str]:
    """Topics as paths, in the order of the bundle."""
    known: dict[str | None, str] = {None: ""}
    for topic in bundle.topics:
        known[topic.guid] = f"{known[topic.parent]}/{topic.name}"
    return [known[topic.guid] for topic in bundle.topics]


@pytest.fixture(params=SAMPLES, ids=lambda sample: sample[0])
def small(request: pytest.FixtureRequest, tmp_path: Path) -> Bundle:
    return read_small(tmp_path, request.param)


def test_notes_come_as_they_were_written(small: Bundle) -> None:
    one = {note.guid: note for note in small.notes}["one"]
    assert one.fields == (("Front", "What is <b>S3</b>?"), ("Back", "a store"))
    assert one.tags == ("aws", "storage")
    assert (one.created, one.modified) == (NOTE + 1, 1_700_000_000_000)


def test_notes_of_new_cards_come_in_their_order(small: Bundle) -> None:
    assert [note.guid for note in small.notes] == ["three", "two", "one"]


def test_kinds_keep_their_templates_and_styles(small: Bundle) -> None:
    kinds = {kind.name: kind for kind in small.kinds}
    assert kinds["Two ways"].templates == (
        CardTemplate("Card 1", "{{Front}}", "{{Back}}"),
        CardTemplate("Card 2", "{{Back}}", "{{Front}}"),
    )
    assert [kind.by_hole for kind in kinds.values()] == [False, False, True]
    assert {(kind.css, kind.family) for kind in small.kinds} == {(BASIC.css, Family.IMPORTED)}


def test_decks_with_cards_become_a_tree_and_filtered_ones_vanish(small: Bundle) -> None:
    assert paths(small) == ["/AWS", "/AWS/Security"]
    assert [topic.guid for topic in small.topics] == ["anki:3", "anki:2"]
    assert small.topics[1].description == "All about <i>security</i>"


def test_cards_have_their_ordinal_topic_and_flag(small: Bundle) -> None:
    found = {(card.note, card.ordinal): card for card in small.cards}
    home = {note.guid: note.topic for note in small.notes}
    assert sorted(found) == [("one", 0), ("three", 1), ("three", 2), ("two", 0), ("two", 1)]
    assert home == {"one": "anki:2", "two": "anki:3", "three": "anki:3"}
    assert [key for key, card in found.items() if card.topic] == [("two", 1)]
    assert found["one", 0].flag == 3
    assert [key for key, card in found.items() if card.suspended] == [("two", 0)]


def test_progress_comes_with_interval_and_day(small: Bundle) -> None:
    found = {(card.note, card.ordinal): card.progress for card in small.cards}
    created = 18_518  # 13 September 2020
    assert found["one", 0] is None
    known, filtered, again = found["two", 1], found["three", 1], found["three", 2]
    assert known
    assert filtered
    assert again
    assert (known.rest, known.due, known.streak, known.box) == (30, created + 400, 2, None)
    assert (filtered.rest, filtered.due) == (9, created + 7)
    assert again.box == 1


def test_history_tells_where_each_answer_led(small: Bundle) -> None:
    first, second = small.reviews
    assert (first.note, first.ordinal, first.before) == ("two", 1, None)
    assert first.after
    assert second.before == first.after
    assert (first.after.rest, second.after and second.after.rest) == (10, 30)


def test_media_are_read_when_they_are_wanted(tmp_path: Path) -> None:
    for name, held in SAMPLES[:2]:
        path = tmp_path / name
        path.write_bytes(held)
        with Source(path) as source:
            media = READER.read(source, Unwatched()).media
            assert tuple((one.name, one.load()) for one in media) == SMALL.media
            assert [one.size for one in media] == [4, 3]


def test_media_of_a_bare_collection_lie_beside_it(tmp_path: Path) -> None:
    folder = tmp_path / "bare.media"
    folder.mkdir()
    (folder / "eye.png").write_bytes(b"\x89PNG")
    (folder / "link.png").symlink_to(folder / "eye.png")
    bundle = read_small(tmp_path, SAMPLES[2])
    assert [(one.name, one.load()) for one in bundle.media] == [("eye.png", b"\x89PNG")]


def test_only_whole_collections_say_so(tmp_path: Path) -> None:
    renamed = [("whole.colpkg", SAMPLES[1][1]), *SAMPLES]
    told = [read_small(tmp_path, sample).is_collection for sample in renamed]
    assert told == [True, False, False, True, True]


def test_a_wrong_name_does_not_matter(made: Made) -> None:
    for _, held in SAMPLES:
        with Source(made(held)) as source:
            assert reader_for(source) is READER


def test_the_collection_that_asks_to_update_is_never_taken(made: Made) -> None:
    assert all("update" not in note.fields[0][1] for note in read(made(anki.newest())).notes)
    assert len(read(made(anki.newest(meta=b""))).notes) == len(SMALL.notes)


def test_other_templates_make_another_kind(made: Made) -> None:
    other = replace(BASIC, templates=(("Card 1", "{{Back}}", "{{Front}}"),))
    here = read(made(anki.legacy(replace(SMALL, kinds=(BASIC,))))).kinds
    there = read(made(anki.legacy(replace(SMALL, kinds=(other,))))).kinds
    assert {kind.guid for kind in here if kind.name == "Basic"}.isdisjoint(
        kind.guid for kind in there
    )


def test_the_old_and_the_new_form_of_a_file_are_the_same(tmp_path: Path) -> None:
    old, new = (replace(read_small(tmp_path, sample), name="", media=()) for sample in SAMPLES[:2])
    assert old == new


def deck_named(name: str) -> bytes:
    content = replace(SMALL, decks={1: name}, cards=(AnkiCard(CARD, NOTE + 1),), reviews=())
    return anki.legacy(content)


@pytest.mark.parametrize(
    ("name", "expected"),
    [
        ("", ["/Unnamed"]),
        ("::", ["/Unnamed", "/Unnamed/Unnamed"]),
        (" A \n::\x00b\u202e c", ["/A", "/A/b c"]),
        ("../..::<b>", ["/../..", "/../../<b>"]),
        ("x" * 3000, ["/" + "x" * 199 + "…"]),
    ],
)
def test_names_of_decks_are_cleaned(made: Made, name: str, expected: list[str]) -> None:
    assert paths(read(made(deck_named(name)))) == expected


def test_decks_without_end_are_flattened(made: Made) -> None:
    bundle = read(made(deck_named("::".join(f"L{level}" for level in range(200)))))
    assert len(bundle.topics) == MAX_DEPTH
    assert ["deep" in problem.why for problem in bundle.problems] == [True]


def test_topics_stand_in_natural_order(made: Made) -> None:
    names = {1: "B 10", 2: "b 9", 3: "A::2", 4: "A::10", 5: "a"}
    cards = tuple(AnkiCard(CARD + deck, NOTE + deck, deck=deck) for deck in names)
    notes = tuple(AnkiNote(NOTE + deck, f"n{deck}", BASIC.id, ("q", "a")) for deck in names)
    bundle = read(made(anki.newest(Content((BASIC,), names, notes, cards))))
    assert paths(bundle) == ["/A", "/A/2", "/A/10", "/a", "/b 9", "/B 10"]


def test_decks_of_one_name_are_one_topic(made: Made) -> None:
    content = replace(
        SMALL,
        decks={1: "Same", 2: "Same "},
        cards=(AnkiCard(CARD, NOTE + 1), AnkiCard(CARD + 1, NOTE + 2, deck=2)),
        notes=SMALL.notes[:2],
    )
    assert read(made(anki.legacy(content))).topics == (BundledTopic("anki:1", None, "Same", 0),)


class CalledOff(Unwatched):
    def step(self, count: int = 1) -> None:
        raise Cancelled


def test_reading_can_be_called_off(made: Made) -> None:
    with Source(made(anki.newest())) as source, pytest.raises(Cancelled):
        READER.read(source, CalledOff())


texts = st.text(st.characters(codec="utf-8", exclude_characters="\x1f"), max_size=40)
fields = st.lists(st.tuples(texts, texts), min_size=1, max_size=5)


@settings(max_examples=25)
@given(fields, st.sampled_from([anki.legacy, anki.newest]))
def test_any_text_comes_as_it_was_written(
    tmp_path_factory: pytest.TempPathFactory,
    written: list[tuple[str, str]],
    packed: Callable[[Content], bytes],
) -> None:
    notes = tuple(
        AnkiNote(NOTE + number, f"guid {number}", BASIC.id, pair)
        for number, pair in enumerate(written)
    )
    path = tmp_path_factory.mktemp("text") / "made.apkg"
    path.write_bytes(packed(replace(SMALL, notes=notes, cards=(), reviews=())))
    assert [tuple(dict(note.fields).values()) for note in read(path).notes] == written
