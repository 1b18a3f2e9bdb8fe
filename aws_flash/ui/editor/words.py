"""The words of the editor and of the sheets for new cards and topics."""

from __future__ import annotations

from PySide6.QtCore import QCoreApplication

_CONTEXT = "editor"


def tr(text: str) -> str:
    """Return a text in the user's language."""
    return QCoreApplication.translate(_CONTEXT, text)
