"""The floor of a first card: a bare window is up, and a text browser is laid into it."""

from __future__ import annotations

import json
import sys
from pathlib import Path

from PySide6.QtWidgets import QApplication, QVBoxLayout, QWidget

from bench.bare_card import BareCard
from bench.stage import Stage
from bench.timing import timed

AT_REST = 1.5


def main(html: str) -> None:
    """Print the milliseconds from nothing to the painted card."""
    app = QApplication(sys.argv[:1])
    window = QWidget()
    window.resize(1200, 780)
    column = QVBoxLayout(window)
    window.show()
    stage = Stage(window, Path())
    stage.wait(AT_REST)
    print(json.dumps(timed(lambda: _show(stage, column, html))))
    app.closeAllWindows()


def _show(stage: Stage, column: QVBoxLayout, html: str) -> None:
    card = BareCard()
    column.addWidget(card)
    card.set_card(html)
    stage.wait_until(lambda: card.is_painted)


if __name__ == "__main__":
    main(sys.stdin.read())
