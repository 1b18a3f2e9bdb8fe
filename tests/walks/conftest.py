"""What walks share with the tests of the window: a dressed application, a clock, a start."""

from __future__ import annotations

from tests.ui.main_window.conftest import _settled, profile, program, start, theme, wall

__all__ = ["_settled", "profile", "program", "start", "theme", "wall"]
