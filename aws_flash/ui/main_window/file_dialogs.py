"""The system's own dialogs for files; they open beside the window and answer by a call."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import Protocol

from PySide6.QtWidgets import QFileDialog, QWidget

from aws_flash.ui.text import tr
from aws_flash.ui.theme.theme import Theme


class Writes(Protocol):
    """Writes to a path that was chosen; `replaces` says that what is there may go."""

    def __call__(self, *, replaces: bool) -> None:
        """Write it."""


def choose_files(window: QWidget, then: Callable[[list[Path]], None]) -> None:
    """Let the user choose files to read; nothing is called where they choose none."""
    dialog = QFileDialog(window, tr("Import"))
    dialog.setFileMode(QFileDialog.FileMode.ExistingFiles)
    dialog.filesSelected.connect(lambda names: then([Path(name) for name in names]))
    _open(dialog)


def choose_target(
    window: QWidget, title: str, suggested: Path, suffix: str, then: Callable[[Path], None]
) -> None:
    """Let the user choose where a file goes; whether one may be replaced is asked by us.

    `suggested` is its name without the suffix, with a folder where one is likelier than others.
    """
    dialog = QFileDialog(window, title)
    dialog.setAcceptMode(QFileDialog.AcceptMode.AcceptSave)
    dialog.setFileMode(QFileDialog.FileMode.AnyFile)
    dialog.setOption(QFileDialog.Option.DontConfirmOverwrite)
    if suggested.is_absolute():
        dialog.setDirectory(str(suggested.parent))
    dialog.selectFile(f"{suggested.name}{suffix}")
    dialog.fileSelected.connect(lambda chosen: then(_with_suffix(Path(chosen), suffix)))
    _open(dialog)


def write_or_ask(theme: Theme, window: QWidget, path: Path, write: Writes) -> None:
    """Write to a path, at once where it is free, else once the user lets go what is there."""
    if not path.exists():
        write(replaces=False)
        return
    from aws_flash.ui.transfer.export_sheet import ReplaceSheet

    sheet = ReplaceSheet(theme, window, path.name)
    sheet.agreed.connect(lambda: write(replaces=True))
    sheet.closed.connect(sheet.deleteLater)
    sheet.ask()


def _with_suffix(path: Path, suffix: str) -> Path:
    """Return the name with the format's ending: without it no program would know the file."""
    return path if path.name.endswith(suffix) else path.with_name(path.name + suffix)


def _open(dialog: QFileDialog) -> None:
    dialog.finished.connect(dialog.deleteLater)
    dialog.open()
