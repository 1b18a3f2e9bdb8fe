"""The fuzzer makes the same file of the same numbers, and finds what is planted."""

from __future__ import annotations

from io import BytesIO
from pathlib import Path
from zipfile import BadZipFile, ZipFile

import pytest

from aws_flash.domain.bundle import Bundle, BundledNote, BundledTopic
from aws_flash.domain.errors import FileUnreadable
from aws_flash.domain.monitor import Monitor
from aws_flash.formats.form import Reader
from aws_flash.formats.registry import readers
from aws_flash.formats.source import Source
from bench.fuzz.corpus import by_reader, samples
from bench.fuzz.hunting import hunt, made
from bench.fuzz.report import Finding, Report
from bench.fuzz.trying import UnsoundError, tried
from bench.fuzz.watching import watched

READERS = [reader.id for reader in readers()]
TOPIC = BundledTopic("t", None, "Topic", 1)
NOTE = BundledNote("n", "t", "basic", (("Question", "q"), ("Answer", "a"), ("Explanation", "")))


def packed(**members: bytes) -> bytes:
    out = BytesIO()
    with ZipFile(out, "w") as archive:
        for name, held in members.items():
            archive.writestr(name, held)
    return out.getvalue()


def reading(bundle: Bundle | Exception) -> Reader:
    def read(_source: Source, _monitor: Monitor) -> Bundle:
        if isinstance(bundle, Exception):
            raise bundle
        return bundle

    return Reader("made", "Made", (), lambda _: 100, read)


def holding(*notes: BundledNote) -> Bundle:
    return Bundle("", "Made", "", "", (TOPIC,), notes)


def test_every_reader_has_samples_to_begin_with() -> None:
    assert set(READERS) <= set(by_reader(samples()))


def is_whole(content: bytes) -> bool:
    try:
        with ZipFile(BytesIO(content)) as archive:
            return archive.testzip() is None
    except BadZipFile:
        return False


def test_the_same_numbers_make_the_same_file() -> None:
    good = [("a.csv", b"a,b\nc,d\n" * 9), ("b.csv", b"x")]
    files = [made("delimited", 7, number, good)[:2] for number in range(20)]
    assert files == [made("delimited", 7, number, good)[:2] for number in range(20)]
    assert len(set(files)) > 15


def test_what_is_in_an_archive_is_changed_and_the_archive_stays_whole() -> None:
    content = packed(first=b"one" * 50, second=b"two" * 50)
    files = {made("native", 7, number, [("a.zip", content)])[1] for number in range(60)}
    assert sum(map(is_whole, files)) > 30


def test_a_refusal_is_no_finding(tmp_path: Path) -> None:
    assert tried(reading(FileUnreadable("x", "why")), tmp_path / "x", takes_in=True) == "refused"


def test_any_other_error_comes_out(tmp_path: Path) -> None:
    with pytest.raises(ZeroDivisionError):
        tried(reading(ZeroDivisionError()), tmp_path / "x", takes_in=True)


@pytest.mark.parametrize(
    "note",
    [
        BundledNote("n", "nowhere", "basic", NOTE.fields),
        BundledNote("m", "t", "basic", (("Question", "\ud800"),)),
    ],
)
def test_a_bundle_that_cannot_be_relied_on_is_a_finding(note: BundledNote, tmp_path: Path) -> None:
    with pytest.raises(UnsoundError):
        tried(reading(holding(note)), tmp_path / "x", takes_in=False)


def test_a_sound_bundle_goes_all_the_way(tmp_path: Path) -> None:
    assert tried(reading(holding(NOTE)), tmp_path / "x", takes_in=True) == "taken in"


def test_a_fault_is_kept_once_and_counted() -> None:
    report = Report("made", 1)
    for number in (3, 5):
        report.find(Finding("KeyError at x.py:1", number))
    assert [(one.number, one.times) for one in report.findings] == [(3, 2)]


@pytest.mark.parametrize("reader", readers(), ids=READERS)
def test_a_second_of_each_reader_finds_nothing(
    reader: Reader, tmp_path: Path, capfd: pytest.CaptureFixture[str]
) -> None:
    hunt(reader, 2026, 0, 1.0, tmp_path)
    said = capfd.readouterr().out.splitlines()
    assert [line for line in said if line.startswith("found")] == []
    assert any(line.startswith("came") for line in said)


def test_a_hunt_in_a_process_of_its_own_is_followed_to_its_end() -> None:
    report = watched("native", 2026, 1.0)
    assert report.findings == []
    assert report.tried == sum(report.came.values()) > 0
