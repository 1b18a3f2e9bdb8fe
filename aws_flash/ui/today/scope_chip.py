"""The chip that names the topic which Today is about; pressed, it makes Today about all again."""

from __future__ import annotations

from PySide6.QtCore import QCoreApplication
from PySide6.QtWidgets import QWidget

from aws_flash.ui.theme.fonts import FontRole
from aws_flash.ui.theme.theme import Theme
from aws_flash.ui.today.visibility import set_shown
from aws_flash.ui.widgets.text_button import ButtonLook, TextButton

_LOOK = ButtonLook(
    text="ink", fill="accent_soft", lit="hover", line=None, font=FontRole.CAPTION, padding=(10, 4)
)
_TIMES = "\N{NO-BREAK SPACE}\N{NO-BREAK SPACE}\N{MULTIPLICATION SIGN}"


class ScopeChip(TextButton):
    """A name and a ×."""  # noqa: RUF002 - the sign on the chip

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        """Name nothing yet."""
        super().__init__(theme, "", _LOOK, parent)
        self.setToolTip(QCoreApplication.translate("today", "Show all topics"))
        self.hide()

    def show_topic(self, name: str) -> None:
        """Name a topic; "" hides the chip."""
        self.setText(f"{name}{_TIMES}")
        if "&" in name:
            self.setShortcut("")  # Qt took it for the mark of a key
        words = QCoreApplication.translate("today", "Show all topics, not only {topic}")
        self.setAccessibleName(words.format(topic=name))
        self.updateGeometry()
        set_shown(self, bool(name))
