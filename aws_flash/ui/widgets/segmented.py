"""Two to four choices side by side, one of them taken: "30 days  1 year  All"."""

from __future__ import annotations

from collections.abc import Mapping

from PySide6.QtCore import QRectF, QSize, Qt, Signal
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QRadioButton, QSizePolicy, QWidget

from aws_flash.ui.theme.fonts import FontRole
from aws_flash.ui.theme.measures import BUTTON_RADIUS
from aws_flash.ui.theme.theme import Theme
from aws_flash.ui.widgets.flow_layout import FlowLayout
from aws_flash.ui.widgets.shapes import paint_box, paint_ring
from aws_flash.ui.widgets.text_size import line_height, text_width
from aws_flash.ui.widgets.wrapping import let_wrap

_GAP = 6


class _Segment(QRadioButton):
    """One choice, drawn as a pill; as a radio button it knows the arrow keys.

    Tab comes to the one that is taken, from which they choose.
    """

    def __init__(self, theme: Theme, text: str, parent: QWidget) -> None:
        super().__init__(text, parent)
        self._theme = theme
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)
        self.setFocusPolicy(Qt.FocusPolicy.ClickFocus)
        self.toggled.connect(self._follow)
        theme.changed.connect(self.updateGeometry)

    def sizeHint(self) -> QSize:
        font = self._theme.font(FontRole.SMALL_BUTTON)
        width = text_width(font, self.text()) + self._theme.px(26)
        return QSize(width, line_height(font) + self._theme.px(11))

    def minimumSizeHint(self) -> QSize:  # noqa: N802 - Qt's name
        return self.sizeHint()

    def hitButton(self, _point: object) -> bool:  # noqa: N802 - Qt's name
        return True

    def paintEvent(self, _event: QPaintEvent) -> None:
        painter, theme, area = QPainter(self), self._theme, QRectF(self.rect())
        ground = theme.color("hover" if self.underMouse() else "surface")
        if self.isChecked():
            ground = theme.color("accent_soft")
        paint_box(painter, area, BUTTON_RADIUS, ground, theme.color("line"))
        if self.hasFocus():
            paint_ring(painter, area, BUTTON_RADIUS, theme.color("accent"))
        painter.setFont(theme.font(FontRole.SMALL_BUTTON))
        painter.setPen(theme.color("accent" if self.isChecked() else "ink"))
        painter.drawText(area, int(Qt.AlignmentFlag.AlignCenter), self.text())

    def _follow(self, taken: bool) -> None:  # noqa: FBT001 - a slot
        focus = Qt.FocusPolicy.StrongFocus if taken else Qt.FocusPolicy.ClickFocus
        self.setFocusPolicy(focus)
        self.update()


class Segmented(QWidget):
    """The choices by their keys; `chosen` fires when the user takes another one."""

    chosen = Signal(str)

    def __init__(
        self, theme: Theme, name: str, choices: Mapping[str, str], parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self.setAccessibleName(name)
        let_wrap(self)
        layout = FlowLayout(self, _GAP)
        self._segments: dict[str, _Segment] = {}
        for key, text in choices.items():
            segment = _Segment(theme, text, self)
            segment.setAccessibleName(f"{name}: {text}")
            segment.clicked.connect(self._announce)
            self._segments[key] = segment
            layout.addWidget(segment)
        next(iter(self._segments.values())).setChecked(True)

    @property
    def value(self) -> str:
        """The key of the choice that is taken."""
        return next(key for key, segment in self._segments.items() if segment.isChecked())

    def set_value(self, key: str) -> None:
        """Take that choice, without a signal."""
        self._segments[key].setChecked(True)

    def _announce(self) -> None:
        self.chosen.emit(self.value)
