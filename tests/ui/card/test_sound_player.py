"""Sounds play one after the other, and only what is sound."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from PySide6.QtCore import QUrl

from aws_flash.ui.card.sound_player import SoundPlayer, is_sound

if TYPE_CHECKING:
    from pathlib import Path

SOUNDS = {
    "id3.mp3": b"ID3\x04\x00",
    "bare.mp3": b"\xff\xfb\x90\x00",
    "a.ogg": b"OggS\x00\x02",
    "a.wav": b"RIFF\x24\x00\x00\x00WAVE",
    "a.flac": b"fLaC\x00",
    "a.m4a": b"\x00\x00\x00\x20ftypM4A ",
}
NO_SOUNDS = {
    "list.m3u8": b"#EXTM3U\nhttp://192.0.2.1/x.ts",
    "named.mp3": b"#EXTM3U\nfile:///etc/passwd",
    "a.pls": b"[playlist]\nFile1=http://192.0.2.1/",
    "empty.mp3": b"",
    "page.mp3": b"<html>",
    "ffconcat.mp3": b"ffconcat version 1.0\nfile /etc/passwd",
}


class Speaker:
    """Stands in for QtMultimedia, which is an extra: writes down what it is told."""

    def __init__(self) -> None:
        self.heard: list[str] = []

    def setSource(self, source: QUrl) -> None:  # noqa: N802 - Qt's name
        self.heard.append(source.fileName())

    def play(self) -> None:
        self.heard.append("play")

    def stop(self) -> None:
        self.heard.append("stop")


@pytest.mark.parametrize(("name", "content"), SOUNDS.items())
def test_sounds_are_known_by_how_they_begin(tmp_path: Path, name: str, content: bytes) -> None:
    (tmp_path / name).write_bytes(content)
    assert is_sound(tmp_path / name)


@pytest.mark.parametrize(("name", "content"), NO_SOUNDS.items())
def test_lists_that_lead_elsewhere_are_not_played(
    tmp_path: Path, name: str, content: bytes
) -> None:
    (tmp_path / name).write_bytes(content)
    assert not is_sound(tmp_path / name)


def test_neither_folders_nor_missing_files_are_sounds(tmp_path: Path) -> None:
    assert not is_sound(tmp_path)
    assert not is_sound(tmp_path / "gone.mp3")


def test_two_sounds_play_in_turn(tmp_path: Path) -> None:
    files = [tmp_path / name for name in ("a.ogg", "list.m3u8", "a.wav")]
    for file in files:
        file.write_bytes((SOUNDS | NO_SOUNDS)[file.name])
    speaker = Speaker()
    player = SoundPlayer(speaker)
    player.play(files)
    player.go_on()
    player.go_on()
    assert speaker.heard == ["stop", "a.ogg", "play", "a.wav", "play"]


def test_silence_ends_what_waits(tmp_path: Path) -> None:
    (tmp_path / "a.ogg").write_bytes(SOUNDS["a.ogg"])
    speaker = Speaker()
    player = SoundPlayer(speaker)
    player.play([tmp_path / "a.ogg", tmp_path / "a.ogg"])
    player.stop()
    player.go_on()
    assert speaker.heard == ["stop", "a.ogg", "play", "stop"]
