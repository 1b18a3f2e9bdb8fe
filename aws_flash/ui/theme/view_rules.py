"""Stylesheet rules for what shows or holds other things: lists, menus, bars, dialogs."""

from __future__ import annotations

from aws_flash.ui.theme.measures import Measures


def list_rules(m: Measures) -> str:
    """Trees, lists and tables: calm rows, soft accent where selected.

    A view whose property `look` is "bare" has no ground and no edge: its delegate shows the focus.
    """
    t = m.tokens
    return f"""
QTreeView, QListView, QTableView {{
  background: {t.surface}; color: {t.ink}; border: 1px solid {t.line}; border-radius: 8px;
  padding: 1px; outline: none; alternate-background-color: {t.surface}; gridline-color: {t.line};
  selection-background-color: {t.accent_soft}; selection-color: {t.ink};
}}
QTreeView:focus, QListView:focus, QTableView:focus {{
  border: 2px solid {t.accent}; padding: 0;
}}
QTreeView[look="bare"], QListView[look="bare"], QTableView[look="bare"] {{
  background: transparent; border: none; border-radius: 0; padding: 0;
}}
QTreeView::item, QListView::item {{ padding: {m.px(5)} {m.px(6)}; }}
QTableView::item {{ padding: 0 {m.px(8)}; }}
QTreeView::item:hover, QListView::item:hover {{ background: {t.hover}; }}
QTreeView::item:selected, QListView::item:selected, QTableView::item:selected {{
  background: {t.accent_soft}; color: {t.ink};
}}
QTreeView::branch {{ background: transparent; border-image: none; image: none; }}
QTreeView::branch:has-children:closed {{ image: {m.image("right")}; }}
QTreeView::branch:has-children:open {{ image: {m.image("down")}; }}
QHeaderView {{ background: transparent; border: none; }}
QHeaderView::section {{
  background: {t.surface}; color: {t.muted}; border: none; border-bottom: 1px solid {t.line};
  padding: {m.px(7)} {m.px(10)}; text-align: left; font-size: {m.px(12)}; font-weight: 600;
}}
QTableCornerButton::section {{ background: {t.surface}; border: none; }}
"""


def scroll_rules(m: Measures) -> str:
    """Slim scroll bars without arrows, and areas that show the page behind them."""
    t = m.tokens
    return f"""
QScrollArea {{ background: transparent; border: none; }}
QScrollBar:vertical {{ background: transparent; width: 12px; margin: 0; border: none; }}
QScrollBar:horizontal {{ background: transparent; height: 12px; margin: 0; border: none; }}
QScrollBar::handle {{
  background: {t.line}; border: 3px solid transparent; border-radius: 6px;
  background-clip: padding; min-height: {m.px(32)}; min-width: {m.px(32)};
}}
QScrollBar::handle:hover, QScrollBar::handle:pressed {{ background: {t.outline}; }}
QScrollBar::add-line, QScrollBar::sub-line {{ width: 0; height: 0; border: none; }}
QScrollBar::add-page, QScrollBar::sub-page {{ background: transparent; }}
QAbstractScrollArea::corner {{ background: transparent; border: none; }}
"""


def menu_rules(m: Measures) -> str:
    """Menus and the small notes that appear under the mouse.

    Menus have square corners: behind round ones black would show where no compositor runs.
    """
    t = m.tokens
    return f"""
QMenu {{
  background: {t.surface}; color: {t.ink}; border: 1px solid {t.line}; padding: 4px;
}}
QMenu {{ icon-size: {m.px(16)}; }}
QMenu::item {{ padding: {m.px(7)} {m.px(16)}; border-radius: 6px; margin: 0; }}
QMenu::icon {{ padding-left: {m.px(10)}; }}
QMenu::indicator {{ margin-left: {m.px(8)}; }}
QMenu::item:selected {{ background: {t.accent_soft}; color: {t.ink}; }}
QMenu::item:disabled {{ color: {t.muted}; background: transparent; }}
QMenu::right-arrow {{
  image: {m.image("right")}; width: {m.px(14)}; height: {m.px(14)}; right: {m.px(6)};
}}
QMenu::separator {{ height: 1px; background: {t.line}; margin: 4px 8px; }}
QMenuBar {{ background: {t.window}; color: {t.ink}; }}
QMenuBar::item {{ padding: {m.px(4)} {m.px(8)}; background: transparent; border-radius: 6px; }}
QMenuBar::item:selected {{ background: {t.hover}; }}
QToolTip {{
  background: {t.inverse}; color: {t.on_inverse}; border: 1px solid {t.inverse};
  padding: {m.px(4)} {m.px(7)}; font-size: {m.px(12)};
}}
"""


def frame_rules(m: Measures) -> str:
    """Tabs, splitters, dialogs and progress bars."""
    t = m.tokens
    return f"""
QTabWidget::pane {{ border: none; }}
QTabBar {{ background: transparent; qproperty-drawBase: 0; qproperty-expanding: 0; }}
QTabBar::tab {{
  background: transparent; color: {t.muted}; border: none; border-bottom: 2px solid transparent;
  padding: {m.px(8)} {m.px(12)}; font-weight: 500;
}}
QTabBar::tab:hover {{ color: {t.ink}; }}
QTabBar::tab:selected {{ color: {t.accent}; border-bottom-color: {t.accent}; }}
QTabBar::tab:focus {{ background: {t.accent_soft}; border-radius: 6px; }}
QSplitter::handle {{ background: {t.line}; }}
QSplitter::handle:horizontal {{ width: 1px; }}
QSplitter::handle:vertical {{ height: 1px; }}
QSplitter::handle:hover, QSplitter::handle:pressed {{ background: {t.accent}; }}
QDialog, QMessageBox, QMainWindow {{ background: {t.window}; }}
QMessageBox QLabel {{ color: {t.ink}; }}
QDialogButtonBox {{ button-layout: 2; }}
QGroupBox {{
  border: 1px solid {t.line}; border-radius: 12px; margin-top: {m.px(20)}; padding: {m.px(12)};
}}
QGroupBox::title {{ subcontrol-origin: margin; left: 0; padding: 0; color: {t.muted}; }}
.QProgressBar {{
  background: {t.line}; border: none; border-radius: 3px; max-height: {m.px(6)};
  text-align: center; color: transparent;
}}
.QProgressBar::chunk {{ background: {t.box_4}; border-radius: 3px; }}
QStatusBar {{ background: transparent; color: {t.muted}; }}
QStatusBar::item {{ border: none; }}
"""
