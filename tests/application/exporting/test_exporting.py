"""What leaves the collection, and that a file is written whole or not at all."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import pytest

from aws_flash.application.exporting.departure import Selection
from aws_flash.application.exporting.exporting import Exporting, write_whole
from aws_flash.domain.bundle import Bundle, BundledCard, BundledReview, Progress
from aws_flash.domain.errors import FileExists, FileUnwritable
from aws_flash.domain.monitor import Monitor, Unwatched
from aws_flash.domain.review import Rating, ReviewKind
from aws_flash.formats.form import Writer
from aws_flash.formats.native.form import WRITER
from tests.application.conftest import World
from tests.application.importing.harbour import ALL, Harbour, bundle, medium, word

PICTURE = '<img src="x.png">'
LEARNED = BundledCard("a", 0, flag=2, progress=Progress(rest=9, due=20_800, lapses=1))
ANSWERED = BundledReview(
    "a", 0, 1_790_000_000_000, ReviewKind.ANSWER, Rating.KNEW, None, Progress(9, 20_800, box=3)
)


@pytest.fixture
def harbour(empty_world: World) -> Harbour:
    made = Harbour(empty_world)
    notes = (word("a", PICTURE), replace(word("b", "dos", tags=("x",)), topic="t-lang"))
    made.take_in(
        bundle(*notes, cards=(LEARNED,), reviews=(ANSWERED,), media=(medium("x.png", b"png"),))
    )
    return made


def gathered(harbour: Harbour, selection: Selection) -> Bundle:
    exporting = Exporting(harbour.world.operations, harbour.media)
    return exporting.gather(selection, "Export", Unwatched())


def test_everything_goes_out_with_its_topics_and_media(harbour: Harbour) -> None:
    out = gathered(harbour, Selection())
    assert {topic.guid: topic.parent for topic in out.topics} == {"t-lang": None, "t-es": "t-lang"}
    assert {note.guid: note.tags for note in out.notes} == {"a": (), "b": ("x",)}
    assert [(one.name, one.load()) for one in out.media] == [("x.png", b"png")]


def test_without_progress_nothing_tells_how_well_cards_are_known(harbour: Harbour) -> None:
    out = gathered(harbour, Selection())
    assert out.reviews == ()
    assert {(card.flag, card.suspended, card.progress) for card in out.cards} == {(0, False, None)}


def test_with_progress_boxes_and_history_go_along(harbour: Harbour) -> None:
    out = gathered(harbour, Selection(with_progress=True))
    (known,) = (card for card in out.cards if card.note == "a")
    assert known.progress == Progress(rest=9, due=20_800, lapses=1, streak=0, box=3)
    assert [review.kind for review in out.reviews] == [ReviewKind.ANSWER, ReviewKind.IMPORTED]


def test_a_topic_goes_out_with_what_hangs_below_it_alone(harbour: Harbour) -> None:
    spanish = harbour.card("a").topic_id
    out = gathered(harbour, Selection(topics=(spanish,)))
    assert [(topic.guid, topic.parent) for topic in out.topics] == [("t-es", None)]
    assert [note.guid for note in out.notes] == ["a"]


def test_what_went_out_comes_back_the_same(harbour: Harbour, tmp_path: Path) -> None:
    whole = Selection(with_progress=True)
    out = gathered(harbour, whole)
    other = Harbour(World(tmp_path / "other"))
    other.take_in(out)
    again = gathered(other, whole)
    assert (again.topics, again.notes, again.kinds) == (out.topics, out.notes, out.kinds)
    assert again.cards == out.cards
    other.world.collection.close()


def written(harbour: Harbour, path: Path) -> bytes:
    """What the collection gives as a file of our own form."""
    WRITER.write(gathered(harbour, Selection(with_progress=True)), path, Unwatched())
    return path.read_bytes()


def test_a_collection_goes_through_our_own_form_without_loss(
    harbour: Harbour, tmp_path: Path
) -> None:
    study = harbour.world.study
    turn = study.begin()
    turn = study.answer(turn, Rating.MISSED, 4000).value
    study.answer(turn, Rating.KNEW, 1000)
    harbour.world.operations.undo()
    first = written(harbour, tmp_path / "first.awsflash")
    other = Harbour(World(tmp_path / "other"))
    with other.importing.look(tmp_path / "first.awsflash", Unwatched()) as arrival:
        other.importing.take_in(arrival, ALL, Unwatched())
        assert other.importing.take_in(arrival, ALL, Unwatched()).value is None
    assert written(other, tmp_path / "second.awsflash") == first
    assert other.trouble() == []
    other.world.collection.close()


class Scribe:
    """A writer of a text, which may break down in the middle."""

    def __init__(self, *, breaks: bool = False) -> None:
        self.breaks = breaks

    def form(self) -> Writer:
        return Writer("text", "Text", ".txt", self.write, lambda bundle: ())

    def write(self, bundle: Bundle, path: Path, monitor: Monitor) -> None:
        path.write_text("half")
        if self.breaks:
            raise FileUnwritable(str(path), "no")
        path.write_text(bundle.name)


def test_a_file_that_is_there_stays_unless_it_may_go(tmp_path: Path) -> None:
    path = tmp_path / "a.txt"
    path.write_text("mine")
    writer = Scribe().form()
    with pytest.raises(FileExists):
        write_whole(bundle(), path, writer, Unwatched(), replaces=False)
    assert path.read_text() == "mine"
    write_whole(bundle(), path, writer, Unwatched(), replaces=True)
    assert path.read_text() == "Words"


def test_a_writer_that_breaks_down_leaves_the_old_file_and_no_other(tmp_path: Path) -> None:
    path = tmp_path / "a.txt"
    path.write_text("mine")
    writer = Scribe(breaks=True).form()
    with pytest.raises(FileUnwritable):
        write_whole(bundle(), path, writer, Unwatched(), replaces=True)
    assert {file.name: file.read_text() for file in tmp_path.iterdir()} == {"a.txt": "mine"}
