"""The scenes: every page and state outside a review."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtGui import QContextMenuEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QScrollArea, QTreeView

from aws_flash.ui.topics.tree import TopicTree
from bench.fact_scenes import changes, recheck, stale_answer
from bench.review_scenes import review_ending, review_kinds, review_toast
from bench.shooting import Scene, Shooting
from bench.transfer_scenes import (
    exporting,
    import_clash,
    import_drafts,
    import_progress,
    import_table,
    importing,
    no_imports,
    undo_progress,
)

_CONTROL = Qt.KeyboardModifier.ControlModifier
_SHIFT = Qt.KeyboardModifier.ShiftModifier


def _picture(name: str, profile: str) -> Scene:
    """A scene that is what the window opens with."""
    return Scene(profile, lambda shooting: shooting.take(name))


def _tree(shooting: Shooting) -> None:
    """All topics open, the keyboard in the tree, then one as the scope of Today, and a menu."""
    tree = shooting.stage.find(TopicTree)
    if tree is None:
        return
    tree.expandAll()
    tree.setFocus(Qt.FocusReason.TabFocusReason)
    for key in (Qt.Key.Key_Home, Qt.Key.Key_Down, Qt.Key.Key_Down):
        shooting.press(key)
    shooting.take("tree")
    middle = tree.visualRect(tree.currentIndex()).center()
    QTest.mouseClick(tree.viewport(), Qt.MouseButton.LeftButton, pos=middle)
    shooting.stage.wait(0.5)
    shooting.take("today-scoped")
    shooting.press(Qt.Key.Key_F2)
    shooting.take("tree-rename")
    shooting.press(Qt.Key.Key_Escape)
    at = tree.viewport().mapToGlobal(middle)
    menu = QContextMenuEvent(QContextMenuEvent.Reason.Keyboard, middle, at)
    QApplication.sendEvent(tree.viewport(), menu)
    shooting.take_popup("tree-menu")


def _toast(shooting: Shooting) -> None:
    """A topic moved to the trash, with the way back."""
    tree = shooting.stage.find(QTreeView)
    if tree is not None:
        tree.setFocus(Qt.FocusReason.TabFocusReason)
        for key in (Qt.Key.Key_Home, Qt.Key.Key_Down, Qt.Key.Key_Delete):
            shooting.press(key)
    shooting.take("toast")


def _settings(shooting: Shooting) -> None:
    """As it opens, at its end, and whole in a window as high as it needs."""
    shooting.act("Settings")
    shooting.take("settings")
    page = shooting.stage.page
    if isinstance(page, QScrollArea):
        bar = page.verticalScrollBar()
        bar.setValue(bar.maximum())
        shooting.take("settings-end")
        window = shooting.stage.window
        window.resize(window.width(), window.height() + bar.maximum())
        shooting.take("settings-whole")


def _sheets(shooting: Shooting) -> None:
    """Each sheet as it opens; the one for a card also filled in."""
    for name, action in (("keys", "Keys"), ("about", "About aws-flash"), ("restore", "Restore…")):
        shooting.act(action)
        shooting.stage.wait(0.4)
        shooting.take(name)
        shooting.press(Qt.Key.Key_Escape)
    shooting.act("New topic")
    shooting.take("new-topic")
    shooting.press(Qt.Key.Key_Escape)
    shooting.act("New card")
    shooting.take("new-card")
    shooting.press(Qt.Key.Key_Return, _CONTROL)
    shooting.take("new-card-refused")
    shooting.type("How long does a session of GetFederationToken last at most?")
    shooting.press(Qt.Key.Key_Tab)
    shooting.type("36 hours for a user, 1 hour for the root user")
    shooting.take("new-card-written")


def _bug(shooting: Shooting) -> None:
    """The report on a mistake of ours."""
    try:
        _fail()
    except ZeroDivisionError as bug:
        from aws_flash.app import bug_report

        shooting.window.trouble.show_bug(bug_report(bug))
    shooting.take("bug")


def _fail() -> None:
    print(1 / 0)


def _damage(shooting: Shooting) -> None:
    """The page for a file that cannot be opened, once the backups were looked into."""
    shooting.stage.wait(1.5)
    shooting.take("damage")


SCENES: dict[str, Scene] = {
    "today-first": _picture("today-first", "fresh"),
    "today": _picture("today", "ordinary"),
    "today-away": _picture("today-away", "away"),
    "today-catching-up": _picture("today-catching-up", "catching up"),
    "today-done": _picture("today-done", "done"),
    "today-nothing": _picture("today-nothing", "nothing"),
    "tree": Scene("ordinary", _tree),
    "review": Scene("every kind", review_kinds),
    "review-ending": Scene("ordinary", review_ending),
    "review-toast": Scene("ordinary", review_toast),
    "settings": Scene("ordinary", _settings),
    "sheets": Scene("ordinary", _sheets),
    "recheck": Scene("aged", recheck),
    "stale-answer": Scene("aged", stale_answer),
    "changes": Scene("changed", changes),
    "import": Scene("ordinary", importing),
    "import-clash": Scene("imported", import_clash),
    "import-drafts": Scene("ordinary", import_drafts),
    "import-table": Scene("ordinary", import_table),
    "import-progress": Scene("ordinary", import_progress),
    "undo-progress": Scene("ordinary", undo_progress),
    "imports-none": Scene("ordinary", no_imports),
    "export": Scene("ordinary", exporting),
    "toast": Scene("ordinary", _toast),
    "bug": Scene("ordinary", _bug),
    "damage": Scene("damaged", _damage, opens=False),
}
