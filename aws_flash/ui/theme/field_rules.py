"""Stylesheet rules for what is written or chosen in: text fields, numbers, drop-down lists."""

from __future__ import annotations

from aws_flash.ui.theme.measures import Measures

_EDITS = ("QLineEdit", "QTextEdit", "QPlainTextEdit", "QAbstractSpinBox", "QComboBox")


def _each(state: str = "") -> str:
    return ", ".join(f"{name}{state}" for name in _EDITS)


def edit_rules(m: Measures) -> str:
    """One outline for all fields, twice as thick and in the accent where the focus is."""
    t = m.tokens
    thinner = f"{m.px(7 - 1 / m.scale)} {m.px(9 - 1 / m.scale)}"
    return f"""
{_each()} {{
  background: {t.surface}; color: {t.ink}; border: 1px solid {t.outline}; border-radius: 8px;
  padding: {m.px(7)} {m.px(9)}; placeholder-text-color: {t.muted};
  selection-background-color: {t.accent_soft}; selection-color: {t.ink};
}}
{_each(":focus")} {{ border: 2px solid {t.accent}; padding: {thinner}; }}
{_each(":disabled")} {{ background: {t.window}; color: {t.muted}; border-color: {t.line}; }}
QTextBrowser {{ background: transparent; border: none; border-radius: 0; padding: 0; }}
QTextBrowser:focus {{ border: none; padding: 0; }}
QComboBox QLineEdit, QAbstractSpinBox QLineEdit, QComboBox QLineEdit:focus,
QAbstractSpinBox QLineEdit:focus {{ border: none; padding: 0; background: transparent; }}
"""


def spin_rules(m: Measures) -> str:
    """The two arrows of a number field."""
    t = m.tokens
    return f"""
QAbstractSpinBox, QAbstractSpinBox:focus {{ padding-right: {m.px(24)}; }}
QAbstractSpinBox::up-button, QAbstractSpinBox::down-button {{
  subcontrol-origin: border; width: {m.px(22)}; border: none; border-radius: 6px; margin: 2px;
}}
QAbstractSpinBox::up-button {{ subcontrol-position: top right; }}
QAbstractSpinBox::down-button {{ subcontrol-position: bottom right; }}
QAbstractSpinBox::up-button:hover, QAbstractSpinBox::down-button:hover {{ background: {t.hover}; }}
NumberField QSpinBox, NumberField QSpinBox:focus {{
  border: none; padding: 0; background: transparent;
}}
NumberField QSpinBox::up-button, NumberField QSpinBox::down-button {{
  width: 0; margin: 0; border: none;
}}
QAbstractSpinBox::up-arrow {{
  image: {m.image("up")}; width: {m.px(12)}; height: {m.px(12)};
}}
QAbstractSpinBox::down-arrow {{
  image: {m.image("down")}; width: {m.px(12)}; height: {m.px(12)};
}}
"""


def combo_rules(m: Measures) -> str:
    """Drop-down lists: the closed field and the open list."""
    t = m.tokens
    return f"""
QComboBox, QComboBox:focus {{ padding-right: {m.px(28)}; }}
QComboBox::drop-down, QDateEdit::drop-down, QDateTimeEdit::drop-down {{
  subcontrol-origin: border; subcontrol-position: center right; width: {m.px(26)}; border: none;
}}
QComboBox::down-arrow, QDateEdit::down-arrow:on, QDateTimeEdit::down-arrow {{
  image: {m.image("down")}; width: {m.px(16)}; height: {m.px(16)};
}}
QComboBox {{ combobox-popup: 0; }}
QComboBoxPrivateContainer {{ background: {t.surface}; border: 1px solid {t.line}; }}
QComboBox QAbstractItemView, QComboBox QAbstractItemView:focus {{
  background: {t.surface}; color: {t.ink}; border: none; border-radius: 0; padding: 4px;
  outline: none; selection-background-color: {t.accent_soft}; selection-color: {t.ink};
}}
QComboBox QAbstractItemView::item {{
  padding: {m.px(5)} {m.px(8)}; border: none; border-radius: 6px;
}}
QComboBox QAbstractItemView::item:selected {{ background: {t.accent_soft}; color: {t.ink}; }}
"""
