"""Cards as strangers may write them, and the time that one may take."""

from __future__ import annotations

import time
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from urllib.parse import quote

from aws_flash.domain.kind import CardTemplate, Family, Kind
from aws_flash.domain.note import Note

LONGEST = 2.0
"""Seconds to show any card: a good second on the slowest machine that runs these tests."""

ROADS = {
    "absolute": "{path}",
    "file": "file://{path}",
    "file, one slash": "file:{path}",
    "file on a host": "file://localhost{path}",
    "capitals": "FILE://{path}",
    "up and down": "../../../../../../../..{path}",
    "encoded": "{encoded}",
    "encoded twice": "{twice}",
    "network share": "//localhost{path}",
    "backslashes": "\\\\localhost\\share{path}",
    "qrc": "qrc:{path}",
    "colon": ":{path}",
    "tabs": "fi\tle://{path}",
    "media folder and up": "media/..{path}",
    "line break": "\n{path}",
}
REMOTE = ("http://192.0.2.1/x.png", "https://example.org/x.png", "//example.org/x.png", "ftp://e/x")
PLACES = (
    '<img src="{}">',
    "<IMG SRC='{}'>",
    "<img src={} width=50 height=50>",
    '<image src="{}" href="{}" xlink:href="{}">',
    '<p style="background-image: url({})">x</p>',
    "<style>body, p {{ background-image: url('{}') }}</style><p>x</p>",
    '<table background="{}"><tr><td background="{}">x</td></tr></table>',
    '<body background="{}">x</body>',
    '<ul style="list-style-image: url({})"><li>x</li></ul>',
    '<link rel="stylesheet" href="{}"><p>x</p>',
    '<style>@import "{}";</style><p>x</p>',
    '<object data="{}"></object><embed src="{}"><iframe src="{}"></iframe>',
    '<video poster="{}"></video><input type="image" src="{}">',
    '<svg><image href="{}" width="50" height="50"/></svg>',
    '<p style="border-image: url({}) 1">x</p>',
)


def roads(path: Path) -> list[str]:
    encoded = quote(str(path), safe="").replace(".", "%2E")
    fill = {"path": str(path), "encoded": encoded, "twice": quote(encoded)}
    return [road.format(**fill) for road in ROADS.values()]


def filled(place: str, road: str) -> str:
    """HTML that asks for what lies at the end of a road."""
    return place.replace("{}", road).replace("{{", "{").replace("}}", "}")


def note(question: str, answer: str = "yes") -> Note:
    fields = (("Question", question), ("Answer", answer))
    return Note(1, "n", 1, fields, (), 0, 0)


def imported(template: str, css: str = "", *, by_hole: bool = False) -> Kind:
    templates = (CardTemplate("Card", template, "{{FrontSide}}<hr id=answer>{{Answer}}"),)
    fields = ("Question", "Answer")
    return Kind(9, "k", "Kind", Family.IMPORTED, fields, templates, css, by_hole=by_hole)


@contextmanager
def quick() -> Iterator[None]:
    begun = time.process_time()
    yield
    assert time.process_time() - begun < LONGEST
