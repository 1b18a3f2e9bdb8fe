"""What was left out of a file, saved where the user says."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

from aws_flash.ui.main_window.desk import Desk
from aws_flash.ui.main_window.frame import Frame
from aws_flash.ui.text import tr

if TYPE_CHECKING:
    from aws_flash.application.importing.faulty_rows import FaultyRows


class LeftOutFlow:
    """Asks where to, and writes on the worker."""

    def __init__(self, desk: Desk, frame: Frame) -> None:
        """Prepare; nothing is imported yet."""
        self._desk = desk
        self._frame = frame

    def save(self, file: Path, rows: Callable[[], FaultyRows]) -> None:
        """Save what was left out of a file, beside it if need be; `rows` tells it, on the worker.

        Of an older file only the name is known.
        """
        from aws_flash.ui.main_window.file_dialogs import choose_target, write_or_ask

        def chosen(path: Path) -> None:
            write = partial(self._write, rows, path)
            write_or_ask(self._desk.theme, self._frame, path, write)

        suggested = file.with_name(tr("{name} left out").format(name=file.stem))
        choose_target(self._frame, tr("Save what was left out"), suggested, ".csv", chosen)

    def _write(self, rows: Callable[[], FaultyRows], path: Path, *, replaces: bool) -> None:
        def work() -> None:
            rows().save(path, replaces=replaces)

        self._desk.tasks.run(work, lambda _: self._told(path))

    def _told(self, path: Path) -> None:
        words = tr("Saved to {name}. Mend it there, then import it.")
        self._frame.toasts.say(words.format(name=path.name))
