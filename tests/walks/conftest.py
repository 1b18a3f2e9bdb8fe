"""What walks share with the tests of the window: a dressed application, a clock, a start."""

from __future__ import annotations

from tests.ui.conftest import theme
from tests.ui.main_window.conftest import _settled, profile, program, reduced_motion, start, wall

__all__ = ["_settled", "profile", "program", "reduced_motion", "start", "theme", "wall"]
