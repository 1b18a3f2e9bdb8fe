"""Whatever text comes, each of its words is kept, and time grows with it and no faster."""

from __future__ import annotations

import re
from functools import partial

import pytest
from hypothesis import example, given, settings
from hypothesis import strategies as st

from aws_flash.domain.bundle import Bundle
from aws_flash.domain.html.escaping import resolve
from aws_flash.formats.notes_outline.form import READER
from tests.formats import reading_aid
from tests.formats.notes_outline_samples import samples
from tests.formats.reading_aid import calls_of, read_content

# Words that no rule takes for a sign: long and made up.
words = st.text(st.sampled_from("bdfgklmnprstuvw"), min_size=4, max_size=9)
names = words.map(str.title)
said = st.lists(words | names, min_size=1, max_size=9).map(" ".join)
sentences = st.lists(said, min_size=1, max_size=3).map(
    lambda parts: " ".join(part[0].upper() + part[1:] + "." for part in parts)
)
pairs = st.builds(
    "{}{}{}".format, said, st.sampled_from([": ", " - ", " = ", ", ", " \u2192 "]), said
)
marked = st.builds("{} **{}** `{}`".format, said, said, said)
contents = said | sentences | pairs | marked
signs = st.sampled_from(["", "- ", "\u2022 ", "\t- ", "  * ", "    o ", "1. ", "2) ", "# ", "## "])
rows = st.builds("| {} | {} |".format, said, said)
lines = st.builds("{}{}".format, signs, contents) | rows | st.sampled_from(["", "", "---", "```"])

read = partial(read_content, READER, name="notes.txt")
survives = partial(reading_aid.survives, READER, name="notes.txt")


def kept(bundle: Bundle) -> str:
    fields = [value for note in bundle.notes for _, value in note.fields]
    names = [topic.name for topic in bundle.topics]
    hints = [problem.why for problem in bundle.problems]
    plain = re.sub(r"<[^<>]*>|\{\{c\d+::|\}\}", " ", " ".join([*fields, *names, *hints]))
    return resolve(plain)


# Few words, but too long to stand whole before what hangs below them.
LONG_LEAD = "- " + " ".join(f"verylongword{number}" for number in range(8))


@example([LONG_LEAD, "\t- Below. Other."])
@example(["# Empty", "## Empty too"])
@given(st.lists(lines, min_size=1, max_size=25))
def test_keeps_every_word(written: list[str]) -> None:
    text = "Words go here.\n" + "\n".join(written)
    bundle = read(text.encode())
    everything = kept(bundle)
    lost = {word for word in re.findall(r"\w{3,}", text) if word not in everything}
    assert not lost


@given(st.lists(lines, min_size=1, max_size=25))
def test_counts_each_line_once(written: list[str]) -> None:
    text = "\n".join(["- Words go here.", *written])
    tally = dict(read(text.encode()).tally)
    made = ("tables", "table cells", "sub-headings cut off", "groups without a heading")
    sorts = {name: n for name, n in tally.items() if name not in made and "drafts" not in name}
    assert sorts.pop("lines") == len(re.split("\n", text)) - (not written[-1])
    assert sum(sorts.values()) == tally["lines"]


@given(st.text() | st.text("-*#|=:.`[](){}<>_~ \t\n\rAbc1?", max_size=400))
def test_reads_or_refuses_any_text(text: str) -> None:
    survives(text.encode("utf-8", "surrogatepass"))


@settings(max_examples=200)
@given(st.binary(max_size=300) | st.sampled_from([content for _, content in samples()]), st.data())
def test_reads_or_refuses_any_bytes(content: bytes, data: st.DataObject) -> None:
    at = data.draw(st.integers(0, len(content)))
    spoiled = content[:at] + data.draw(st.binary(max_size=5)) + content[at:]
    survives(spoiled)


@pytest.mark.parametrize(
    "block",
    [
        "- Keys last for 30 days. They open, shut and turn every lock of AWS\n",
        "Keys\n\n\n- a\n- b\n\n\n",
        "word word word word word word word word word word word word word word word\n",
        "a  b  c\n",
        "a  b  c\na  b\n",
        "Foo Bar\n",
        "Foo bar\n\n",
        "| a | b |\n",
        "a | b\n",
        "```\n```\n",
        "```\ncode\n```\n\n- x\n",
        "Slide 1\nFoo Bar\n",
        "Head\n1\n\n",
        "Q: a b?\nA) b\nB) c\n",
        "a **b** c. D e. ",
        "[[[[[[",
        "1,1,1,1,",
        "- same words again and again here\n",
        "  - x\n      - y\n",
    ],
)
def test_takes_time_in_step_with_the_text(block: str) -> None:
    small, large = ((f"- Key: opens\n{block * count}").encode() for count in (300, 1200))
    read(small)
    fewer, more = calls_of(partial(read, small)), calls_of(partial(read, large))
    assert more < 6 * fewer


@pytest.mark.parametrize(
    "text",
    [
        "<!-- a -->\n" * 5_000,
        "# a" + " " * 100_000 + "b",
        ("a" + " " * 4_000 + "b\n") * 50,
        "\u2022 a" + " \t" * 50_000 + "b",
        "1,1" * 30_000,
        "A-" * 50_000,
    ],
)
def test_is_not_led_astray_by_what_repeats(text: str) -> None:
    assert read(f"- Key: opens\n{text}".encode()).notes
    assert read(f"{text}\n- Key: opens\n".encode()).notes
