"""What the look costs a start: nothing that the first window could do without."""

from __future__ import annotations

import subprocess
import sys

FIRST_WINDOW = """
import sys
import PySide6.QtWidgets
before = set(sys.modules)
import aws_flash.ui.icons, aws_flash.ui.theme.theme
import aws_flash.ui.widgets.answer_button, aws_flash.ui.widgets.box_column
import aws_flash.ui.widgets.buttons, aws_flash.ui.widgets.heat_map, aws_flash.ui.widgets.meter
import aws_flash.ui.widgets.panel, aws_flash.ui.widgets.scroll_page, aws_flash.ui.widgets.toasts
print("\\n".join(sorted(name for name in set(sys.modules) - before if "aws_flash" not in name)))
"""


def test_the_widgets_of_the_first_window_bring_no_other_module() -> None:
    done = subprocess.run(
        [sys.executable, "-c", FIRST_WINDOW], capture_output=True, text=True, check=True
    )
    assert done.stdout.split() == []
