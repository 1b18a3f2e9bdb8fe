"""The floor of starting: a window with nothing in it."""

from __future__ import annotations

import sys

from PySide6.QtCore import QTimer
from PySide6.QtWidgets import QApplication, QWidget

from bench.runs.watching import finish, memory, say, watch_first_paint


def main(hold: int) -> None:
    """Show the window, hold it so many milliseconds, tell its memory."""
    app = QApplication(sys.argv[:1])
    window = QWidget()
    window.resize(1200, 780)

    def told() -> None:
        say("memory", memory())
        finish()

    watch_first_paint(lambda: None, lambda: QTimer.singleShot(hold, told))
    window.show()
    app.exec()


if __name__ == "__main__":
    main(int(sys.argv[1]))
