"""No test reaches the network, and one that tries is told where it went."""

from __future__ import annotations

import socket
import urllib.request
from pathlib import Path

import pytest


def test_a_connection_is_refused_with_its_address() -> None:
    with (
        socket.socket() as plain,
        pytest.raises(AssertionError, match=r"192\.0\.2\.1.*443"),
    ):
        plain.connect(("192.0.2.1", 443))


def test_a_datagram_is_refused() -> None:
    with (
        socket.socket(type=socket.SOCK_DGRAM) as plain,
        pytest.raises(AssertionError, match=r"192\.0\.2\.1"),
    ):
        plain.sendto(b"hello", ("192.0.2.1", 53))


def test_a_page_is_refused_before_its_name_is_looked_up() -> None:
    with pytest.raises(AssertionError, match=r"example\.org"):
        urllib.request.urlopen("https://example.org/")


def test_two_programs_on_this_machine_may_talk(tmp_path: Path) -> None:
    address = str(tmp_path / "socket")
    with socket.socket(socket.AF_UNIX) as first, socket.socket(socket.AF_UNIX) as second:
        first.bind(address)
        first.listen()
        second.connect(address)
        second.sendall(b"open deck")
        with first.accept()[0] as answering:
            assert answering.recv(9) == b"open deck"
