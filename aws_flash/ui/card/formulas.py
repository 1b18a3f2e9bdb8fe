"""The formulas of cards, drawn beside the interface thread and kept as they were shown last."""

from __future__ import annotations

from collections import OrderedDict
from collections.abc import Callable, Sequence
from threading import Event, Thread
from time import thread_time

from PySide6.QtCore import QObject, Qt, Signal

from aws_flash.domain.formula import Formula, pieces
from aws_flash.ui.card.formula_drawing import Drawing, draw_formula

Draw = Callable[[Formula], Drawing | None]
"""Draws a formula; None: it cannot, and the source is shown."""

_MOST_KEPT = 400
_PATIENCE = 0.02  # seconds waited for, so that few cards show the source first
_LONGEST = 4.0  # seconds of work on all that is asked for at once; the rest is not drawn


class Formulas(QObject):
    """Hands out drawings; `drawn` says that some which were not there before are now."""

    drawn = Signal()
    _made = Signal(object)

    def __init__(self, draw: Draw = draw_formula) -> None:
        super().__init__()
        self._draw = draw
        self._kept: OrderedDict[tuple[str, bool], Drawing | None] = OrderedDict()
        self._asked: set[tuple[str, bool]] = set()
        self._made.connect(self._keep, Qt.ConnectionType.QueuedConnection)

    def drawing(self, formula: Formula) -> Drawing | None:
        """The drawing of a formula, if there is one by now."""
        return self._kept.get(_key(formula))

    def ask(self, formulas: Sequence[Formula]) -> bool:
        """Have them drawn; whether some are still to come, which `drawn` will tell."""
        self._begin(formulas, _PATIENCE)
        return any(_key(each) not in self._kept for each in formulas)

    def expect(self, html: str) -> None:
        """Have the formulas of clean HTML drawn that will be shown later."""
        self._begin([each for each in pieces(html) if isinstance(each, Formula)], 0)

    def _begin(self, wanted: Sequence[Formula], patience: float) -> None:
        known = self._asked.union(self._kept)
        formulas = {_key(each): each for each in wanted if _key(each) not in known}
        if not formulas:
            return
        self._asked.update(formulas)
        made: dict[tuple[str, bool], Drawing | None] = {}
        done = Event()

        def work() -> None:
            end = thread_time() + _LONGEST
            for key, each in formulas.items():
                made[key] = self._draw(each) if thread_time() < end else None
            done.set()
            self._made.emit(made)

        Thread(target=work, name="formulas", daemon=True).start()
        if done.wait(patience):
            self._store(made)

    def _keep(self, made: dict[tuple[str, bool], Drawing | None]) -> None:
        if self._store(made):
            self.drawn.emit()

    def _store(self, made: dict[tuple[str, bool], Drawing | None]) -> bool:
        """Whether there was something new in it."""
        new = made.keys() & self._asked
        for key in new:
            self._asked.discard(key)
            self._kept[key] = made[key]
        while len(self._kept) > _MOST_KEPT:
            self._kept.popitem(last=False)
        return bool(new)


def _key(formula: Formula) -> tuple[str, bool]:
    return formula.tex, formula.displayed
