"""The one table of actions: what each is called, its icon, its keys, and where it works."""

from __future__ import annotations

from enum import Enum
from typing import NamedTuple

from PySide6.QtCore import QCoreApplication

_CONTEXT = "actions"


class Place(Enum):
    """Where an action works, in the order in which the ? sheet lists them."""

    EVERYWHERE = "Everywhere"
    TOPICS = "Topics"
    REVIEW = "Review"


class Action(NamedTuple):
    """A thing to do. `keys` are in Qt's portable form; the first one is shown.

    `icon` is a file of resources/icons, or empty.
    """

    id: str
    text: str
    icon: str
    keys: tuple[str, ...]
    place: Place

    @property
    def label(self) -> str:
        """The text in the user's language."""
        return QCoreApplication.translate(_CONTEXT, self.text)

    @property
    def key(self) -> str:
        """The key to show, empty when there is none."""
        return key_text(self.keys[0]) if self.keys else ""


_KEY_NAMES = {"Return": "Enter", "Escape": "Esc", "Del": "Del"}


def key_text(keys: str) -> str:
    """Return a key in Qt's portable form as users read it: "Ctrl+Enter", "Esc"."""
    if keys == "Ctrl++":
        return keys
    return "+".join(_KEY_NAMES.get(key, key) for key in keys.split("+"))


def _all() -> tuple[Action, ...]:
    everywhere, topics, review = Place.EVERYWHERE, Place.TOPICS, Place.REVIEW
    return (
        Action("today", "Today", "sun", ("Ctrl+1",), everywhere),
        Action("new card", "New card", "file-plus", ("Ctrl+N",), everywhere),
        Action("new topic", "New topic", "folder-plus", ("Ctrl+Shift+N",), everywhere),
        Action("import", "Import…", "download", ("Ctrl+I",), everywhere),
        Action("export", "Export…", "upload", ("Ctrl+E",), everywhere),
        Action("imports", "Imports", "library", (), everywhere),
        Action("undo", "Undo", "undo-2", ("Ctrl+Z",), everywhere),
        Action("redo", "Redo", "redo-2", ("Ctrl+Shift+Z",), everywhere),
        Action("back up", "Back up now", "archive", (), everywhere),
        Action("restore", "Restore…", "history", (), everywhere),
        Action("settings", "Settings", "settings", ("Ctrl+,",), everywhere),
        Action("larger", "Larger text", "", ("Ctrl++", "Ctrl+="), everywhere),
        Action("smaller", "Smaller text", "", ("Ctrl+-",), everywhere),
        Action("keys", "Keys", "keyboard", ("?",), everywhere),
        Action("about", "About aws-flash", "info", (), everywhere),
        Action("quit", "Quit", "x", ("Ctrl+Q",), everywhere),
        Action("study topic", "Study this topic", "play", ("Return",), topics),
        Action("scope topic", "Show on Today", "sun", ("Ctrl+Space",), topics),
        Action("rename topic", "Rename", "pencil", ("F2",), topics),
        Action("export topic", "Export…", "upload", (), topics),
        Action("delete topic", "Move to trash", "trash-2", ("Del",), topics),
        Action("topic up", "Move up", "", ("Alt+Up",), topics),
        Action("topic down", "Move down", "", ("Alt+Down",), topics),
        Action("topic out", "Move out", "", ("Alt+Left",), topics),
        Action("topic in", "Move in", "", ("Alt+Right",), topics),
        Action("show", "Show answer, then Knew it", "eye", ("Space",), review),
        Action("missed", "Missed", "x", ("1",), review),
        Action("knew", "Knew it", "check", ("2", "3", "4"), review),
        Action("take back", "Take the answer back", "undo-2", ("U",), review),
        Action("edit", "Edit card", "pencil", ("E",), review),
        Action("flag", "Flag", "flag", ("F",), review),
        Action("skip", "Skip for today", "skip-forward", ("S",), review),
        Action("suspend", "Suspend", "circle-pause", ("@",), review),
        Action("replay", "Replay sound", "volume-2", ("R",), review),
        Action("leave", "Back to Today", "arrow-left", ("Escape",), review),
    )


ACTIONS: dict[str, Action] = {action.id: action for action in _all()}
"""Every action by its id."""


def of_place(place: Place) -> list[Action]:
    """Return the actions of one place, in the order of the table."""
    return [action for action in ACTIONS.values() if action.place is place]
