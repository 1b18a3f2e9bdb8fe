"""Where the card lies in the tree, as names from the top down; the last one stays readable."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QWidget

from aws_flash.ui.editor.topic_paths import path_text
from aws_flash.ui.theme.fonts import FontRole
from aws_flash.ui.theme.theme import Theme
from aws_flash.ui.widgets.elided_label import ElidedLabel

_CUT = "…"


def fitted(names: Sequence[str], fits: Callable[[str], bool]) -> str:
    """Return the path with as many of its first names left out as it takes to fit."""
    for left_out in range(len(names)):
        kept = list(names[left_out:])
        text = path_text([_CUT, *kept] if left_out else kept)
        if fits(text):
            return text
    return names[-1] if names else ""


class Breadcrumb(ElidedLabel):
    """Leaves out the first names before it cuts the last one."""

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        """Say nothing yet."""
        super().__init__(theme, "", FontRole.TEXT, "muted", parent)
        self._names: tuple[str, ...] = ()

    def show_path(self, names: Sequence[str]) -> None:
        """Show names from the top down."""
        self._names = tuple(names)
        self.setText(path_text(names))
        self.setAccessibleName(self.tr("Topic: {path}").format(path=", ".join(names)))

    def shown_text(self) -> str:
        """What there is room for."""
        room = self.contentsRect().width()
        measure = self.fontMetrics()
        path = fitted(self._names, lambda text: measure.horizontalAdvance(text) <= room)
        return measure.elidedText(path, Qt.TextElideMode.ElideRight, room)
