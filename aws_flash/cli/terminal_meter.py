"""A line on the terminal that shows how far long work is; nothing where no terminal listens."""

from __future__ import annotations

import sys

import click

_WIDTH = 24
_STEPS_BETWEEN = 500


class TerminalMeter:
    """A monitor (aws_flash.domain.monitor) that redraws one line on standard error."""

    def __init__(self) -> None:
        """Begin before any phase."""
        self._shows = sys.stderr.isatty()
        self._phase = ""
        self._done = 0
        self._total = 0
        self._drawn_at = 0

    def phase(self, name: str, total: int = 0) -> None:
        """Begin a phase on the same line."""
        self._phase, self._total, self._done, self._drawn_at = name, total, 0, 0
        self._draw()

    def step(self, count: int = 1) -> None:
        """Count steps done, and draw now and then."""
        self._done += count
        if self._done - self._drawn_at >= _STEPS_BETWEEN:
            self._drawn_at = self._done
            self._draw()

    def clear(self) -> None:
        """Leave an empty line behind."""
        if self._shows:
            click.echo("\r\x1b[K", nl=False, err=True)

    def _draw(self) -> None:
        if self._shows:
            click.echo(f"\r\x1b[K{self._line()}", nl=False, err=True)

    def _line(self) -> str:
        if not self._total:
            return f"{self._phase} …"
        share = min(self._done / self._total, 1)
        bar = "█" * round(share * _WIDTH)
        return f"{self._phase:<28} {bar:░<{_WIDTH}} {self._done:,} of {self._total:,}"
