"""XML of strangers: what is read, and what is refused before it does harm."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from aws_flash.domain.errors import FileUnreadable, FileUnsafe, UserError
from aws_flash.formats.xml_file import XmlElement, root_of, stream, stream_of, tree_of


def test_a_tree_keeps_text_tails_attributes_and_lines() -> None:
    root = tree_of(b'<a>\n<b c="1">x<i>y</i>z</b>\n</a>', "file")
    found = root.find("b")
    assert isinstance(found, XmlElement)
    assert (found.line, found.get("c"), "".join(found.itertext())) == (2, "1", "xyz")


def test_namespaces_fall_away() -> None:
    root = tree_of(b'<n:a xmlns:n="urn:x"><n:b n:c="1"/></n:a>', "file")
    assert (root.tag, root[0].tag, root[0].get("c")) == ("a", "b", "1")


def test_a_document_type_may_be_named() -> None:
    content = b'<?xml version="1.0"?><!DOCTYPE a PUBLIC "a.dtd" "http://example.org/a.dtd"><a/>'
    assert tree_of(content, "file").tag == "a"


@pytest.mark.parametrize(
    "declared",
    [
        b'<!ENTITY e "x">',
        b'<!ENTITY e SYSTEM "file:///etc/passwd">',
        b'<!ENTITY % p SYSTEM "http://example.org/"> %p;',
        b'<!ATTLIST a b CDATA "x">',
    ],
)
def test_declarations_make_a_file_unsafe(declared: bytes) -> None:
    content = b"<!DOCTYPE a [" + declared + b"]><a>&lt;</a>"
    with pytest.raises(FileUnsafe):
        tree_of(content, "file")
    assert root_of(content) == "a"


@pytest.mark.parametrize(
    "content",
    [
        pytest.param(b"<a>" * 5_000, id="deep"),
        pytest.param(b"<a>" + b"<b/>" * 1_500_001 + b"</a>", id="many"),
        pytest.param(b'<a b="' + b"x" * 5 * 2**20 + b'"/>', id="long tag"),
        pytest.param(b"<a>" + b"x" * 33 * 2**20 + b"</a>", id="long text"),
        pytest.param(
            b"<a>" + b"".join(b"<b%d/>" % number for number in range(30_000)) + b"</a>", id="names"
        ),
    ],
)
def test_too_much_is_refused(content: bytes) -> None:
    with pytest.raises(FileUnsafe):
        tree_of(content, "file")


def test_damage_is_told_with_its_line() -> None:
    with pytest.raises(FileUnreadable) as raised:
        tree_of(b"<a>\n<b>\n</a>", "file")
    assert "line 3" in raised.value.why


def test_what_was_streamed_before_damage_stays() -> None:
    found = stream([b"<a><b>1</b><c><b>2", b"</b></c>"], {"b"}, "file")
    assert [next(found).text, next(found).text] == ["1", "2"]
    with pytest.raises(FileUnreadable):
        next(found)


def test_streamed_elements_are_not_held() -> None:
    content = b"<a>" + b"<b><c/></b>" * 600_000 + b"</a>"
    assert sum(1 for _ in stream_of(content, {"b"}, "file")) == 600_000


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "utf-16", "cp1252"])
def test_encodings_that_are_told_are_followed(encoding: str) -> None:
    name = {"utf-8-sig": "utf-8"}.get(encoding, encoding)
    content = f'<?xml version="1.0" encoding="{name}"?><a>Grüße</a>'.encode(encoding)
    assert tree_of(content, "file").text == "Grüße"
    assert root_of(content) == "a"


@pytest.mark.parametrize("encoding", [b"shift-jis", b"none", b"utf-7", b"base64"])
def test_other_encodings_are_refused_in_words(encoding: bytes) -> None:
    with pytest.raises(FileUnreadable):
        tree_of(b'<?xml version="1.0" encoding="' + encoding + b'"?><a/>', "file")


@pytest.mark.parametrize("head", [b"", b"a,b", b"PK\x03\x04", b"{}", b"<", b"\xff\xfe"])
def test_what_is_no_xml_has_no_root(head: bytes) -> None:
    assert root_of(head) is None


@given(st.binary() | st.text("<>/ab&;!-[]?'\"=\n").map(str.encode))
def test_nothing_but_a_user_error_comes_out(content: bytes) -> None:
    root_of(content)
    try:
        tree_of(content, "file")
    except UserError:
        return
