"""XML read as if a stranger had written it to do harm: no declarations, nothing from outside.

A document type may be named, since KVTML names one; what it would declare makes the file unsafe,
so there are no entities but XML's own five and no attributes that nobody wrote.
"""

from __future__ import annotations

from collections.abc import Collection, Iterable, Iterator
from typing import Final
from xml.etree.ElementTree import Element, ParseError
from xml.parsers.expat import XMLParserType

from defusedxml.common import DefusedXmlException, DTDForbidden
from defusedxml.ElementTree import DefusedXMLParser

from aws_flash.domain.errors import FileUnreadable, FileUnsafe

MAX_SIZE: Final = 128 * 2**20  # 100,000 notes of Mnemosyne with their history take 60 MB
MAX_DEPTH: Final = 200  # outlines of people stand less than 50 deep
MAX_ELEMENTS: Final = 3_000_000  # about ten seconds of reading
MAX_NAMES: Final = 20_000  # different ones, of elements and attributes: formats have fifty
MAX_HELD: Final = 1_500_000  # elements, with their attributes, that are in memory together
MAX_HELD_TEXT: Final = 32 * 2**20  # signs; four bytes each at worst
MAX_TAG: Final = 4 * 2**20  # bytes between two marks that tell nothing yet

_CHUNK: Final = 64 * 2**10
_HEAD_CHUNK: Final = 512


class XmlElement(Element):
    """An element that knows the line of the file on which it begins, from 1."""

    __slots__ = ("line",)
    line: int


def root_of(head: bytes) -> str | None:
    """Return the name of the root element, without its namespace; None where this is no XML."""
    if not head.lstrip(b"\xef\xbb\xbf \t\r\n").startswith((b"<", b"\xff\xfe<", b"\xfe\xff\0<")):
        return None
    builder = _Builder(None)
    parser = _parser(builder)
    try:
        for begin in range(0, len(head), _HEAD_CHUNK):
            parser.feed(head[begin : begin + _HEAD_CHUNK])
            if builder.root is not None:
                return builder.root
    except DTDForbidden as declared:
        return _plain(str(declared.name))
    except (ParseError, DefusedXmlException, _Excess, ValueError, LookupError):
        return builder.root
    return None


def root_attributes(head: bytes) -> dict[str, str]:
    """Return the attributes of the root element, empty where this is no XML."""
    builder = _Builder(None)
    parser = _parser(builder)
    try:
        for begin in range(0, len(head), _HEAD_CHUNK):
            parser.feed(head[begin : begin + _HEAD_CHUNK])
            if builder.root is not None:
                break
    except (ParseError, DefusedXmlException, _Excess, ValueError, LookupError):
        pass
    return builder.root_attributes


def tree_of(content: bytes, path: str) -> XmlElement:
    """Return the root of a document with all that is in it; names are without namespaces.

    Raises:
        FileUnreadable: it is no XML, or it breaks off; the line is told.
        FileUnsafe: it declares entities, or it is too large, too deep or too much.
    """
    _check_size(len(content), path)
    return next(_elements(_pieces(content), None, path))


def stream(chunks: Iterable[bytes], names: Collection[str], path: str) -> Iterator[XmlElement]:
    """Yield each element of these names, whole, as soon as it ends; all others are passed over.

    An element within one that is wanted comes as its part. Raises as `tree_of`, while iterating:
    what came before stays good.
    """
    return _elements(chunks, frozenset(names), path)


def stream_of(content: bytes, names: Collection[str], path: str) -> Iterator[XmlElement]:
    """Yield from content in memory, as `stream` does."""
    _check_size(len(content), path)
    return stream(_pieces(content), names, path)


class _Excess(Exception):  # noqa: N818 - named for what happened; never leaves this module
    """The document is more than is sensible."""


class _Parser(DefusedXMLParser):
    """Takes the name of a document type, but nothing that it declares."""

    def defused_start_doctype_decl(
        self, name: str, sysid: str | None, pubid: str | None, has_internal_subset: int
    ) -> None:
        if has_internal_subset:
            raise DTDForbidden(name, sysid, pubid)


def _parser(builder: _Builder) -> _Parser:
    parser = _Parser(target=builder, forbid_dtd=True, forbid_entities=True, forbid_external=True)
    builder.attach(parser.parser)
    return parser


class _Builder:
    """Gathers wanted elements (of all names where `names` is None) and counts what they take."""

    def __init__(self, names: frozenset[str] | None) -> None:
        self.root: str | None = None
        self.root_attributes: dict[str, str] = {}
        self.ready: list[XmlElement] = []
        self._names = names
        self._open: list[XmlElement] = []
        self._text: list[str] = []
        self._last: Element | None = None
        self._depth = self._count = self._held = self._held_text = 0
        self._expat: XMLParserType | None = None

    def attach(self, expat: XMLParserType) -> None:
        """Listen to expat itself: what stands between would take half of the time."""
        self._expat = expat
        expat.buffer_text = True
        expat.ordered_attributes = False
        expat.StartElementHandler = self.start
        expat.EndElementHandler = self.end
        expat.CharacterDataHandler = self.data

    def start(self, tag: str, attributes: dict[str, str]) -> None:
        name = _plain(tag)
        if self.root is None:
            self.root = name
            self.root_attributes = {_plain(key): value for key, value in attributes.items()}
        self._depth += 1
        self._count += 1
        if self._depth > MAX_DEPTH or self._count > MAX_ELEMENTS:
            raise _Excess
        if self._open or self._names is None or name in self._names:
            self._begin(name, attributes)

    def data(self, text: str) -> None:
        if self._open:
            self._held_text += len(text)
            if self._held_text > MAX_HELD_TEXT:
                raise _Excess
            self._text.append(text)

    def end(self, _tag: str) -> None:
        self._depth -= 1
        if not self._open:
            return
        if self._text:
            self._flush()
        self._last = ended = self._open.pop()
        if not self._open:
            self.ready.append(ended)
            self._last = None

    def taken(self) -> list[XmlElement]:
        """Hand out what is ready, and forget it."""
        ready, self.ready = self.ready, []
        if ready and not self._open:
            self._held = self._held_text = 0
        return ready

    def close(self) -> None:
        """Do nothing: what is ready was handed out."""

    def _begin(self, name: str, attributes: dict[str, str]) -> None:
        self._held += 1 + len(attributes)
        if attributes:
            self._held_text += sum(map(len, attributes.values()))
            attributes = {_plain(key): value for key, value in attributes.items()}
        if self._held > MAX_HELD or self._held_text > MAX_HELD_TEXT:
            raise _Excess
        if self._text:
            self._flush()
        begun = XmlElement(name, attributes)
        begun.line = self._expat.CurrentLineNumber if self._expat else 0
        if self._open:
            self._open[-1].append(begun)
        self._open.append(begun)
        self._last = None

    def _flush(self) -> None:
        text = "".join(self._text)
        self._text.clear()
        if self._last is not None:
            self._last.tail = text
        else:
            self._open[-1].text = text


def _elements(
    chunks: Iterable[bytes], names: frozenset[str] | None, path: str
) -> Iterator[XmlElement]:
    builder = _Builder(names)
    parser = _parser(builder)
    fed = 0
    try:
        for chunk in chunks:
            parser.feed(chunk)
            fed += len(chunk)
            _check_size(fed, path)
            _check_pace(parser.parser, fed)
            yield from builder.taken()
        parser.close()
        yield from builder.taken()
    except DefusedXmlException as error:
        raise FileUnsafe(path, "declares things of its own in its head") from error
    except _Excess as error:
        raise FileUnsafe(path, "is deeper or longer than is sensible") from error
    except ParseError as error:
        line = error.position[0]
        raise FileUnreadable(path, f"the XML is damaged in line {line}") from error
    except (ValueError, LookupError) as error:
        raise FileUnreadable(path, "its text is in an encoding that is not known") from error


def _pieces(content: bytes) -> Iterator[bytes]:
    view = memoryview(content)
    for begin in range(0, len(content), _CHUNK):
        yield bytes(view[begin : begin + _CHUNK])


def _check_pace(expat: XMLParserType, fed: int) -> None:
    if fed - expat.CurrentByteIndex > MAX_TAG or len(expat.intern) > MAX_NAMES:
        raise _Excess


def _check_size(size: int, path: str) -> None:
    if size > MAX_SIZE:
        raise FileUnsafe(path, f"is more than {MAX_SIZE // 2**20} MB of XML")


def _plain(name: str) -> str:
    return name.rpartition("}")[2] if "}" in name else name
