"""Files made to do harm, as a user would import them: refused in a sentence, or their good part in.

They run in a process that may have 512 MB, and 30 seconds for each. What is refused leaves the
collection as it was; nothing stays in the folder for what is unpacked, and nothing outside of it.
"""

from __future__ import annotations

import gzip
import json
import os
import struct
import subprocess
import sys
from collections.abc import Callable
from dataclasses import dataclass, replace
from pathlib import Path
from typing import Any

from tests.cli.conftest import Shell
from tests.formats import apkg_samples as anki
from tests.formats.apkg_samples import BASIC, SMALL, Content, framed, nested, text, zipped

ROOT = Path(__file__).parents[2]
MEMORY, SECONDS, AT_ONCE = 512 * 2**20, 30, 7
LARGE = 48 * 2**20
KINDS = {"FileUnsafe", "FileUnreadable", "FormatUnknown", "DeckInvalid"}
COLLECTION = "collection.anki2"
WINDOW_OF_2_GB = b"\x28\xb5\x2f\xfd\x00\xa8\x01\x00\x00"
SIZE_WITHOUT_END = b"\x28\xb5\x2f\xfd\xe0" + struct.pack("<Q", 2**62) + b"\x01\x00\x00"
ENTITIES = "".join(f'<!ENTITY e{n} "{f"&e{n - 1};" * 10}">' for n in range(1, 9))
LAUGHS = f'<?xml version="1.0"?><!DOCTYPE a [<!ENTITY e0 "ha">{ENTITIES}]>'
GENERATED = "ALTER TABLE notes ADD COLUMN g AS (hex(zeroblob(100000000))) VIRTUAL;"
LONG = "UPDATE notes SET flds = printf('%.*c', 30000000, 'x');"
VIEW = (
    "ALTER TABLE notes RENAME TO n; CREATE VIEW notes AS "
    "WITH RECURSIVE r(x) AS (SELECT 1 UNION ALL SELECT x + 1 FROM r) SELECT x FROM r;"
)
TABLES = "".join(f"CREATE TABLE t{number} (a);" for number in range(12_000))
EXTREME = (
    "UPDATE cards SET due=~(1<<63), ivl=~(1<<63), lapses=~(1<<63), type=2, queue=2;"
    "UPDATE notes SET mod=1<<63; UPDATE col SET crt=~(1<<63);"
    "UPDATE revlog SET ivl=1<<63, time=~(1<<63), ease=99;"
)


def of(script: str) -> bytes:
    """A package whose collection was changed by a script."""
    return anki.legacy(SMALL, script)


def of_kind(**changes: Any) -> bytes:
    """A package with a kind that was changed."""
    return anki.legacy(replace(SMALL, kinds=(replace(BASIC, **changes), *SMALL.kinds[1:])))


def newest(collection: bytes, media: bytes = b"", *more: tuple[str, bytes]) -> bytes:
    """A package of the new form with these bytes as its collection and its list of media."""
    return zipped(
        ("meta", b"\x08\x03"), ("collection.anki21b", collection), ("media", framed(media)), *more
    )


def small() -> bytes:
    return framed(anki.database(SMALL, 18))


def gaps(written: str) -> bytes:
    note = replace(SMALL.notes[2], fields=(written,))
    content: Content = replace(SMALL, notes=(note,), cards=SMALL.cards[3:4], reviews=())
    return anki.legacy(content)


def laughs(encoding: str) -> bytes:
    return f"{LAUGHS}<kvtml><title>&e8;</title></kvtml>".encode(encoding)


REFUSED: dict[str, Callable[[], bytes]] = {
    "collection.apkg": lambda: zipped((COLLECTION, bytes(LARGE))),
    "deck.awsflash": lambda: zipped(("deck.json", bytes(LARGE))),
    "cards.cards": lambda: zipped(("cards.xml", bytes(LARGE)), ("METADATA", b"x")),
    "window.apkg": lambda: newest(WINDOW_OF_2_GB),
    "size.apkg": lambda: newest(SIZE_WITHOUT_END),
    "empty-frames.apkg": lambda: newest(b"\x50\x2a\x4d\x18\x00\x00\x00\x00" * 200_000),
    "within.apkg": lambda: zipped((COLLECTION, anki.legacy())),
    "twins.apkg": lambda: zipped((COLLECTION, b"a"), (COLLECTION.upper(), b"b")),
    "long-field.apkg": lambda: of(LONG),
    "view.apkg": lambda: of(VIEW),
    "tables.apkg": lambda: of(TABLES),
    "cut.pau.gz": lambda: gzip.compress(b"<Lesson></Lesson>" * 1000)[:-9],
    "bomb.pau.gz": lambda: gzip.compress(b"<Lesson>" + bytes(LARGE)),
    "laughs.kvtml": lambda: laughs("utf-8"),
    "laughs-16.kvtml": lambda: laughs("utf-16"),
    "deep.kvtml": lambda: b'<kvtml version="2.0">' + b"<container>" * 200_000,
    "deep.xml": lambda: b'<mnemosyne core_version="1">' + b"<item>" * 200_000,
    "deep.json": lambda: b'{"cards":' * 50_000,
    "lists.json": lambda: b"[" + b"[]," * 1_000_000 + b"[]]",
}
TAKEN: dict[str, Callable[[], bytes]] = {
    "medium.apkg": lambda: zipped(
        (COLLECTION, anki.database(SMALL)), ("media", b'{"0": "a.png"}'), ("0", bytes(LARGE))
    ),
    "framed-medium.apkg": lambda: newest(
        small(), nested(1, text(1, "a.png")), ("0", framed(bytes(LARGE)))
    ),
    "media.apkg": lambda: newest(small(), b"\x0a\x00" * 2**20),
    "media-length.apkg": lambda: newest(small(), b"\x0a\xff\xff\xff\x7fa"),
    "generated.apkg": lambda: of(GENERATED),
    "extreme.apkg": lambda: of(EXTREME),
    "template.apkg": lambda: of_kind(templates=(("t", "{{" * 200_000, "{{#a}}" * 50_000),)),
    "twice.apkg": lambda: of_kind(templates=(("t", "{{Front}}", "{{FrontSide}}" * 50_000),)),
    "style.apkg": lambda: of_kind(css="a{" * 200_000),
    "deep-gaps.apkg": lambda: gaps("{{c1::" * 20_000 + "x" + "}}" * 20_000),
    "many-gaps.apkg": lambda: gaps("".join(f"{{{{c{n}::x}}}}" for n in range(1, 20_000))),
    "large-gap.apkg": lambda: gaps("{{c99999999999999999999::x}} {{c1::y}}"),
    "half.json": lambda: b'[{"front": "' + b"\\ud800" * 10_000 + b'", "back": "a"}]',
    "digits.json": lambda: b'[{"front": ' + b"9" * 1_000_000 + b', "back": "a"}]',
    "guids.csv": lambda: b"guid,front,back\n" + b"X,q,a\n" * 20_000,
    "wide.csv": lambda: b"q,a\n" + b"q2,a2" + b",c" * 100_000 + b"\n",
    "open.csv": lambda: b"q,a\n" + b'"open,b\n' * 20_000,
}


def limit_memory() -> None:
    import resource

    resource.setrlimit(resource.RLIMIT_AS, (MEMORY, MEMORY))


@dataclass(frozen=True)
class Told:
    """What the command line told of each file, by name, and of the collection around it."""

    files: dict[str, dict[str, Any]]
    codes: set[int]
    before: dict[str, bytes]
    left: list[Path]


def told_of(made: dict[str, Callable[[], bytes]], shell: Shell, folder: Path) -> Told:
    """Import files, a few in each process with limits."""
    shell.run("imports")  # the deck that ships is in then
    before = shell.files()
    workspace = folder / "workspace"
    workspace.mkdir()
    for name, make in made.items():
        (folder / name).write_bytes(make())
    names = list(made)
    some = [names[at : at + AT_ONCE] for at in range(0, len(names), AT_ONCE)]
    ran = [imported([folder / name for name in few], shell.folder, workspace) for few in some]
    lines = [json.loads(line) for one in ran for line in one.stdout.splitlines()]
    files = {Path(line["file"]).name: line for line in lines}
    codes = {one.returncode for one in ran}
    return Told(files, codes, before, list(workspace.iterdir()))


def imported(files: list[Path], profile: Path, workspace: Path) -> subprocess.CompletedProcess[str]:
    command = [sys.executable, "-m", "aws_flash", "import", *map(str, files)]
    ran = subprocess.run(
        [*command, "--progress", "--json", "--profile", str(profile)],
        cwd=ROOT,
        env={**os.environ, "TMPDIR": str(workspace)},
        capture_output=True,
        text=True,
        timeout=SECONDS * len(files),
        check=False,
        preexec_fn=limit_memory,
    )
    assert "Traceback" not in ran.stdout + ran.stderr, ran.stderr[-2000:]
    return ran


def test_each_is_refused_in_a_sentence_and_leaves_nothing(shell: Shell, tmp_path: Path) -> None:
    told = told_of(REFUSED, shell, tmp_path)
    kinds = {name: line.get("error", line).get("kind") for name, line in told.files.items()}
    assert {name for name, kind in kinds.items() if kind in KINDS} == set(REFUSED)
    assert all(line["error"]["sentence"].endswith(".") for line in told.files.values())
    assert told.codes == {1}
    assert told.left == []
    assert shell.files() == told.before


def test_the_good_part_comes_in_and_the_collection_stays_sound(
    shell: Shell, tmp_path: Path
) -> None:
    told = told_of(TAKEN, shell, tmp_path)
    assert {name for name, line in told.files.items() if line.get("notes")} == set(TAKEN)
    assert told.codes <= {0, 3}
    assert told.left == []
    assert shell.run("doctor").code == 0
    assert shell.run("due").code == 0
    for line in reversed(told.files.values()):
        if line["import"] is not None:
            assert shell.run("revert", str(line["import"])).code == 0
    assert shell.run("doctor").code == 0
