"""Markdown as the HTML of a field, within bounds that its parser cannot be led beyond.

The parser takes time with the square of some signs, and drops what is nested too deep; a text that
has more of these than people write is shown as it stands. HTML in the text goes through: what a
card may hold is judged on the way to the screen.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from functools import cache
from typing import TYPE_CHECKING, Any, Final

from aws_flash.domain.html.escaping import escape_text

if TYPE_CHECKING:
    from markdown_it import MarkdownIt
    from markdown_it.renderer import RendererHTML
    from markdown_it.token import Token

MAX_FIELD: Final = 50_000
MAX_LINE: Final = 10_000
MAX_SIGNS: Final = 200
"""Brackets, or tags, or pipes in a line: each may cost a look at the whole text."""

MAX_INDENT: Final = 40
MAX_MARKERS: Final = 10

_PLAIN: Final = re.compile(r"[^\\`*_\[\]<>&#|~=\n\t:+\-]*$")
# One line that begins with a letter or a mark within the line: no blocks, which take most time.
_LINE: Final = re.compile(r"(?:[^\W\d_]|\*\*?[^\W_]|`[^`\s])[^\n\t]*$")
_ORDINARY: Final = re.compile(r"[^\W\d_]")
_MARKERS: Final = re.compile(r"(?:\s*(?:[-+*>]|\d{1,9}[.)])(?=[\s>-])){10}|>{10}")
_OPENINGS: Final = ("<!", "<?")
_PRE: Final = re.compile(r"(<pre\b.*?</pre>)", re.DOTALL)
_RAW: Final = re.compile(
    r"(?P<fence>`{3,})(?P<form>html|json) field\n(?P<content>.*)\n(?P=fence)", re.DOTALL
)
_PARAGRAPH: Final = re.compile(r"<p>((?:(?!</?p>).)*)</p>", re.DOTALL)
_CHECK: Final = re.compile(r"^(\s*[-*+]\s+)\[([ xX])\]\s", re.MULTILINE)


def field_html(markdown: str) -> str:
    """Return the HTML of a field; one paragraph alone stands without tags around it."""
    text = markdown.strip("\n").rstrip()
    raw = _RAW.fullmatch(text)
    if raw:
        return _raw(raw)
    if _PLAIN.match(text) and _ORDINARY.match(text):
        return escape_text(text)
    if not _is_bounded(text):
        return escape_text(text).replace("\n", "<br>")
    if _LINE.match(text):
        inline: str = _parser().renderInline(text)
        return inline.replace("\n", " ")
    html = _tight(_parser().render(_CHECK.sub(_box, text)))
    alone = _PARAGRAPH.fullmatch(html)
    return alone[1] if alone else html


def _raw(found: re.Match[str]) -> str:
    """Return a field that was written as it is, since Markdown cannot say it."""
    if found["form"] == "html":
        return found["content"]
    import json

    try:
        value = json.loads(found["content"])
    except (ValueError, RecursionError):
        value = None
    return value if isinstance(value, str) else escape_text(found["content"])


def _is_bounded(text: str) -> bool:
    if len(text) > MAX_FIELD or text.count("[") > MAX_SIGNS or text.count("<") > MAX_SIGNS:
        return False
    if sum(map(text.count, _OPENINGS)) > MAX_MARKERS or text.count("`") > 4 * MAX_SIGNS:
        return False
    return all(map(_is_line_bounded, text.split("\n")))


def _is_line_bounded(line: str) -> bool:
    indent = len(line.expandtabs(4)) - len(line.expandtabs(4).lstrip()) if line[:1].isspace() else 0
    few = len(line) <= MAX_LINE and line.count("|") <= MAX_SIGNS // 2 and indent <= MAX_INDENT
    return few and not _MARKERS.match(line)


def _box(found: re.Match[str]) -> str:
    return f"{found[1]}{chr(0x2610) if found[2] == ' ' else chr(0x2611)} "


def _tight(html: str) -> str:
    """Return HTML without the line ends between its tags, which a field does not need."""
    parts = _PRE.split(html)
    parts[::2] = [
        re.sub(r"(?<=>)\n|\n(?=<)|\n$", "", part).replace("\n", " ") for part in parts[::2]
    ]
    return "".join(parts)


@cache
def _parser() -> MarkdownIt:
    from markdown_it import MarkdownIt

    parser = MarkdownIt("commonmark", {"html": True, "breaks": True, "xhtmlOut": False})
    parser.enable(["table", "strikethrough"])
    for name, element in (("strong", "b"), ("em", "i")):
        parser.add_render_rule(f"{name}_open", _tag(f"<{element}>"))
        parser.add_render_rule(f"{name}_close", _tag(f"</{element}>"))
    parser.add_render_rule("text", _text)
    for name in ("softbreak", "hardbreak"):
        parser.add_render_rule(name, _tag("<br>"))
    for name in ("fence", "code_block"):
        parser.add_render_rule(name, _code)
    return parser


def _tag(written: str) -> Any:
    def render(_self: RendererHTML, *_: Any) -> str:
        return written

    return render


def _text(_self: RendererHTML, tokens: Sequence[Token], at: int, *_: Any) -> str:
    return escape_text(tokens[at].content)


def _code(_self: RendererHTML, tokens: Sequence[Token], at: int, *_: Any) -> str:
    return f"<pre>{escape_text(tokens[at].content.removesuffix(chr(10)))}</pre>"
