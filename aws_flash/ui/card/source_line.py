"""Under an answer: when it was checked and where, and what older notes said instead."""

from __future__ import annotations

from html import escape

from PySide6.QtCore import QRect, QSize, Qt, Signal
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QWidget

from aws_flash.domain.html.sanitise import is_link
from aws_flash.domain.provenance import Provenance, Source, Then
from aws_flash.ui.card.card_document import Content
from aws_flash.ui.card.card_text import CardText
from aws_flash.ui.card.pictures import Pictures
from aws_flash.ui.icons import Icons
from aws_flash.ui.text import month_text
from aws_flash.ui.theme.fonts import FontRole
from aws_flash.ui.theme.theme import Theme
from aws_flash.ui.theme.tokens import ColorName
from aws_flash.ui.widgets.spread_row import SpreadRow
from aws_flash.ui.widgets.wrapping import let_wrap

_MOST_SOURCES = 12
_MOST_LETTERS = 200
_ICON = 16
_GAP = 6


class SourceLine(SpreadRow):
    """Both in one row, at its ends, where they fit; else one under the other."""

    link_clicked = Signal(str)

    def __init__(
        self, theme: Theme, icons: Icons, pictures: Pictures, parent: QWidget | None = None
    ) -> None:
        self._checked = Remark(theme, icons, pictures, "badge-check", "muted")
        self._then = Remark(theme, icons, pictures, "history", "accent")
        super().__init__(self._checked, self._then, gap=12, parent=parent)
        self._checked.text.setAccessibleName(self.tr("Source"))
        self._then.text.setAccessibleName(self.tr("What older notes said"))
        for remark in (self._checked, self._then):
            remark.text.link_clicked.connect(self.link_clicked)

    def show_provenance(self, provenance: Provenance | None, age: str = "") -> bool:
        """Show what is known of the source; False: there is nothing to show.

        `age` says how long ago the fact was checked ("14 months ago") where that is too long.
        """
        known = provenance or Provenance()
        checked = self._checked_html(known, age)
        then = self._then_html(known.then) if known.then else ""
        lead = self.tr("Checked {age}").format(age=age) if age else ""
        self._checked.set_mark(*(("clock", "amber") if age else ("badge-check", "muted")))
        self._checked.show_html(checked, lead)
        self._then.show_html(then)
        return bool(checked or then or age)

    def spoken(self) -> str:
        """What is shown, as a screen reader should say it."""
        remarks = (self._checked, self._then)
        return ". ".join(remark.text.spoken() for remark in remarks if not remark.isHidden())

    def _checked_html(self, provenance: Provenance, age: str) -> str:
        parts = [_link(source) for source in provenance.sources[:_MOST_SOURCES]]
        if provenance.checked_on and not age:
            checked = self.tr("Checked {month}").format(month=month_text(provenance.checked_on))
            parts.insert(0, escape(checked))
        return " · ".join(parts)

    def _then_html(self, then: Then) -> str:
        said, now, when = map(_short, (then.said, then.now, then.changed))
        words = self.tr("Notes said {said}: now {now}").format(said=said, now=now)
        if when:
            words = self.tr("{words}, changed {when}").format(words=words, when=when)
        return escape(words)


class Remark(QWidget):
    """An icon and a small text that wraps beside it; a lead before it wears the icon's colour."""

    def __init__(
        self,
        theme: Theme,
        icons: Icons,
        pictures: Pictures,
        icon: str,
        color: ColorName,
    ) -> None:
        super().__init__()
        self._theme = theme
        self._icons = icons
        self._icon = icons.icon(icon, color)
        self._color: ColorName = color
        self._mark: ColorName = color
        self._html = ""
        self._lead = ""
        self.text = CardText(theme, pictures, FontRole.SMALL, self)
        let_wrap(self)
        theme.changed.connect(self._dress)
        self._dress()

    def set_mark(self, icon: str, color: ColorName) -> None:
        """Wear another icon, in its own colour."""
        self._icon = self._icons.icon(icon, color)
        self._mark = color
        self.update()

    def show_html(self, html: str, lead: str = "") -> None:
        """Show our own HTML, in which what strangers wrote has been escaped; none: hide.

        `lead` is plain text.
        """
        self._html = html
        self._lead = lead
        self._dress()
        self.setVisible(bool(html or lead))
        self.updateGeometry()

    def sizeHint(self) -> QSize:
        """All on one line."""
        width = self._before() + self.text.natural_width()
        return QSize(width, self.heightForWidth(width))

    def minimumSizeHint(self) -> QSize:  # noqa: N802 - Qt's name
        """A few words a line."""
        return QSize(self._before() + self._theme.px(80), 0)

    def hasHeightForWidth(self) -> bool:  # noqa: N802 - Qt's name
        """Narrower means higher."""
        return True

    def heightForWidth(self, width: int) -> int:  # noqa: N802 - Qt's name
        """Room for the text beside the icon."""
        return max(self.text.fits(max(1, width - self._before())), self._theme.px(_ICON))

    def resizeEvent(self, _event: object) -> None:
        """The text stands beside the icon."""
        before = self._before()
        self.text.setGeometry(before, 0, max(1, self.width() - before), self.height())

    def paintEvent(self, _event: QPaintEvent) -> None:
        """The icon, in the height of the first line."""
        edge = self._theme.px(_ICON)
        top = self._theme.px(1)
        self._icon.paint(QPainter(self), QRect(0, top, edge, edge), Qt.AlignmentFlag.AlignCenter)

    def _before(self) -> int:
        return self._theme.px(_ICON) + self._theme.px(_GAP)

    def _dress(self) -> None:
        color, mark = (self._theme.tokens.get(name) for name in (self._color, self._mark))
        lead = f'<span style="color: {mark}">{escape(self._lead)}</span>' if self._lead else ""
        html = " · ".join(part for part in (lead, self._html) if part)
        self.text.set_content(Content(f'<div style="color: {color}">{html}</div>'))
        self.updateGeometry()


def _link(source: Source) -> str:
    title = escape(_short(source.title))
    safe = source.link.startswith("https://") and is_link(source.link)
    return f'<a href="{escape(source.link)}">{title}</a>' if safe else title


def _short(text: str) -> str:
    """A text of strangers on one line, and no longer than a line or two."""
    text = " ".join(text.split())
    return text if len(text) <= _MOST_LETTERS else f"{text[:_MOST_LETTERS].rstrip()}\u2026"
