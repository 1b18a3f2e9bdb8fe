"""Stylesheet rules for what is pressed or ticked: buttons, check boxes, radio buttons.

A QPushButton is plain until its dynamic property `look` says "primary", "quiet" or "link".
"""

from __future__ import annotations

from aws_flash.ui.theme.measures import BUTTON_RADIUS, Measures


def push_button_rules(m: Measures) -> str:
    """Plain, primary, quiet and link buttons; a focused one wears a 2 px ring."""
    t = m.tokens
    return f"""
QPushButton {{
  background: {t.surface}; color: {t.ink}; border: 1px solid {t.line};
  border-radius: {BUTTON_RADIUS}px; padding: {m.px(9)} {m.px(14)}; font-weight: 500;
}}
QPushButton:hover, QPushButton:pressed, QPushButton:checked {{ background: {t.hover}; }}
QPushButton:focus {{
  border: 2px solid {t.accent}; padding: {m.px(9 - 1 / m.scale)} {m.px(14 - 1 / m.scale)};
}}
QPushButton:disabled {{ background: {t.window}; color: {t.muted}; }}
QPushButton[look="primary"] {{
  background: {t.accent}; color: {t.on_accent}; border-color: {t.accent};
}}
QPushButton[look="primary"]:hover, QPushButton[look="primary"]:pressed {{
  background: {t.accent_hover}; border-color: {t.accent_hover};
}}
QPushButton[look="primary"]:focus {{ border-color: {t.ink}; }}
QPushButton[look="primary"]:disabled {{
  background: {t.line}; border-color: {t.line}; color: {t.ink};
}}
QPushButton[look="quiet"] {{ background: transparent; border-color: transparent; }}
QPushButton[look="quiet"]:hover {{ background: {t.hover}; }}
QPushButton[look="quiet"]:focus {{ border-color: {t.accent}; }}
QPushButton[look="link"] {{
  background: transparent; border-color: transparent; color: {t.accent};
  padding: {m.px(4)} {m.px(4)};
}}
QPushButton[look="link"]:hover {{ text-decoration: underline; }}
QPushButton[look="link"]:focus {{
  border-color: {t.accent}; padding: {m.px(4 - 1 / m.scale)} {m.px(4 - 1 / m.scale)};
}}
"""


def tool_button_rules(m: Measures) -> str:
    """Icon buttons of tool bars: nothing until the mouse or the focus is on them."""
    t = m.tokens
    return f"""
QToolButton {{
  background: transparent; color: {t.ink}; border: 2px solid transparent;
  border-radius: 8px; padding: {m.px(4)}; icon-size: {m.px(18)};
}}
QToolButton:hover, QToolButton:pressed, QToolButton:checked {{ background: {t.hover}; }}
QToolButton:focus {{ border-color: {t.accent}; }}
QToolButton:disabled {{ color: {t.muted}; }}
QToolButton::menu-indicator {{ image: none; }}
"""


def tick_rules(m: Measures) -> str:
    """Check boxes and radio buttons, also inside views."""
    t = m.tokens
    views = ("QCheckBox", "QTreeView", "QListView", "QTableView", "QGroupBox", "QMenu")
    boxes = ", ".join(f"{view}::indicator" for view in views)
    every = f"{boxes}, QRadioButton::indicator"
    return f"""
QCheckBox, QRadioButton {{ spacing: {m.px(8)}; padding: {m.px(4)} 2px; color: {t.ink}; }}
QCheckBox, QRadioButton {{ border: 2px solid transparent; border-radius: 6px; }}
QCheckBox:focus, QRadioButton:focus {{ border-color: {t.accent}; }}
QCheckBox:disabled, QRadioButton:disabled {{ color: {t.muted}; }}
{every} {{
  width: {m.px(16)}; height: {m.px(16)}; border: 1px solid {t.outline}; background: {t.surface};
}}
{boxes} {{ border-radius: 4px; }}
QRadioButton::indicator {{ border-radius: {round((round(16 * m.scale) + 2) / 2)}px; }}
{_in_state(every, "hover")} {{ border-color: {t.accent}; }}
{_in_state(every, "checked")} {{
  background: {t.accent}; border-color: {t.accent}; image: {m.image("tick")};
}}
{_in_state(boxes, "indeterminate")} {{
  background: {t.accent}; border-color: {t.accent}; image: {m.image("dash")};
}}
QRadioButton::indicator:checked {{ image: {m.image("dot")}; }}
{_in_state(every, "disabled")} {{ background: {t.window}; border-color: {t.line}; }}
{_in_state(every, "checked:disabled")} {{ background: {t.muted}; border-color: {t.muted}; }}
"""


def _in_state(selectors: str, state: str) -> str:
    return ", ".join(f"{one}:{state}" for one in selectors.split(", "))
