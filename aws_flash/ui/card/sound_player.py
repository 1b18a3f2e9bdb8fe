"""Plays the sounds of a card, where the parts of Qt that can are installed."""

from __future__ import annotations

from collections import deque
from collections.abc import Sequence
from importlib import import_module
from pathlib import Path
from typing import Protocol

from PySide6.QtCore import QObject, QUrl

_MAX_BYTES = 50_000_000
# Play lists are texts that name other files and hosts: only what begins as sound does is played.
_BEGINNINGS = (b"ID3", b"OggS", b"fLaC", b"RIFF", b"FORM", b"\x1aE\xdf\xa3", b"#!AMR", b".snd")


class MediaPlayer(Protocol):
    """What is used of QMediaPlayer, which most installations don't have."""

    def setSource(self, source: QUrl) -> None:  # noqa: N802 - Qt's name
        """Load a file."""

    def play(self) -> None:
        """Play from the beginning."""

    def stop(self) -> None:
        """Be quiet."""


class SoundPlayer(QObject):
    """Plays files one after the other; whoever gives it a player calls `go_on` at each end."""

    def __init__(self, player: MediaPlayer, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._player = player
        self._waiting: deque[Path] = deque()

    def play(self, files: Sequence[Path]) -> None:
        """Stop what plays, and play those of these files that are sounds."""
        self._waiting = deque(file for file in files if is_sound(file))
        self._player.stop()
        self.go_on()

    def stop(self) -> None:
        """Be quiet."""
        self._waiting.clear()
        self._player.stop()

    def go_on(self) -> None:
        """Play the next one that waits."""
        if self._waiting:
            self._player.setSource(QUrl.fromLocalFile(str(self._waiting.popleft())))
            self._player.play()


def sound_player(parent: QObject) -> SoundPlayer | None:
    """A player; None where QtMultimedia, or a system library it needs, is not installed."""
    try:
        multimedia = import_module("PySide6.QtMultimedia")
    except ImportError:
        return None
    player = multimedia.QMediaPlayer(parent)
    player.setAudioOutput(multimedia.QAudioOutput(player))
    made = SoundPlayer(player, parent)
    ended = multimedia.QMediaPlayer.MediaStatus.EndOfMedia
    player.mediaStatusChanged.connect(lambda status: made.go_on() if status == ended else None)
    player.errorOccurred.connect(lambda *_: made.go_on())
    return made


def is_sound(path: Path) -> bool:
    """Whether a file begins as sound files do, and is of a size that they have."""
    try:
        if not path.is_file() or path.stat().st_size > _MAX_BYTES:
            return False
        with path.open("rb") as file:
            head = file.read(12)
    except OSError:
        return False
    is_mpeg = len(head) > 1 and head[0] == 0xFF and head[1] & 0xE0 == 0xE0
    return is_mpeg or head.startswith(_BEGINNINGS) or head[4:8] == b"ftyp"
