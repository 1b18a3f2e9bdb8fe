"""An import in the list of all: when, which file, what it did, its report, and Take back."""

from __future__ import annotations

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from aws_flash.ui.theme.fonts import FontRole
from aws_flash.ui.theme.theme import Theme
from aws_flash.ui.transfer import words
from aws_flash.ui.transfer.values import ImportLine
from aws_flash.ui.transfer.words import tr
from aws_flash.ui.widgets.buttons import PlainButton, QuietButton
from aws_flash.ui.widgets.flow_layout import FlowLayout
from aws_flash.ui.widgets.plain_label import WrappedLabel
from aws_flash.ui.widgets.spread_row import SpreadRow
from aws_flash.ui.widgets.stepped_row import SteppedRow
from aws_flash.ui.widgets.wrapping import let_wrap


class ImportRow(SteppedRow):
    """`stepped` carries -1 or 1 for the row above or below."""

    report_wanted = Signal()
    taken_back = Signal()

    def __init__(self, theme: Theme) -> None:
        """Build the row, empty until `show_import`."""
        super().__init__(theme)
        self.column.setContentsMargins(16, 12, 12, 12)
        self._name = WrappedLabel(theme, "", FontRole.TEXT_STRONG)
        self._did = WrappedLabel(theme, "", FontRole.TEXT)
        self._about = WrappedLabel(theme, "", FontRole.CAPTION, "muted")
        self._report = QuietButton(theme, tr("Report"))
        self._report.clicked.connect(self.report_wanted)
        self._back = PlainButton(theme, tr("Take back"))
        self._back.clicked.connect(self.taken_back)
        self._lay_out()

    def show_import(self, line: ImportLine, when: str, taken_back: str) -> None:
        """Show an import; `when` is its date in words, `taken_back` that of its end or ""."""
        gone = line.taken_back is not None
        self._name.setText(line.name)
        self._name.set_color("muted" if gone else "ink")
        self._did.setText(words.report_text(line.report))
        self._did.set_color("muted" if gone else "ink")
        parts = [when, line.format]
        if line.report.problems:
            count = len(line.report.problems)
            parts.append(tr("{count} left out").format(count=f"{count:,}"))
        if gone:
            parts.append(tr("taken back {when}").format(when=taken_back))
        self._about.setText(" · ".join(parts))
        self._back.setVisible(not gone)
        self.setAccessibleName(line.name)
        for button in (self._report, self._back):
            button.setAccessibleDescription(f"{line.name}, {when}")

    def stops(self) -> list[QWidget]:
        """What the focus can be on, in order."""
        return [self._report, self._back]

    def _lay_out(self) -> None:
        texts, deeds = QWidget(), QWidget()
        for part in (texts, deeds):
            let_wrap(part)
        column = QVBoxLayout(texts)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(3)
        for label in (self._name, self._did, self._about):
            column.addWidget(label)
        row = FlowLayout(deeds, 6)
        row.addWidget(self._report)
        row.addWidget(self._back)
        self.column.addWidget(SpreadRow(texts, deeds))
