from __future__ import annotations

import time

import pytest
from hypothesis import given
from hypothesis import strategies as st

from aws_flash.domain.svg.judging import is_safe_svg, judge_svg
from aws_flash.domain.svg.names import Fault

NAMESPACES = 'xmlns="http://www.w3.org/2000/svg" xmlns:xlink="http://www.w3.org/1999/xlink"'


def svg(body: str, size: str = 'viewBox="0 0 400 300"', before: str = "") -> bytes:
    return f"{before}<svg {NAMESPACES} {size}>{body}</svg>".encode()


@pytest.mark.parametrize(
    "body",
    [
        "",
        '<g transform="scale(2)"><path d="M0 0h10v10z" fill="#f00"/></g>',
        '<radialGradient id="b" xlink:href="#a"/><rect width="9" height="9" fill="url(#b)"/>',
        '<text x="1" y="2" font-family="Inter">a &amp; b<tspan>c</tspan></text>',
        "<style>.a{fill:red} .b{stroke:#123}</style><circle class='a' r='4'/>",
        '<rect style="fill:red;marker:none;stroke-dasharray:4 2" width="9" height="9"/>',
        '<marker id="m"><path d="M0 0L9 9"/></marker><line x2="9" marker-end="url(#m)"/>',
        '<metadata xmlns:dc="http://purl.org/dc"><dc:title>curly url</dc:title></metadata>',
        '<g xmlns:k="urn:k" k:export-filename="C:\\x.png"><k:thing/></g>',
    ],
)
def test_plain_drawings_are_safe(body: str) -> None:
    assert judge_svg(svg(body)) == (True, None, "")


@pytest.mark.parametrize("size", ['width="40" height="30"', 'width="4cm" height="3cm"'])
def test_a_drawing_may_say_its_size_in_its_own_way(size: str) -> None:
    assert is_safe_svg(svg('<path d="M0 0h10"/>', size))


@pytest.mark.parametrize(
    ("body", "fault"),
    [
        ('<image href="file:///etc/passwd"/>', Fault.ELEMENT),
        ('<image xlink:href="http://x/y.png"/>', Fault.ELEMENT),
        ('<x:image xmlns:x="urn:x" href="file:///etc/passwd"/>', Fault.ELEMENT),
        ('<use href="#a"/>', Fault.ELEMENT),
        ("<script>alert(1)</script>", Fault.ELEMENT),
        ("<foreignObject><p>x</p></foreignObject>", Fault.ELEMENT),
        ('<a xlink:href="http://x/"><path/></a>', Fault.ELEMENT),
        ("<animate/>", Fault.ELEMENT),
        ("<mask/>", Fault.ELEMENT),
        ("<filter/>", Fault.ELEMENT),
        ("<pattern/>", Fault.ELEMENT),
        ("<svg/>", Fault.ELEMENT),
        ('<x:rect xmlns:x="urn:x"/>', Fault.ELEMENT),
        ('<path onclick="x()"/>', Fault.HANDLER),
        ('<path ONLOAD="x()"/>', Fault.HANDLER),
        ('<path href="file:///x"/>', Fault.REFERENCE),
        ('<linearGradient href="x.svg#a"/>', Fault.REFERENCE),
        ('<path fill="url(http://x/y#a)"/>', Fault.REFERENCE),
        ('<path fill="URL( file:///x )"/>', Fault.REFERENCE),
        ('<path style="fill:url(file:///x)"/>', Fault.REFERENCE),
        ('<path style="fill:u\\72l(file:///x)"/>', Fault.REFERENCE),
        ('<path mask="url(#a)"/>', Fault.REFERENCE),
        ('<path marker-mid="url(#a)"/>', Fault.REFERENCE),
        ('<g xml:base="file:///"/>', Fault.REFERENCE),
        ("<style>@import 'x.css';</style>", Fault.REFERENCE),
        ("<style>a{fill:url(x)}</style>", Fault.REFERENCE),
        ("<style>a{fill:u<![CDATA[rl(x)}]]></style>", Fault.REFERENCE),
        ('<path style="transform:scale(9)"/>', Fault.TOO_MUCH),
        ("&unknown;", Fault.NOT_SVG),
        ("<g>", Fault.NOT_SVG),
    ],
)
def test_what_does_more_than_draw_is_refused(body: str, fault: Fault) -> None:
    assert judge_svg(svg(body)).fault == fault


@pytest.mark.parametrize(
    ("data", "fault"),
    [
        (b"", Fault.NOT_SVG),
        (b"\x89PNG", Fault.NOT_SVG),
        (b"\x1f\x8b\x08", Fault.NOT_SVG),
        (b"<html/>", Fault.ELEMENT),
        (svg("", before="<!DOCTYPE svg>"), Fault.DOCTYPE),
        (svg("&a;", before='<!DOCTYPE svg [<!ENTITY a "b">]>'), Fault.DOCTYPE),
        (svg("&a;", before='<!DOCTYPE svg [<!ENTITY a SYSTEM "file:///x">]>'), Fault.DOCTYPE),
        (svg("", before="<?xml-stylesheet href='http://x/y.css'?>"), Fault.DOCTYPE),
        (svg("", before="<?xml version='1.0' encoding='utf-7'?>"), Fault.NOT_SVG),
        (svg("", size=""), Fault.NOT_SVG),
        (svg("", size='width="100%" height="100%"'), Fault.NOT_SVG),
        (svg("", size='viewBox="0 0 0 0"'), Fault.NOT_SVG),
        (svg("", size='viewBox="0 0 1e999 1"'), Fault.NOT_SVG),
    ],
)
def test_what_is_no_plain_svg_is_refused(data: bytes, fault: Fault) -> None:
    assert judge_svg(data).fault == fault


_ACROSS = "".join(f" L{(i * 7919) % 400} {(i * 104729) % 300}" for i in range(5_000))
_BOMBS = {
    "bytes": "<!--" + "x" * 2_000_000 + "-->",
    "elements": "<path/>" * 100_000,
    "depth": "<g>" * 60 + "</g>" * 60,
    "lines": f'<path d="M0 0{_ACROSS}"/>',
    "lines by scale": '<g transform="scale(400)"><path d="M0 0' + "l1 1-1-1" * 400 + '"/></g>',
    "endless lines": '<path d="M0 0L1e999 0"/>',
    "dashes": '<path stroke-dasharray=".001" d="M0 0L400 300"/>',
    "dashes handed on": '<g stroke-dasharray=".001"><path d="M0 0L400 300"/></g>',
    "dashes in a sheet": "<style>a{stroke-dasharray:.001}</style><path d='M0 0L400 300'/>",
    "layers": '<g opacity=".5"></g>' * 200,
    "layers in a sheet": "<style>g{opacity:.5}</style>" + "<g></g>" * 200,
    "rules": "<style>" + "a{}" * 1_000 + "</style>",
    "stops": "<linearGradient>" + "<stop/>" * 1_000 + "</linearGradient>",
    "markers": "<marker>" + "<path/>" * 1_000 + "</marker>"
    + '<line marker-end="url(#a)"/>' * 1_000,
    "markers in markers": '<marker><path marker-end="url(#a)"/></marker>',
}  # fmt: skip


@pytest.mark.parametrize("bomb", _BOMBS)
def test_bombs_are_refused_in_time(bomb: str) -> None:
    data = svg(_BOMBS[bomb])
    begin = time.process_time()
    assert judge_svg(data).fault == Fault.TOO_MUCH
    assert time.process_time() - begin < 0.5


@pytest.mark.parametrize("path", ["1" * 1_900_000, "M" + "1e" * 900_000, "a0 0 0 " + "1" * 900_000])
def test_odd_paths_are_judged_in_time(path: str) -> None:
    begin = time.process_time()
    judge_svg(svg(f'<path d="{path}"/>'))
    assert time.process_time() - begin < 2


@given(st.binary(max_size=60), st.text(max_size=60))
def test_any_bytes_are_judged(data: bytes, text: str) -> None:
    judge_svg(data)
    judge_svg(svg(text))
    assert judge_svg(svg(f'<path d="{text}"/>')).fault is not Fault.ELEMENT
