"""Looking at cards of a file before they are here."""

from __future__ import annotations

from dataclasses import replace

import pytest

from aws_flash.application.importing.drafts import with_fields
from aws_flash.application.importing.sampling import sample_of
from aws_flash.domain.bundle import held_medium
from aws_flash.domain.errors import FileUnreadable, Gone
from aws_flash.domain.imports import Wishes
from aws_flash.domain.monitor import Unwatched
from tests.application.importing.harbour import Harbour, bundle, word


def test_a_sample_shows_what_would_be_asked(harbour: Harbour) -> None:
    note = word("w1", "Hola?", "Hello", line=12)
    sample = sample_of(harbour.arrival(bundle(note)), note)
    assert sample.face.question.html == "Hola?"
    assert sample.face.answer.html == "Hello"
    assert sample.line == 12


def test_pictures_of_a_sample_can_be_looked_at(harbour: Harbour) -> None:
    note = word("w1", '<img src="../a b.png">', '<img src="cat.png">')
    arrival = harbour.arrival(bundle(note, media=(held_medium("cat.png", b"miaow"),)))
    with arrival:
        media = sample_of(arrival, note).media
        assert {name: path.read_bytes() for name, path in media.items()} == {"cat.png": b"miaow"}
        assert media["cat.png"].suffix == ".png"
    assert not media["cat.png"].exists()


def test_a_picture_that_cannot_be_read_is_left_out(harbour: Harbour) -> None:
    def load() -> bytes:
        raise FileUnreadable("words.apkg", "it is damaged")

    note = word("w1", '<img src="cat.png">')
    medium = replace(held_medium("cat.png", b"miaow"), load=load)
    with harbour.arrival(bundle(note, media=(medium,))) as arrival:
        assert sample_of(arrival, note).media == {}


def test_a_changed_note_shows_both_texts(harbour: Harbour) -> None:
    harbour.taken(bundle(word("w1", "Hola?", "Hello")))
    arrival = harbour.arrival(bundle(word("w1", "Hola?", "Hi")))
    difference = harbour.importing.preview(arrival, Wishes()).plan.changed[0]
    compared = harbour.importing.compare(arrival, difference)
    assert compared.fields == (("Answer", "Hello", "Hi"),)
    assert [compared.mine.answer.html, compared.theirs.answer.html] == ["Hello", "Hi"]


def test_an_edited_draft_is_what_comes(harbour: Harbour) -> None:
    arrival = harbour.arrival(bundle(word("w1", "Hola?", "Hello")))
    edited = with_fields(arrival, "w1", {"Answer": "Hi"})
    harbour.importing.take_in(edited, Wishes(), Unwatched())
    assert harbour.answers()["w1"] == "Hi"


def test_a_draft_that_is_not_there_cannot_be_edited(harbour: Harbour) -> None:
    with pytest.raises(Gone):
        with_fields(harbour.arrival(bundle(word("w1", "?"))), "w2", {"Answer": "Hi"})


def test_the_topic_of_an_import_is_the_one_it_made(harbour: Harbour) -> None:
    done = harbour.taken(bundle(word("w1", "Hola?")))
    topic = harbour.importing.topic_of(done.id)
    assert topic is not None
    harbour.importing.revert(done.id)
    assert harbour.importing.topic_of(done.id) is None
