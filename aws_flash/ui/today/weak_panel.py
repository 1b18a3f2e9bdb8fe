"""The topics of which the least was recalled lately."""

from __future__ import annotations

from PySide6.QtWidgets import QVBoxLayout, QWidget

from aws_flash.domain.views import WeakTopic
from aws_flash.ui.theme.fonts import FontRole
from aws_flash.ui.theme.theme import Theme
from aws_flash.ui.today import words
from aws_flash.ui.today.visibility import set_shown
from aws_flash.ui.widgets.meter import Meter
from aws_flash.ui.widgets.panel import Panel


class WeakPanel(Panel):
    """A meter for each topic, the weakest first."""

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        """Build the frame; meters come with the topics."""
        title = words.tr("Weakest topics")
        note = words.tr("share of cards recalled, last 30 days")
        super().__init__(theme, title, note, parent, note_role=FontRole.CAPTION)
        self._meters: list[Meter] = []
        self._rows = QVBoxLayout()
        self._rows.setSpacing(12)
        self.column.addLayout(self._rows)
        self.column.addStretch(1)

    def show_topics(self, topics: tuple[WeakTopic, ...]) -> None:
        """Show these topics in their order."""
        if [meter.accessibleName() for meter in self._meters] != [one.name for one in topics]:
            self._rebuild(topics)
        for meter, topic in zip(self._meters, topics, strict=True):
            meter.set_share(topic.share)
            set_shown(meter, True)

    def _rebuild(self, topics: tuple[WeakTopic, ...]) -> None:
        for meter in self._meters:
            self._rows.removeWidget(meter)
            meter.deleteLater()
        self._meters = [Meter(self._theme, topic.name) for topic in topics]
        for meter in self._meters:
            self._rows.addWidget(meter)
