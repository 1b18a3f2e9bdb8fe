"""The kinds of text button: primary, plain, quiet, link."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QWidget

from aws_flash.ui.theme.fonts import FontRole
from aws_flash.ui.theme.theme import Theme
from aws_flash.ui.widgets.text_button import ButtonLook, TextButton

_SMALL = FontRole.SMALL_BUTTON
_PRIMARY = ButtonLook("on_accent", "accent", "accent_hover", None, FontRole.BUTTON, (20, 13))
_MODEST = ButtonLook("on_accent", "accent", "accent_hover", None, _SMALL, (18, 10))
_PLAIN = ButtonLook("ink", "surface", "hover", "line", _SMALL, (14, 10))
_QUIET = ButtonLook("ink", None, "hover", None, _SMALL, (12, 8))
_LINK = ButtonLook("accent", None, "hover", None, _SMALL, (4, 4))


class PrimaryButton(TextButton):
    """The one thing to do on a page, 44 px high: "Start review [Space]"."""

    def __init__(
        self, theme: Theme, text: str, key: str = "", parent: QWidget | None = None
    ) -> None:
        super().__init__(theme, text, _PRIMARY, parent)
        self.set_key(key)


class ConfirmButton(TextButton):
    """The primary button of a sheet, as high as the plain ones beside it."""

    def __init__(
        self, theme: Theme, text: str, key: str = "", parent: QWidget | None = None
    ) -> None:
        super().__init__(theme, text, _MODEST, parent)
        self.set_key(key)


class PlainButton(TextButton):
    """A button among others: "Cancel", "New card"."""

    def __init__(
        self, theme: Theme, text: str, key: str = "", parent: QWidget | None = None
    ) -> None:
        super().__init__(theme, text, _PLAIN, parent)
        self.set_key(key)


class QuietButton(TextButton):
    """A button without a box, for what is seldom wanted."""

    def __init__(
        self, theme: Theme, text: str, key: str = "", parent: QWidget | None = None
    ) -> None:
        super().__init__(theme, text, _QUIET, parent)
        self.set_key(key)


class LinkButton(TextButton):
    """Words in the accent colour that do something, inside or below other text."""

    def __init__(self, theme: Theme, text: str, parent: QWidget | None = None) -> None:
        super().__init__(theme, text, _LINK, parent)
        self.setCursor(Qt.CursorShape.PointingHandCursor)
