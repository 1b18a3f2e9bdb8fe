"""Tables into bundles: roles, kinds, topics, tags, identity, and what makes no note."""

from __future__ import annotations

from contextlib import suppress
from dataclasses import replace
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from aws_flash.domain.bundle import Bundle, BundledNote
from aws_flash.domain.errors import FileEmpty, FileUnreadable, FileUnsafe, UserError
from aws_flash.domain.face import face_of
from aws_flash.domain.kind import Family
from aws_flash.domain.monitor import Cancelled, Unwatched
from aws_flash.domain.note import Note
from aws_flash.domain.template.problems import problems
from aws_flash.formats.delimited import reading
from aws_flash.formats.delimited.dialect import Column, Role
from aws_flash.formats.delimited.form import READER
from aws_flash.formats.delimited.guessing import guess
from aws_flash.formats.delimited.reading import preview_rows, read_with
from aws_flash.formats.source import Source
from tests.formats.delimited_samples import ANKI, samples


def _read(folder: Path, content: str | bytes, name: str = "deck.csv") -> Bundle:
    path = folder / name
    path.write_bytes(content if isinstance(content, bytes) else content.encode())
    with Source(path) as source:
        return READER.read(source, Unwatched())


def _sides(note: BundledNote) -> tuple[str, ...]:
    return tuple(html for _, html in note.fields)


def test_plain_text_is_escaped_and_lines_are_broken(tmp_path: Path) -> None:
    bundle = _read(tmp_path, '" a < b ","x\r\ny"\nq & r,s\n')
    assert [_sides(note) for note in bundle.notes] == [
        ("a &lt; b", "x<br>y", ""),
        ("q &amp; r", "s", ""),
    ]
    assert (bundle.name, bundle.notes[1].topic, bundle.notes[1].line) == ("deck", "", 3)


def test_html_stays_as_it_was(tmp_path: Path) -> None:
    bundle = _read(tmp_path, '#separator:tab\n#html:true\n<b>q </b>\t"a\r\n<br> "\n')
    assert _sides(bundle.notes[0]) == ("<b>q </b>", "a\r\n<br> ", "")


def test_more_columns_without_names_explain(tmp_path: Path) -> None:
    bundle = _read(tmp_path, "q,a,more,\nr,b,,most\ns,c\nt,d,e,f,g\n")
    assert [_sides(note)[2] for note in bundle.notes] == ["more", "most", "", "e<br>f<br>g"]


def test_columns_with_names_of_their_own_make_a_kind(tmp_path: Path) -> None:
    text = "country,capital,capital:de,tags\nFrance,Paris,Paris,a b\nItaly,Rome,Rom,\n"
    bundle = _read(tmp_path, text, "Capitals.csv")
    kind = bundle.kinds[0]
    assert (kind.name, kind.family) == ("Capitals", Family.IMPORTED)
    assert kind.fields == ("country", "capital", "capital de")
    assert problems(kind.templates[0].answer, kind.fields) == ()
    assert bundle.notes[1].kind == kind.guid
    assert bundle.notes[1].fields[2] == ("capital de", "Rom")
    assert _read(tmp_path, text, "Capitals.csv").kinds == bundle.kinds


def test_holes_in_the_first_field_make_gaps(tmp_path: Path) -> None:
    bundle = _read(tmp_path, "{{c1::KMS}} keeps keys,about keys,more\nq,a\n")
    assert [note.kind for note in bundle.notes] == ["cloze", "basic"]
    assert bundle.notes[0].fields == (
        ("Text", "{{c1::KMS}} keeps keys"),
        ("Explanation", "about keys<br>more"),
    )


def test_anki_text_keeps_identity_kinds_topics_and_tags(tmp_path: Path) -> None:
    bundle = _read(tmp_path, ANKI, "anki.txt")
    first, second, third = bundle.notes
    assert (first.guid, first.kind, first.tags) == ("a:b<1", "basic", ("aws::iam", "marked"))
    assert (second.guid, second.kind) == ('c,d"2', "cloze")
    assert second.fields[1] == ("Explanation", 'More<br>"here"')
    assert [topic.name for topic in bundle.topics] == ["AWS", "IAM"]
    assert (first.topic, third.topic) == (bundle.topics[1].guid, bundle.topics[0].guid)
    assert bundle.kinds[0].name == "Service"
    assert third.fields == (("Field 1", "S3"), ("Field 2", "Storage"))


def test_cards_of_a_files_own_kinds_show_all_fields(tmp_path: Path) -> None:
    text = (
        "place,capital,river,tags\n{{c1::Paris}} is in France,Paris,Seine & Marne,\nItaly,Rome,,\n"
    )
    bundle = _read(tmp_path, text)
    faces = []
    for kind, note in zip(bundle.kinds, bundle.notes, strict=True):
        held = Note(1, note.guid, 1, note.fields, (), 0, 0)
        faces.append(face_of(held, kind, 1 if kind.by_hole else 0))
    gap, plain = faces
    assert (gap.fills_gap, plain.fills_gap) == (True, False)
    assert ("Paris" in gap.question.html, "Paris</span> is in" in gap.answer.html) == (False, True)
    assert "Seine &amp; Marne" in gap.answer.html
    assert plain.question.html == "Italy"
    assert ("Rome" in plain.answer.html, "river" in plain.answer.html) == (True, False)


@pytest.mark.parametrize(
    ("name", "third", "kind"),
    [
        ("Basic (and reversed card)", "", "reversed"),
        ("Basic (optional reversed card)", "y", "reversed"),
        ("Basic (optional reversed card)", "", "basic"),
        ("Basic (type in the answer)", "", "typed"),
        ("Cloze", "", "basic"),
    ],
)
def test_ankis_own_kinds_are_ours(tmp_path: Path, name: str, third: str, kind: str) -> None:
    bundle = _read(tmp_path, f"#notetype:{name}\nq\ta\t{third}\n", "a.txt")
    assert bundle.notes[0].kind == kind
    assert dict(bundle.notes[0].fields)["Explanation"] == ""


def test_directives_for_all_rows(tmp_path: Path) -> None:
    text = "#separator:,\n#tags:x y\n#deck:A::B\n#notetype:Basic\n#columns:Front,Back\nq,a\n"
    bundle = _read(tmp_path, text, "a.txt")
    assert bundle.notes[0].tags == ("x", "y")
    assert [topic.name for topic in bundle.topics] == ["A", "B"]
    assert dict(bundle.tally) == {
        **dict.fromkeys(reading.TALLIED, 0),
        "rows": 6,
        "notes": 1,
        "directives": 5,
    }


def test_faulty_directives_are_told_and_spoil_no_row(tmp_path: Path) -> None:
    text = (
        "#separator:Banana\n#html:maybe\n#tags column:99999999999999999999\n#deck column:-1\n"
        "#columns:a\ta\n#odd:thing\n# a word\nq\ta\nr\tb\n"
    )
    bundle = _read(tmp_path, text, "a.txt")
    assert len(bundle.notes) == 2
    assert [problem.where for problem in bundle.problems] == [f"line {n}" for n in range(1, 7)]


def test_rows_that_make_no_note_are_told_with_their_cells(tmp_path: Path) -> None:
    bundle = _read(tmp_path, "q,a\nalone\n,b\n,,\nr,c\n,\n,\n")
    told = [(problem.where, problem.cells) for problem in bundle.problems]
    assert told == [("line 2", ("alone",)), ("line 3", ("", "b")), ("line 4", ("", "", ""))]
    assert dict(bundle.tally)["blank"] == 2


def test_cells_beyond_named_columns_are_told(tmp_path: Path) -> None:
    bundle = _read(tmp_path, "front,back,tags\nq,a, with a comma,t\nr,b,t,\n")
    assert [note.tags for note in bundle.notes] == [("t",)]
    assert bundle.problems[0].cells == ("q", "a", " with a comma", "t")


def test_rows_are_found_again_by_their_first_field(tmp_path: Path) -> None:
    first = _read(tmp_path, "q,a\nq,b\nr,c\n")
    again = _read(tmp_path, "r,other\nq,a\nq,b\n")
    assert len({note.guid for note in first.notes}) == 3
    assert {note.guid for note in first.notes} == {note.guid for note in again.notes}


def test_a_guid_that_is_there_twice_is_told(tmp_path: Path) -> None:
    bundle = _read(tmp_path, "guid,front,back\nA,q,a\nA,r,b\nö ö,s,c\n")
    assert [problem.where for problem in bundle.problems] == ["line 3"]
    assert bundle.notes[1].guid.isascii()


def test_topics_and_tags_of_a_spreadsheet(tmp_path: Path) -> None:
    text = 'Frage,Antwort,Kategorie,Tags\nq,a,A :: B,"two words, b"\nr,b,A,c d\ns,c,,\n'
    bundle = _read(tmp_path, text)
    assert [note.tags for note in bundle.notes] == [("two_words", "b"), ("c", "d"), ()]
    assert [topic.name for topic in bundle.topics] == ["A", "B"]
    assert bundle.notes[2].topic == ""


def test_topics_are_never_deeper_than_a_tree_may_be(tmp_path: Path) -> None:
    path = "::".join("abc" * 20)
    bundle = _read(tmp_path, f"front,back,topic\nq,a,{path}\n")
    assert len(bundle.topics) == 30


@pytest.mark.parametrize("content", ["", "\ufeff", "\n\n", "front,back,tags\n", "# no\n"])
def test_nothing_but_a_header_is_empty(tmp_path: Path, content: str) -> None:
    with pytest.raises(FileEmpty):
        _read(tmp_path, content)


def test_the_user_may_change_what_was_guessed(tmp_path: Path) -> None:
    path = tmp_path / "a.csv"
    path.write_bytes("a;b,Größe;x\n".encode("cp1252") * 2)
    with Source(path) as source:
        dialect = replace(
            guess(source),
            encoding="cp1252",
            delimiter=";",
            columns=(Column(Role.IGNORED), Column(Role.QUESTION), Column(Role.TAGS)),
            kind="typed",
        )
        bundle = read_with(source, dialect, Unwatched())
    assert bundle.notes[0].fields[0] == ("Question", "b,Größe")
    assert (bundle.notes[0].kind, bundle.notes[0].tags) == ("typed", ("x",))


def test_a_preview_shows_rows_as_they_are_taken_apart(tmp_path: Path) -> None:
    path = tmp_path / "a.csv"
    path.write_text('sep=,\nfront,back\n\n"q,a\nr,b\ns,c\n')
    with Source(path) as source:
        found = preview_rows(source, guess(source), 2)
        whole = preview_rows(source, replace(guess(source), delimiter="", quote=""), 1)
    assert [(row.line, row.cells, bool(row.fault)) for row in found] == [
        (4, ('"q', "a"), True),
        (5, ("r", "b"), False),
    ]
    assert whole[0].cells == ('"q,a',)


def test_rows_that_the_user_mended_are_read(tmp_path: Path) -> None:
    path = tmp_path / "a.csv"
    path.write_text('q,a\n"r,b\ns,c\n')
    with Source(path) as source:
        bundle = read_with(source, guess(source), Unwatched(), mended={2: ("r", "b")})
    assert [_sides(note)[0] for note in bundle.notes] == ["q", "r", "s"]
    assert bundle.problems == ()


def test_an_encoding_that_is_none_is_refused(tmp_path: Path) -> None:
    path = tmp_path / "a.csv"
    path.write_text("q,a\n")
    with Source(path) as source, pytest.raises(FileUnreadable):
        read_with(source, replace(guess(source), encoding="klingon"), Unwatched())


class _Impatient(Unwatched):
    def step(self, count: int = 1) -> None:
        raise Cancelled


def test_reading_can_be_called_off(tmp_path: Path) -> None:
    path = tmp_path / "a.csv"
    path.write_text("q,a\n" * 2_000)
    with Source(path) as source, pytest.raises(Cancelled):
        READER.read(source, _Impatient())


@pytest.mark.parametrize(("limit", "value"), [("MAX_ROWS", 3), ("MAX_WEIGHT", 2_000)])
def test_more_than_fits_is_refused(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, limit: str, value: int
) -> None:
    monkeypatch.setattr(reading, limit, value)
    with pytest.raises(FileUnsafe):
        _read(tmp_path, "q,a\n" * 4)


@pytest.mark.parametrize(("name", "content"), samples())
def test_all_rows_of_the_samples_are_accounted_for(
    tmp_path: Path, name: str, content: bytes
) -> None:
    bundle = _read(tmp_path, content, name)
    (rows, total), *parts = bundle.tally
    assert (rows, total) == ("rows", sum(count for _, count in parts))
    assert dict(parts)["notes"] == len(bundle.notes) > 0


ANY_BYTES = st.binary(max_size=300) | st.lists(
    st.sampled_from(
        [b'"', b",", b"\t", b"\n", b"#html:true\n", b"::", b"a", b"\xe9", b"{{c1::x}}"]
    ),
    max_size=40,
).map(b"".join)


@settings(suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(ANY_BYTES, st.sampled_from(["a.csv", "a.txt"]))
def test_whatever_is_read_ends_in_a_bundle_or_a_refusal(
    tmp_path: Path, content: bytes, name: str
) -> None:
    try:
        bundle = _read(tmp_path, content, name)
    except UserError:
        return
    (_, total), *parts = bundle.tally
    assert total == sum(count for _, count in parts)
    assert len({note.guid for note in bundle.notes}) == len(bundle.notes)
    homes = {topic.guid for topic in bundle.topics} | {""}
    kinds = {kind.guid: kind for kind in bundle.kinds}
    assert {note.topic for note in bundle.notes} <= homes
    assert all(kind.fields for kind in kinds.values())


@settings(suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(st.sampled_from(samples()), st.integers(0, 400), st.binary(max_size=4))
def test_spoiled_samples_end_in_a_bundle_or_a_refusal(
    tmp_path: Path, sample: tuple[str, bytes], at: int, noise: bytes
) -> None:
    name, content = sample
    path = tmp_path / name
    path.write_bytes(content[:at] + noise + content[at + 1 :])
    with Source(path) as source:
        assert 0 <= READER.recognise(source) <= 90
        with suppress(UserError):
            assert READER.read(source, Unwatched()).tally
