"""The words of facts that age, as pure functions of values."""

from __future__ import annotations

from PySide6.QtCore import QCoreApplication

_CONTEXT = "facts"


def tr(text: str) -> str:
    """Return a text in the user's language."""
    return QCoreApplication.translate(_CONTEXT, text)


def counted(number: int, one: str, many: str) -> str:
    """Return the words for one, or those for many with their number in place of {count}."""
    if number == 1:
        return tr(one)
    words = QCoreApplication.translate(_CONTEXT, many, None, number)
    return words.format(count=f"{number:,}")


def waiting_text(total: int) -> str:
    """Return what the page for rechecks is about: "12 facts were last checked long ago."."""
    return counted(
        total, "1 fact was last checked long ago.", "{count} facts were last checked long ago."
    )


def chosen_text(number: int) -> str:
    """Return "3 chosen"."""
    return tr("{count} chosen").format(count=f"{number:,}")


def more_text(number: int) -> str:
    """Return what brings more rows: "Show 20 more"."""
    return tr("Show {count} more").format(count=f"{number:,}")


def place_text(position: int, total: int) -> str:
    """Return which of the changes it is: "2 of 3"; nothing for the only one."""
    if total <= 1:
        return ""
    return tr("{position} of {total}").format(position=f"{position:,}", total=f"{total:,}")
