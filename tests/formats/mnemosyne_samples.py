"""Files of Mnemosyne of our own: exported cards, a database, XML of version 1 and of smconv."""

from __future__ import annotations

import io
import sqlite3
import tempfile
import zipfile
from collections.abc import Iterable
from contextlib import closing
from pathlib import Path
from xml.sax.saxutils import escape, quoteattr

FACT = "aaaaaaaaaaaaaaaaaaaaa%d"
ASKED, DUE = 1_780_000_000, 20_610 * 86_400
"""A moment of 28 May 2026, and a midnight of UTC eight days later."""


def fact(number: int, **values: str) -> str:
    """An entry of a fact."""
    inner = "".join(f"<{key}>{escape(value)}</{key}>" for key, value in values.items())
    return f'<log type="16" o_id="{FACT % number}">{inner}</log>'


def card(number: int, view: str, extra: str = "", **attributes: object) -> str:
    """An entry of a card of a fact; the view tells its type."""
    told = {"gr": -1, "l_rp": -1, "n_rp": -1, "lps": 0, "rt_rp_l": 0, "tags": "", **attributes}
    written = " ".join(f"{name}={quoteattr(str(value))}" for name, value in told.items())
    card_type = view.rpartition(".")[0]
    return (
        f'<log type="6" o_id="card{number}-{view}{len(extra)}" card_t="{card_type}"'
        f' fact="{FACT % number}" fact_v="{view}" {written}><extra>{escape(extra)}</extra></log>'
    )


def package(
    *logs: str, media: Iterable[tuple[str, bytes]] = (), metadata: str = "card_set_name:Set"
) -> bytes:
    """An archive of exported cards."""
    held = io.BytesIO()
    with zipfile.ZipFile(held, "w") as archive:
        inner = "".join(logs)
        archive.writestr("cards.xml", f'<openSM2sync number_of_entries="9">{inner}</openSM2sync>')
        archive.writestr("METADATA", metadata)
        for name, content in media:
            archive.writestr(name, content)
    return held.getvalue()


_SCHEMA = """
CREATE TABLE facts(_id integer primary key, id text);
CREATE TABLE data_for_fact(_fact_id integer, key text, value text);
CREATE TABLE cards(_id integer primary key, id text, card_type_id text, _fact_id integer,
  fact_view_id text, grade integer, next_rep integer, last_rep integer, lapses integer,
  ret_reps_since_lapse integer, creation_time integer, modification_time integer, extra_data text,
  active boolean);
CREATE TABLE tags(_id integer primary key, id text, name text);
CREATE TABLE tags_for_card(_card_id integer, _tag_id integer);
CREATE TABLE log(_id integer primary key, event_type integer, timestamp integer, object_id text,
  grade integer, next_rep integer, lapses integer, ret_reps_since_lapse integer,
  thinking_time integer);
"""


def database() -> bytes:
    """A collection: a card known, its other way missed, one never asked and not active."""
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder, "x.db")
        with closing(sqlite3.connect(path)) as connection:
            connection.executescript(_SCHEMA)
            facts = [(1, FACT % 1), (2, FACT % 2)]
            texts = [(1, "f", "front"), (1, "b", "back"), (2, "f", "only")]
            known = (1, "c1", "2", 1, "2.1", 4, DUE, ASKED, 1, 3, ASKED, ASKED, "", 1)
            missed = (2, "c2", "2", 1, "2.2", 0, ASKED, ASKED, 2, 0, ASKED, ASKED, "", 1)
            unseen = (3, "c3", "1", 2, "1.1", -1, -1, -1, 0, 0, ASKED, ASKED, "", 0)
            log = [
                (1, 9, ASKED - 60, "c1", 1, ASKED - 60, 1, 0, 5),
                (2, 9, ASKED, "c1", 4, DUE, 1, 3, 500),
                (3, 6, ASKED, "c1", 0, 0, 0, 0, 0),
                (4, 9, ASKED, "gone", 4, DUE, 0, 0, 1),
            ]
            tags = [(1, "t", "__UNTAGGED__"), (2, "u", "A::B")]
            for table, rows in (
                ("facts", facts),
                ("data_for_fact", texts),
                ("cards", [known, missed, unseen]),
                ("tags", tags),
                ("tags_for_card", [(1, 2), (2, 1), (3, 1)]),
                ("log", log),
            ):
                signs = ",".join("?" * len(rows[0]))
                connection.executemany(f"INSERT INTO {table} VALUES ({signs})", rows)  # noqa: S608 - our own names
            connection.commit()
        return path.read_bytes()


VERSION_ONE = b"""<?xml version="1.0" encoding="UTF-8"?>
<mnemosyne core_version="1" time_of_start="1247706000">
<category active="1"><name>Cities</name></category>
<item id="a1" gr="4" e="2.5" lps="1" rt_rp_l="2" l_rp="10" n_rp="30">
 <cat>Cities</cat><Q>one
two</Q><A>b</A></item>
<item id="a2" u="1" gr="0" l_rp="0" n_rp="0"><cat>&lt;default&gt;</cat><Q>c</Q><A>d</A></item>
<item id="a2.inv" gr="3" l_rp="1" n_rp="3"><cat>&lt;default&gt;</cat><Q>d</Q><A>c</A></item>
<item><cat>Cities</cat><Q>one
two</Q><A>z</A></item>
</mnemosyne>
"""

SMCONV = """<?xml version="1.0" encoding="windows-1252"?>
<smconv_pl><cards><card category="Unfiled"><card_fields><card_field idx="1">ademán</card_field>
<card_field idx="2">gesture</card_field></card_fields>
<card_other datenexttest="2026-06-01" interval="20" lapses="0" recalls="3"/></card></cards>
<header name="Spanish"/></smconv_pl>
""".encode("cp1252")

PACKAGE = package(
    '<log type="10" o_id="t1"><name>AWS::IAM</name></log>',
    fact(1, f='a <img src="p/x.png">', b='b <audio src="y z.mp3">'),
    fact(2, text="[IAM] roles use a [trust policy:hint]"),
    fact(3, f="foreign", p_1="say", m_1="meaning", n="note"),
    card(1, "1.1", tags="t1", gr=4, l_rp=ASKED, n_rp=DUE, lps=2, rt_rp_l=3),
    card(2, "5.1", "{'cloze': 'IAM', 'index': 0}"),
    card(2, "5.1", "{'cloze': 'trust policy', 'index': 1}"),
    card(3, "3.1"),
    card(3, "3.2"),
    media=[("p/x.png", b"picture"), ("y z.mp3", b"sound")],
)


def samples() -> list[tuple[str, bytes]]:
    """Return files that the reader reads, by name."""
    return [
        ("set.cards", PACKAGE),
        ("default.db", database()),
        ("one.xml", VERSION_ONE),
        ("smconv.xml", SMCONV),
    ]
