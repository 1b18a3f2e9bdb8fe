"""A text of a card that can be read, selected and copied, and does nothing else."""

from __future__ import annotations

import re
from math import ceil

from PySide6.QtCore import QMimeData, QSize, Qt, QTimer, QUrl, Signal
from PySide6.QtGui import (
    QContextMenuEvent,
    QImage,
    QKeyEvent,
    QKeySequence,
    QPainter,
    QPaintEvent,
    QResizeEvent,
    QTextBlock,
    QTextLine,
    QWheelEvent,
)
from PySide6.QtWidgets import QFrame, QMenu, QSizePolicy, QTextBrowser, QWidget

from aws_flash.domain.html.sanitise import is_link
from aws_flash.ui.card.card_document import CardDocument, Content
from aws_flash.ui.card.holes import paint_holes
from aws_flash.ui.card.pictures import Pictures
from aws_flash.ui.theme.fonts import FontRole
from aws_flash.ui.theme.theme import Theme
from aws_flash.ui.widgets.viewport import set_clear_viewport
from aws_flash.ui.widgets.wrapping import let_wrap

USUAL_ROOM = 624
_SCROLL_BAR = 12
_IMAGE = re.compile(r"<img[^>]*>")
_UNSEEN = re.compile("[\ufffc\u200b]")  # stands for a picture, lets a long word be broken


class CardText(QTextBrowser):
    """As high as its content at the width it is given; scrolling is left to the page.

    Content has been cleaned by the domain; even if it had not, nothing outside the media folder
    would be read. `link_clicked` carries http and https addresses; opening them is up to others.
    """

    link_clicked = Signal(str)
    hint_clicked = Signal()

    def __init__(
        self, theme: Theme, pictures: Pictures, role: FontRole, parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self._theme = theme
        self._content = Content()
        self._room = theme.px(USUAL_ROOM)
        self._ratio = 1.0
        self._heights: dict[int, int] = {}
        self._card = CardDocument(theme, pictures, role, self)
        self.setDocument(self._card)
        self.setOpenLinks(False)
        self.setAcceptDrops(False)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        set_clear_viewport(self)
        let_wrap(self, QSizePolicy.Policy.Expanding)
        self.anchorClicked.connect(self._offer_link)
        theme.changed.connect(self._lay_out)
        pictures.formulas.drawn.connect(self._take_formulas)

    def set_content(self, content: Content, room: int | None = None) -> None:
        """Show cleaned HTML; `room` is the width it will get, in logical pixels, if known."""
        self._content = content
        if room is not None:
            self._room = room
        self._lay_out()

    def set_role(self, role: FontRole) -> None:
        """Use another size and weight, from the next content on."""
        self._card.set_role(role)

    def fits(self, width: int) -> int:
        """The height that the content needs at that width; none at all if there is none."""
        if not self._content.html:
            return 0
        if width not in self._heights:
            if self._card.depends_on_room:
                self._make_room(width)
            with self._card.at_width(width):
                needed = ceil(self._card.size().height())
                bar = _SCROLL_BAR if self._card.is_wider_than(width) else 0
            self._heights[width] = needed + bar
        return self._heights[width]

    def natural_width(self) -> int:
        """The width at which no line of the content would be broken."""
        with self._card.at_width(-1):
            return ceil(self._card.idealWidth()) + 1

    def last_line_end(self, width: int) -> int:
        """How far to the right the last line reaches at that width, in pixels."""
        block = self._card.lastBlock()
        with self._card.at_width(width):
            left = self._card.documentLayout().blockBoundingRect(block).left()
            return ceil(left + _last_line(block).naturalTextRect().right())

    def last_line_height(self) -> int:
        """The height of the last line, in pixels."""
        return ceil(_last_line(self._card.lastBlock()).height())

    def spoken(self) -> str:
        """The content as a screen reader should say it."""
        return " ".join(self._card.spoken().split())

    def hasHeightForWidth(self) -> bool:  # noqa: N802 - Qt's name
        """Narrower means higher."""
        return True

    def heightForWidth(self, width: int) -> int:  # noqa: N802 - Qt's name
        """All of the content."""
        return self.fits(width)

    def sizeHint(self) -> QSize:
        """The width it has, and the height that goes with it."""
        return QSize(self._room, self.fits(self._room))

    def minimumSizeHint(self) -> QSize:  # noqa: N802 - Qt's name
        """It wraps anywhere."""
        return QSize(self._theme.px(80), 0)

    def createMimeDataFromSelection(self) -> QMimeData:  # noqa: N802 - Qt's name
        """Words with their looks, to be copied or dragged; Qt would look for files of pictures."""
        selected = self._card.written_out(self.textCursor().selection())
        data = QMimeData()
        data.setText(_UNSEEN.sub("", selected.toPlainText()))
        data.setHtml(_UNSEEN.sub("", _IMAGE.sub("", selected.toHtml())))
        return data

    def loadResource(self, kind: int, name: QUrl | str) -> QImage:  # noqa: N802 - Qt's name
        """As the document has it: an image, whatever is asked for."""
        return self._card.loadResource(kind, name)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Pictures follow the width."""
        self._make_room(self.width())
        super().resizeEvent(event)
        bar = Qt.ScrollBarPolicy
        too_wide = self._card.is_wider_than(self.width())
        self.setHorizontalScrollBarPolicy(
            bar.ScrollBarAlwaysOn if too_wide else bar.ScrollBarAlwaysOff
        )

    def paintEvent(self, event: QPaintEvent) -> None:
        """The text, over the pills of its gaps."""
        if self._card.depends_on_room and self._ratio != self.devicePixelRatioF():
            QTimer.singleShot(0, self, self._lay_out)  # moved to another screen
        if self._card.holes:
            painter = QPainter(self.viewport())
            paint_holes(painter, self._card, self._card.holes, self._theme)
            painter.end()
        super().paintEvent(event)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Copy, select all, and follow a link that has the focus; other keys are the page's."""
        if event.matches(QKeySequence.StandardKey.Copy):
            self.copy()
        elif event.matches(QKeySequence.StandardKey.SelectAll):
            self.selectAll()
        elif event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter) and self._is_on_link():
            super().keyPressEvent(event)
        else:
            event.ignore()

    def wheelEvent(self, event: QWheelEvent) -> None:
        """The page scrolls, unless the wheel goes sideways over something too wide."""
        if event.angleDelta().x() and self.horizontalScrollBar().maximum():
            super().wheelEvent(event)
        else:
            event.ignore()

    def contextMenuEvent(self, event: QContextMenuEvent) -> None:
        """Copy and select, nothing that would load or edit."""
        menu = QMenu(self)
        copy = menu.addAction(self.tr("Copy"), self.copy)
        copy.setEnabled(self.textCursor().hasSelection())
        menu.addAction(self.tr("Select all"), self.selectAll)
        menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        menu.popup(event.globalPos())

    def _make_room(self, width: int) -> None:
        if width > 0 and width != self._room:
            self._room = width
            if self._card.depends_on_room:
                self._lay_out()

    def _lay_out(self) -> None:
        self._ratio = self.devicePixelRatioF()
        self._card.show_content(self._content, self._room, self._ratio)
        self._heights.clear()
        self.updateGeometry()

    def _take_formulas(self) -> None:
        if self._card.waits_for_formulas:
            self._lay_out()

    def _is_on_link(self) -> bool:
        return bool(self.textCursor().charFormat().anchorHref())

    def _offer_link(self, link: QUrl) -> None:
        address = link.toString(QUrl.ComponentFormattingOption.FullyEncoded)
        if link.toString().startswith("#hint-"):
            self.hint_clicked.emit()
        elif link.scheme() in ("http", "https") and is_link(address):
            self.link_clicked.emit(address)


def _last_line(block: QTextBlock) -> QTextLine:
    layout = block.layout()
    return layout.lineAt(layout.lineCount() - 1)
