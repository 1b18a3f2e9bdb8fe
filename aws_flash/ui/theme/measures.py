"""What every stylesheet rule is written with: colours, file addresses and scaled lengths."""

from __future__ import annotations

from typing import NamedTuple

from aws_flash.resources import resource
from aws_flash.ui.theme.tokens import Look, Tokens

BUTTON_RADIUS = 9
PANEL_RADIUS = 12
CARD_RADIUS = 16


class Measures(NamedTuple):
    """One look at one text size."""

    tokens: Tokens
    look: Look
    scale: float

    def px(self, pixels: float) -> str:
        """A length that grows with the text, as the stylesheet writes it."""
        return f"{round(pixels * self.scale)}px"

    def image(self, name: str) -> str:
        """The address of a small drawing in the ink of this look."""
        return f'url("{resource("theme", f"{name}-{self.look}.svg").as_posix()}")'
