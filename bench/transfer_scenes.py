"""The scenes of files that come and go: previews, progress, reports, the list, the export."""

from __future__ import annotations

from pathlib import Path
from tempfile import TemporaryDirectory

from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QAbstractButton, QScrollArea

from aws_flash.application.meter import Meter
from aws_flash.domain.bundle import Bundle
from aws_flash.domain.changes import Action, Step
from aws_flash.ui.text import undoing_text
from aws_flash.ui.transfer.progress_sheet import ProgressSheet
from bench.arrivals import TABLE, arrival, collection, drafts
from bench.shooting import Shooting

_CONTROL = Qt.KeyboardModifier.ControlModifier


def importing(shooting: Shooting) -> None:
    """A collection in its preview, taken in, its report, a later state of it, and all imports."""
    _open(shooting, collection(), "security.colpkg")
    shooting.take("import")
    _to_end(shooting)
    shooting.take("import-end")
    _confirm(shooting)
    shooting.take("import-report")
    _click(shooting, "Show in tree")
    shooting.take("import-in-tree")
    _open(shooting, collection(), "security.colpkg")
    shooting.take("import-nothing-new")
    shooting.press(Qt.Key.Key_Escape)
    _open(shooting, collection(later=True), "security.colpkg")
    _click(shooting, "2 changed")
    shooting.take("import-changed")
    _confirm(shooting)
    with TemporaryDirectory() as folder:
        _open_table(shooting, Path(folder))
        _confirm(shooting)
    shooting.take("import-report-faults")
    _click(shooting, "All imports")
    _click(shooting, "Take back")
    shooting.take("imports")


def import_clash(shooting: Shooting) -> None:
    """Cards that the user and the file have changed."""
    _open(shooting, collection(later=True), "security.colpkg")
    _click(shooting, "2 changed by both")
    shooting.take("import-clash")
    _to_end(shooting)
    shooting.take("import-clash-end")


def import_drafts(shooting: Shooting) -> None:
    """Drafts, some left out, and one edited."""
    _open(shooting, drafts(), "aws-security-notes.txt")
    shooting.take("import-drafts")
    _to_end(shooting)
    shooting.take("import-drafts-end")
    _click(shooting, "Edit")
    shooting.take("import-draft-edited")


def import_table(shooting: Shooting) -> None:
    """A table, how it is read, its faulty rows, and one of them put right."""
    with TemporaryDirectory() as folder:
        _open_table(shooting, Path(folder))
        _click(shooting, "Table")
        shooting.take("import-table")
        _click(shooting, "3 left out")
        shooting.take("import-table-faults")
        _click(shooting, "Use this row")
        shooting.take("import-table-row")


def import_progress(shooting: Shooting) -> None:
    """The panel while a large file comes in."""
    meter = Meter()
    meter.phase("Adding cards", 100_000)
    meter.step(41_000)
    frame = shooting.window.frame
    sheet = ProgressSheet(shooting.theme, frame, "Importing security.colpkg", meter.read)
    sheet.open()
    shooting.stage.wait(1.3)
    shooting.take("import-progress")
    sheet.close_sheet()


def undo_progress(shooting: Shooting) -> None:
    """The panel while a large import is undone, and once it is called off."""
    meter = Meter()
    meter.phase("Putting your cards back as they were", 302_000)
    meter.step(124_000)
    title = undoing_text(Step(Action.IMPORT, "security.colpkg", 100_000))
    sheet = ProgressSheet(shooting.theme, shooting.window.frame, title, meter.read)
    sheet.open()
    shooting.stage.wait(1.3)
    shooting.take("undo-progress")
    shooting.press(Qt.Key.Key_Escape)
    shooting.take("undo-called-off")
    sheet.close_sheet()


def exporting(shooting: Shooting) -> None:
    """The sheet to export."""
    shooting.act("Export…")
    shooting.stage.wait(0.5)
    shooting.take("export")


def no_imports(shooting: Shooting) -> None:
    """The list before anything was imported."""
    shooting.act("Imports")
    _wait(shooting)
    shooting.take("imports-none")


def _open(shooting: Shooting, bundle: Bundle, name: str) -> None:
    shooting.window.transfer.arrivals.look_at(arrival(bundle, name))
    _wait(shooting)


def _open_table(shooting: Shooting, folder: Path) -> None:
    """Open a CSV of which some rows are faulty."""
    file = folder / "words.csv"
    file.write_text(TABLE, encoding="utf-8")
    shooting.window.open_files([file])
    _wait(shooting)


def _confirm(shooting: Shooting) -> None:
    shooting.press(Qt.Key.Key_Return, _CONTROL)
    _wait(shooting)


def _to_end(shooting: Shooting) -> None:
    page = shooting.stage.page
    area = None if page is None else page.findChild(QScrollArea)
    if area is not None:
        area.verticalScrollBar().setValue(area.verticalScrollBar().maximum())


def _wait(shooting: Shooting) -> None:
    shooting.stage.wait(0.7)
    shooting.stage.settle()


def _click(shooting: Shooting, text: str) -> None:
    """Click the first button that is called so."""
    buttons = shooting.stage.window.findChildren(QAbstractButton)
    found = [one for one in buttons if one.isVisible() and one.text() == text]
    if found:
        QTest.mouseClick(found[0], Qt.MouseButton.LeftButton)
    _wait(shooting)
