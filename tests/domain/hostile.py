"""HTML as strangers write it, for tests, and a judge of what came out, by another parser."""

from __future__ import annotations

import re
from html.parser import HTMLParser

from hypothesis import strategies as st

ELEMENTS = {
    "a", "abbr", "address", "b", "bdi", "bdo", "big", "blockquote", "br", "caption", "center",
    "cite", "code", "dd", "del", "dfn", "div", "dl", "dt", "em", "font", "h1", "h2", "h3", "h4",
    "h5", "h6", "hr", "i", "img", "ins", "kbd", "li", "mark", "ol", "p", "pre", "s", "samp",
    "small", "span", "strong", "sub", "sup", "table", "tbody", "td", "tfoot", "th", "thead", "tr",
    "tt", "u", "ul", "var",
}  # fmt: skip
ATTRIBUTES = {
    "align", "alt", "bgcolor", "border", "cellpadding", "cellspacing", "class", "color", "colspan",
    "dir", "face", "height", "href", "id", "rowspan", "size", "src", "start", "style", "type",
    "valign", "value", "width",
}  # fmt: skip
_LINK = r"(?i:https?://[^/\s]|mailto:[^/]|#[\w-]+\Z)"
_NO_NAME = r"[/\\:*?\"<>|\x00-\x1f]|%[0-9a-fA-F]{2}|^\.|^\s|^$"
_NO_STYLE = r"(?i:url|expression|position|[\\@{}<]|/\*|://)"
VOID = {"br", "hr", "img"}


class Judge(HTMLParser):
    """Collects what must not be in clean HTML, and how deep it goes."""

    def __init__(self, html: str) -> None:
        super().__init__(convert_charrefs=True)
        self.faults: list[str] = []
        self.open: list[str] = []
        self.elements = self.depth = self.table_depth = 0
        self.text = ""
        self.feed(html)
        self.close()
        self.faults += [f"never ended: {tag}" for tag in self.open]

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.elements += 1
        if tag not in ELEMENTS:
            self.faults.append(tag)
        for name, value in attrs:
            self._attribute(name, value or "")
        if tag not in VOID:
            self.open.append(tag)
        self.depth = max(self.depth, len(self.open))
        self.table_depth = max(self.table_depth, self.open.count("table"))

    def handle_endtag(self, tag: str) -> None:
        if not self.open or self.open.pop() != tag:
            self.faults.append(f"misnested: {tag}")

    def handle_data(self, data: str) -> None:
        self.text += data

    def handle_comment(self, data: str) -> None:
        self.faults.append("comment")

    def handle_decl(self, decl: str) -> None:
        self.faults.append("declaration")

    def handle_pi(self, data: str) -> None:
        self.faults.append("instruction")

    def _attribute(self, name: str, value: str) -> None:
        if name not in ATTRIBUTES:
            self.faults.append(name)
        if name == "src" and re.search(_NO_NAME, value):
            self.faults.append(f"src {value}")
        if name == "href" and not re.match(_LINK, value):
            self.faults.append(f"href {value}")
        if name == "style" and re.search(_NO_STYLE, value):
            self.faults.append(f"style {value}")


_NAMES = st.sampled_from(
    sorted(
        ELEMENTS
        | {"script", "style", "iframe", "object", "svg", "math", "form", "section", "ruby", "rt"}
        | {"q", "template", "body", "html", "title", "textarea", "image", "noscript", "details"}
        | {"button", "select", "x-y", "col", "plaintext"}
    )
)
_VALUES = st.sampled_from(
    [
        "a.png", "file:///etc/passwd", "//host/x.png", "..%2fx", "data:text/html,x", "C:\\x.png",
        "javascript:alert(1)", "JaVa\tScript:x", "https://a.b/c?d=1&e=2", "mailto:a@b.c", "#here",
        "color: red; position: fixed", "background: url(http://x/y)", "width:expression(x)",
        "font-size: 20px; c\\6flor: red", "display:none", "5", "100%", "center", "99999999", "x y",
        "&quot;&#106;avascript:", "&#x6a;avascript:x", "%2e%2e%2f", ":/x.png", "\x01x", "'", "",
    ]
)  # fmt: skip
_ATTRIBUTE = st.builds(
    "{}={}{}{}".format,
    st.sampled_from(
        [*sorted(ATTRIBUTES), "onclick", "srcset", "hidden", "xlink:href", "formaction"]
    ),
    st.sampled_from(['"', "'", ""]),
    _VALUES,
    st.sampled_from(['"', "'", ""]),
)
_START = st.builds(
    lambda name, given: f"<{' '.join([name, *given])}>", _NAMES, st.lists(_ATTRIBUTE, max_size=3)
)
_PIECES = st.one_of(
    _START,
    _START,
    st.builds("</{}>".format, _NAMES),
    st.sampled_from(
        ["text", " ", "\n", "\r\n", "&amp;", "&lt;b&gt;", "&", "<", ">", "&nbsp;", "\xa0", "&#0;",
         "<!--", "-->", "<!doctype html>", "<?php ", "<![CDATA[", "]]>", "&#60;script&#62;", "</",
         "<a href=\"", "\x00", "\ud800", "\u200b", "[sound:a.mp3]", "{{c1::x}}", "漢", "e\u0301"]
    ),
    st.text(max_size=5),
)  # fmt: skip
HTML = st.lists(_PIECES, max_size=25).map("".join)
"""Tags, text and rubbish in any order."""
