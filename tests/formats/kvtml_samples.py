"""Files of vocabulary of our own: both versions, practised and not, with lessons and pictures."""

from __future__ import annotations

from xml.sax.saxutils import escape


def version_two(entries: str, rest: str = "", languages: int = 2) -> bytes:
    """A file with these entries, each language by its number."""
    identifiers = "".join(
        f'<identifier id="{number}"><name>Language {number}</name></identifier>'
        for number in range(languages)
    )
    return (
        '<?xml version="1.0" encoding="UTF-8"?>\n'
        '<!DOCTYPE kvtml PUBLIC "kvtml2.dtd" "http://edu.kde.org/kvtml/kvtml2.dtd">\n'
        '<kvtml version="2.0"><information><title>Words</title><author>A</author></information>'
        f"<identifiers>{identifiers}</identifiers><entries>{entries}</entries>{rest}</kvtml>"
    ).encode()


def entry(number: int, *texts: str, extra: str = "", **inside: str) -> str:
    """An entry with a text for each language; `inside` is what stands in translation_0 and on."""
    translations = "".join(
        f'<translation id="{at}"><text>{escape(text)}</text>'
        f"{inside.get(f'translation_{at}', '')}</translation>"
        for at, text in enumerate(texts)
    )
    return f'<entry id="{number}">{extra}{translations}</entry>'


def grade(number: int, asked_from: int | None = None, rest: str = "") -> str:
    """A grade of 12 May 2026."""
    attribute = "" if asked_from is None else f' fromid="{asked_from}"'
    return (
        f"<grade{attribute}><currentgrade>{number}</currentgrade><count>5</count>"
        f"<errorcount>2</errorcount><date>2026-05-12T10:00:00</date>{rest}</grade>"
    )


VERSION_ONE = b"""<?xml version="1.0"?>
<!DOCTYPE kvtml SYSTEM "kvoctrain.dtd">
<kvtml title="Old words" author="B" lines="3">
 <lesson width="9"><desc no="1" query="1">First lesson</desc></lesson>
 <e m="1"><o l="en" r="a note">one</o><t l="de" g="3;1" c="4;2" w="1;2" d="949757271;949757272"
 >eins</t></e>
 <e><o>two &amp; more</o><t>zwei</t></e>
 <e><o>alone</o></e>
</kvtml>
"""

LESSONS = (
    '<lessons><container><name>A</name><entry id="0"/><container><name>B</name>'
    '<entry id="1"/></container></container></lessons>'
    "<wordtypes><container><name>Noun</name><container><name>Masculine form</name>"
    '<entry id="0"><translation id="0"/></entry></container></container></wordtypes>'
)


def samples() -> list[tuple[str, bytes]]:
    """Return files that the reader reads, by name."""
    practised = entry(0, "a", "b", translation_0=grade(2), translation_1=grade(7, 0))
    pictures = entry(1, "c", "d", translation_1="<image>x.png</image><sound>y.ogg</sound>")
    return [
        ("two.kvtml", version_two(practised + pictures, LESSONS)),
        ("three.kvtml", version_two(entry(0, "a", "b", "c"), languages=3)),
        ("single.kvtml", version_two(entry(0, "a", translation_0="<comment>b</comment>"), "", 1)),
        ("one.kvtml", VERSION_ONE),
    ]
