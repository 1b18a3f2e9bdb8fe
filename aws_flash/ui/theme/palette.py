"""Qt's palette from our colours, for all that a stylesheet does not reach."""

from __future__ import annotations

from PySide6.QtGui import QColor, QPalette

from aws_flash.ui.theme.tokens import ColorName, Tokens

_ROLES: dict[QPalette.ColorRole, ColorName] = {
    QPalette.ColorRole.Window: "window",
    QPalette.ColorRole.WindowText: "ink",
    QPalette.ColorRole.Base: "surface",
    QPalette.ColorRole.AlternateBase: "window",
    QPalette.ColorRole.Text: "ink",
    QPalette.ColorRole.PlaceholderText: "muted",
    QPalette.ColorRole.Button: "surface",
    QPalette.ColorRole.ButtonText: "ink",
    QPalette.ColorRole.BrightText: "missed",
    QPalette.ColorRole.ToolTipBase: "inverse",
    QPalette.ColorRole.ToolTipText: "on_inverse",
    QPalette.ColorRole.Highlight: "accent_soft",
    QPalette.ColorRole.HighlightedText: "ink",
    QPalette.ColorRole.Accent: "accent",
    QPalette.ColorRole.Link: "accent",
    QPalette.ColorRole.LinkVisited: "accent",
    QPalette.ColorRole.Light: "surface",
    QPalette.ColorRole.Midlight: "line",
    QPalette.ColorRole.Mid: "outline",
    QPalette.ColorRole.Dark: "muted",
    QPalette.ColorRole.Shadow: "ink",
}
_FAINT = (
    QPalette.ColorRole.WindowText,
    QPalette.ColorRole.Text,
    QPalette.ColorRole.ButtonText,
    QPalette.ColorRole.HighlightedText,
)


def palette(tokens: Tokens) -> QPalette:
    """The palette of a look; what is disabled is written in muted ink."""
    made = QPalette()
    for role, name in _ROLES.items():
        made.setColor(role, QColor(tokens.get(name)))
    for role in _FAINT:
        made.setColor(QPalette.ColorGroup.Disabled, role, QColor(tokens.muted))
    return made
