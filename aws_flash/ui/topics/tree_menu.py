"""The menu of a row: the same deeds as the keys do, which it names."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtWidgets import QMenu, QWidget

from aws_flash.ui.actions import key_text
from aws_flash.ui.icons import Icons
from aws_flash.ui.topics.deeds import Deed


def row_menu(parent: QWidget, icons: Icons, groups: Sequence[Sequence[Deed]]) -> QMenu:
    """Return a menu of groups of deeds; it deletes itself when it closes."""
    menu = QMenu(parent)
    menu.aboutToHide.connect(menu.deleteLater)
    for number, group in enumerate(groups):
        if number:
            menu.addSeparator()
        for deed in group:
            _add(menu, icons, deed)
    return menu


def _add(menu: QMenu, icons: Icons, deed: Deed) -> None:
    # The key stands behind a tab: shown, and not bound a second time.
    key = f"\t{key_text(deed.keys[0])}" if deed.keys else ""
    action = menu.addAction(f"{deed.text}{key}")
    if deed.icon:
        action.setIcon(icons.icon(deed.icon))
    action.setEnabled(deed.can)
    action.triggered.connect(deed.do)
