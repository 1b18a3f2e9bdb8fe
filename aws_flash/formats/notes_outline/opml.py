"""OPML, the files of outliners: its nodes as headings and bullets, like the lines of a text."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Final
from xml.etree.ElementTree import Element

from aws_flash.formats.notes_outline.entry import Became, Entry
from aws_flash.formats.xml_file import XmlElement, tree_of

_HEADING_DEPTH: Final = 3
"""Nodes with others below them are topics down to here, bullets with children from there on."""

_INDENT: Final = 2
_TAG: Final = re.compile(r"<[^<>]{1,200}>")
_SAYS: Final = re.compile(r":\s|\s[-\u2013=]\s|(?:\S+\s+){5}\S")
_SPACES: Final = re.compile(r"\s+")


def opml_entries(content: bytes, path: str) -> list[Entry]:
    """Return an entry for each node, and one for each note of a node.

    Raises:
        FileUnreadable: it is not well-formed.
        FileUnsafe: it is made to do harm.
    """
    top = tree_of(content, path)
    body = top.find("body")
    entries = [Entry(Became.SETTING, top.line, "opml")]
    stack = [(node, 1) for node in reversed([] if body is None else _below(body))]
    while stack:
        node, depth = stack.pop()
        entries += _entries(node, depth)
        stack += [(child, depth + 1) for child in reversed(_below(node))]
    return entries


def _entries(node: XmlElement, depth: int) -> Iterator[Entry]:
    text = _words(_text(node))
    is_topic = depth <= _HEADING_DEPTH and _holds_more(node, depth)
    became = Became.HEADING if is_topic and text else Became.BULLET if text else Became.BLANK
    indent = depth * _INDENT
    yield Entry(became, node.line, text, indent, depth if is_topic else 0, sign="-")
    note = _words(node.get("_note", ""))
    if note:
        hangs = indent if is_topic else indent + 1
        yield Entry(Became.TEXT, node.line, note, hangs)


def _holds_more(node: XmlElement, depth: int) -> bool:
    """Tell whether a node is a topic: what stands below it is more than a list of names."""
    if depth == 1:
        return bool(_below(node))
    return any(_below(child) or _SAYS.search(_text(child)) for child in _below(node))


def _below(node: Element) -> list[XmlElement]:
    return [child for child in node if isinstance(child, XmlElement) and child.tag == "outline"]


def _text(node: XmlElement) -> str:
    return node.get("text") or node.get("title") or ""


def _words(written: str) -> str:
    return _SPACES.sub(" ", _TAG.sub("", written)).strip()
