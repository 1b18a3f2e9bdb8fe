"""A number with its unit, between a minus and a plus."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QObject, QPointF, QRectF, QSize, Qt, Signal
from PySide6.QtGui import (
    QKeyEvent,
    QKeySequence,
    QPainter,
    QPaintEvent,
    QPen,
    QResizeEvent,
    QWheelEvent,
)
from PySide6.QtWidgets import QAbstractSpinBox, QHBoxLayout, QSizePolicy, QSpinBox, QWidget

from aws_flash.ui.theme.theme import Theme
from aws_flash.ui.widgets.painted_button import PaintedButton
from aws_flash.ui.widgets.shapes import paint_box, paint_ring

_RADIUS = 8
_LEAST_WIDTH = 160


class _StepButton(PaintedButton):
    """Minus or plus; the arrow keys do the same, so Tab passes it by."""

    def __init__(self, theme: Theme, sign: str, name: str) -> None:
        super().__init__(theme, sign)
        self.setAccessibleName(name)
        self.setToolTip(name)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.setAutoRepeat(True)
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Expanding)

    def sizeHint(self) -> QSize:
        edge = self._theme.px(32)
        return QSize(edge, edge)

    def minimumSizeHint(self) -> QSize:  # noqa: N802 - Qt's name
        return self.sizeHint()

    def paintEvent(self, _event: QPaintEvent) -> None:
        painter, theme, area = QPainter(self), self._theme, QRectF(self.rect())
        if self._is_lit():
            paint_box(painter, area, _RADIUS - 2, theme.color("hover"))
        half = theme.px(5)
        painter.setPen(QPen(theme.color("muted"), 1.5 * theme.scale))
        center = area.center()
        painter.drawLine(center - QPointF(half, 0), center + QPointF(half, 0))
        if self.text() == "+":
            painter.drawLine(center - QPointF(0, half), center + QPointF(0, half))


class _Number(QSpinBox):
    """A spin box that is all text: Qt's style sheet style keeps room for arrows it hides.

    A number counts once it is typed in full. The wheel scrolls the page, and Undo is the program's
    while nothing half typed stands here.
    """

    _UNDOING = (QKeySequence.StandardKey.Undo, QKeySequence.StandardKey.Redo)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self.lineEdit().setGeometry(self.rect())

    def event(self, event: QEvent) -> bool:
        if isinstance(event, QKeyEvent) and event.type() == QEvent.Type.ShortcutOverride:
            undoes = any(event.matches(key) for key in self._UNDOING)
            if undoes and self.text() == self.textFromValue(self.value()) + self.suffix():
                event.ignore()
                return False
        done = super().event(event)
        if event.type() in {QEvent.Type.Show, QEvent.Type.StyleChange, QEvent.Type.FontChange}:
            self.lineEdit().setGeometry(self.rect())
        return done

    def wheelEvent(self, event: QWheelEvent) -> None:
        event.ignore()


class NumberField(QWidget):
    """Type a number, use the arrow keys, or press minus and plus; `changed` gives the number."""

    changed = Signal(int)

    def __init__(
        self, theme: Theme, name: str, unit: str = "", parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self._theme = theme
        self._box = _Number(self)
        self._box.setAccessibleName(name)
        self._box.setButtonSymbols(QAbstractSpinBox.ButtonSymbols.NoButtons)
        self._unit = self._unit_of_one = unit
        self._box.setAlignment(Qt.AlignmentFlag.AlignCenter)
        self._box.setKeyboardTracking(False)
        self._box.installEventFilter(self)
        self._box.valueChanged.connect(self._name_unit)
        self._box.valueChanged.connect(self.changed)
        self._name_unit()
        self._fewer = _StepButton(
            theme, "\N{MINUS SIGN}", self.tr("{name}: less").format(name=name)
        )
        self._more = _StepButton(theme, "+", self.tr("{name}: more").format(name=name))
        self._arrange()
        theme.changed.connect(self.updateGeometry)

    def set_unit_of_one(self, unit: str) -> None:
        """Call the unit something else where there is one of it."""
        self._unit_of_one = unit
        self._name_unit()

    def set_range(self, least: int, most: int, step: int = 1) -> None:
        """Allow numbers from `least` to `most`; minus and plus go by `step`."""
        self._box.setRange(least, most)
        self._box.setSingleStep(step)

    @property
    def value(self) -> int:
        """The number."""
        return self._box.value()

    def set_value(self, value: int) -> None:
        """Show a number, without a signal."""
        self._box.blockSignals(True)
        self._box.setValue(value)
        self._box.blockSignals(False)
        self._name_unit()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Draw the ring around the whole when the number has the focus."""
        if event.type() in {QEvent.Type.FocusIn, QEvent.Type.FocusOut}:
            self.update()
        return super().eventFilter(watched, event)

    def sizeHint(self) -> QSize:
        """As the parts need, alike where they need little, and as high as other fields."""
        least = self._theme.px(_LEAST_WIDTH)
        return QSize(max(super().sizeHint().width(), least), self._theme.px(36))

    def paintEvent(self, _event: QPaintEvent) -> None:
        """One outline around all three."""
        painter, theme, area = QPainter(self), self._theme, QRectF(self.rect())
        paint_box(painter, area, _RADIUS, theme.color("surface"), theme.color("outline"))
        if self._box.hasFocus():
            paint_ring(painter, area, _RADIUS, theme.color("accent"))

    def _name_unit(self) -> None:
        unit = self._unit_of_one if self._box.value() == 1 else self._unit
        self._box.setSuffix(f" {unit}" if unit else "")

    def _arrange(self) -> None:
        row = QHBoxLayout(self)
        row.setContentsMargins(2, 2, 2, 2)
        row.setSpacing(0)
        for button, step in ((self._fewer, self._box.stepDown), (self._more, self._box.stepUp)):
            button.clicked.connect(step)
        row.addWidget(self._fewer)
        row.addWidget(self._box, 1)
        row.addWidget(self._more)
        self.setFocusProxy(self._box)
        self.setSizePolicy(QSizePolicy.Policy.Maximum, QSizePolicy.Policy.Fixed)
