"""The look in force: colours, text size and motion, switched while the program runs."""

from __future__ import annotations

from enum import StrEnum
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Qt, Signal
from PySide6.QtGui import QColor, QFont, QGuiApplication
from PySide6.QtWidgets import QApplication

from aws_flash.ui.theme.fonts import FontRole, font, load_fonts
from aws_flash.ui.theme.motion import system_wants_stillness
from aws_flash.ui.theme.palette import palette
from aws_flash.ui.theme.style import stylesheet
from aws_flash.ui.theme.tokens import ColorName, Look, Tokens, box_color, load, text_on_box

if TYPE_CHECKING:
    from collections.abc import Callable

SCALES = (1.0, 1.1, 1.25, 1.5, 1.75, 2.0)
LONGEST_MOTION = 150


class Mode(StrEnum):
    """Which look the user asked for."""

    SYSTEM = "system"
    LIGHT = "light"
    DARK = "dark"


def _system_scheme() -> Qt.ColorScheme:
    return QGuiApplication.styleHints().colorScheme()


class Theme(QObject):
    """Passed to every widget that paints; `changed` says that colours or sizes are new.

    Widgets that set fonts or sizes of their own do so again on `changed`; those that only paint
    read the theme while painting, and are painted again by Qt.
    """

    changed = Signal()

    def __init__(
        self,
        parent: QObject | None = None,
        *,
        mode: Mode = Mode.SYSTEM,
        scale: float = 1.0,
        reduced_motion: bool = False,
        system_scheme: Callable[[], Qt.ColorScheme] = _system_scheme,
    ) -> None:
        super().__init__(parent)
        self._system_scheme = system_scheme
        self._app: QApplication | None = None
        self._mode = mode
        self._scale = _within(scale)
        self._reduced_motion = reduced_motion
        self._look: Look = "dark" if mode is Mode.DARK else "light"
        self._tokens = load(self._look)
        self._colors: dict[str, QColor] = {}
        self._fonts: dict[FontRole, QFont] = {}

    @property
    def mode(self) -> Mode:
        """What the user asked for."""
        return self._mode

    @property
    def look(self) -> Look:
        """What is shown: in system mode, what the system says."""
        return self._look

    @property
    def scale(self) -> float:
        """The text size, 1.0 to 2.0."""
        return self._scale

    @property
    def tokens(self) -> Tokens:
        """The colours as text, for stylesheets and card documents."""
        return self._tokens

    @property
    def reduced_motion(self) -> bool:
        """Whether nothing should move: the user or the system asked for it."""
        return self._reduced_motion or system_wants_stillness()

    def color(self, name: ColorName) -> QColor:
        """A colour of the look in force; do not change the one you get."""
        if name not in self._colors:
            self._colors[name] = QColor(self._tokens.get(name))
        return self._colors[name]

    def box_color(self, box: int) -> QColor:
        """The colour of box 1 to 5; 0 is grey, for cards never seen."""
        return self.color(box_color(box))

    def text_on_box(self, box: int) -> QColor:
        """The colour for a number written on a box's colour."""
        return self.color(text_on_box(box, self._look))

    def font(self, role: FontRole) -> QFont:
        """The font of a role at the text size in force; do not change the one you get."""
        if role not in self._fonts:
            self._fonts[role] = font(role, self._scale)
        return self._fonts[role]

    def px(self, pixels: float) -> int:
        """A length that grows with the text: icons, bars, what stands around letters."""
        return round(pixels * self._scale)

    def duration(self, milliseconds: int) -> int:
        """How long a movement may take: at most 150 ms, and 0 when nothing should move."""
        return 0 if self.reduced_motion else min(milliseconds, LONGEST_MOTION)

    def set_mode(self, mode: Mode) -> None:
        """Switch between light, dark and what the system says."""
        if mode is not self._mode:
            self._mode = mode
            self._tell_system()
            self._refresh()

    def set_scale(self, scale: float) -> None:
        """Set the text size; values outside 1.0 to 2.0 are brought inside."""
        if _within(scale) != self._scale:
            self._scale = _within(scale)
            self._refresh()

    def larger(self) -> None:
        """Go to the next larger text size, if there is one."""
        self.set_scale(next((step for step in SCALES if step > self._scale), SCALES[-1]))

    def smaller(self) -> None:
        """Go to the next smaller text size, if there is one."""
        self.set_scale(next((step for step in reversed(SCALES) if step < self._scale), SCALES[0]))

    def set_reduced_motion(self, reduced: bool) -> None:  # noqa: FBT001 - a setter, as Qt's are
        """Keep everything still, whatever the system says."""
        self._reduced_motion = reduced

    def apply(self, app: QApplication) -> None:
        """Dress the application, before its first widget, and follow the system from now on.

        It was made with style.STYLE_ARGUMENTS.
        """
        self._app = app
        load_fonts()
        self._tell_system()
        app.styleHints().colorSchemeChanged.connect(self._follow_system)
        self._refresh()

    def _follow_system(self) -> None:
        if self._mode is Mode.SYSTEM and self._look != self._wanted_look():
            self._refresh()

    def _wanted_look(self) -> Look:
        if self._mode is Mode.SYSTEM:
            return "dark" if self._system_scheme() is Qt.ColorScheme.Dark else "light"
        return "dark" if self._mode is Mode.DARK else "light"

    def _tell_system(self) -> None:
        """Let title bars and native dialogs follow; Qt itself does nothing on bare X11."""
        if self._app is None:
            return
        hints = self._app.styleHints()
        if self._mode is Mode.SYSTEM:
            hints.unsetColorScheme()
        else:
            dark = self._mode is Mode.DARK
            hints.setColorScheme(Qt.ColorScheme.Dark if dark else Qt.ColorScheme.Light)

    def _refresh(self) -> None:
        look = self._wanted_look()
        if look != self._look:
            self._look = look
            self._tokens = load(look)
        self._colors.clear()
        self._fonts.clear()
        if self._app is not None:
            self._app.setPalette(palette(self._tokens))
            self._app.setFont(self.font(FontRole.TEXT))
            self._app.setStyleSheet(stylesheet(self._tokens, self._look, self._scale))
        self.changed.emit()


def _within(scale: float) -> float:
    return min(max(scale, SCALES[0]), SCALES[-1])
