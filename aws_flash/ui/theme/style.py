"""The one stylesheet of the application, over Qt's Fusion style."""

from __future__ import annotations

from aws_flash.ui.theme.button_rules import push_button_rules, tick_rules, tool_button_rules
from aws_flash.ui.theme.field_rules import combo_rules, edit_rules, spin_rules
from aws_flash.ui.theme.measures import Measures
from aws_flash.ui.theme.tokens import Look, Tokens
from aws_flash.ui.theme.view_rules import frame_rules, list_rules, menu_rules, scroll_rules

STYLE_ARGUMENTS = ("-style", "fusion")
"""Qt's style, for the making of QApplication: setStyle has PySide make QStyle known, in 6 ms."""

_RULES = (
    push_button_rules,
    tool_button_rules,
    tick_rules,
    edit_rules,
    spin_rules,
    combo_rules,
    list_rules,
    scroll_rules,
    menu_rules,
    frame_rules,
)


def stylesheet(tokens: Tokens, look: Look, scale: float) -> str:
    """Every rule, for one look at one text size (1.0 to 2.0)."""
    measures = Measures(tokens, look, scale)
    return "".join(rules(measures) for rules in _RULES)
