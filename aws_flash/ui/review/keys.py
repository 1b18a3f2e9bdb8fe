"""Which action of the table a key press means, wherever a keyboard has its signs."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtGui import QKeyEvent, QKeySequence

from aws_flash.ui.actions import ACTIONS, Action, Place, of_place

_WITH_CARDS = ("undo", "redo", "keys")
_HELD = (
    Qt.KeyboardModifier.ControlModifier
    | Qt.KeyboardModifier.AltModifier
    | Qt.KeyboardModifier.MetaModifier
)
_ASIDE = Qt.KeyboardModifier.KeypadModifier | Qt.KeyboardModifier.GroupSwitchModifier
_OPTIONS = ("ABCDEFGH", "12345678")
_ENTER = (Qt.Key.Key_Return, Qt.Key.Key_Enter)
ENTER = "Return"


def key_name(event: QKeyEvent) -> str:
    """Return the key as the table writes it: "E", "1", "@", "Space", "Ctrl+Shift+Z".

    A sign is what was typed, so that "@" is found wherever a layout has it.
    """
    if event.key() in _ENTER and not event.modifiers() & _HELD:
        return ENTER
    text = event.text()
    if len(text) == 1 and text.isprintable() and not text.isspace() and _is_plain(event):
        return text.upper()
    keys = QKeySequence(event.modifiers() & ~_ASIDE | Qt.Key(event.key()))
    return keys.toString(QKeySequence.SequenceFormat.PortableText)


def action_of(key: str) -> Action | None:
    """Return what a key does in a review; None: nothing."""
    return _KEYS.get(key)


def option_of(key: str) -> int | None:
    """Return the row of the option that a letter or digit picks, from 0; None for other keys.

    Every letter and digit that could name an option counts, whether or not the card has as many: so
    E never opens an editor on one choice card and picks an option on the next.
    """
    if len(key) != 1:
        return None
    found = max(names.find(key) for names in _OPTIONS)
    return None if found < 0 else found


class HeldKey:
    """Tells the presses by which a key that is held repeats itself.

    Qt does too, but remote and virtual screens may send each of them as a release and a press of
    the same moment, which it takes for the user's.
    """

    def __init__(self) -> None:
        """Begin with no key released yet."""
        self._released = (0, 0)

    def note_release(self, event: QKeyEvent) -> None:
        """Remember when a key was let go."""
        self._released = (event.key(), event.timestamp())

    def repeats(self, event: QKeyEvent) -> bool:
        """Return whether a press is such a repeat."""
        same_moment = event.timestamp() > 0 and self._released == (event.key(), event.timestamp())
        return event.isAutoRepeat() or same_moment


def _is_plain(event: QKeyEvent) -> bool:
    """AltGr comes as Ctrl+Alt on Windows, and then makes a sign, never a letter or digit."""
    held = event.modifiers() & _HELD
    if not held:
        return True
    alt_gr = Qt.KeyboardModifier.ControlModifier | Qt.KeyboardModifier.AltModifier
    return held == alt_gr and not event.text().isalnum()


_KEYS = {
    QKeySequence(key).toString(QKeySequence.SequenceFormat.PortableText): action
    for action in [*of_place(Place.REVIEW), *(ACTIONS[name] for name in _WITH_CARDS)]
    for key in action.keys
}
