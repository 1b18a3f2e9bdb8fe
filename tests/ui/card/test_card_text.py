"""A text of a card: as high as it needs, selected and copied, and nothing more."""

from __future__ import annotations

from itertools import product
from typing import TYPE_CHECKING

import pytest
from PySide6.QtCore import QMimeData, QPoint, QPointF, QSize, Qt, QUrl
from PySide6.QtGui import QColor, QContextMenuEvent, QDropEvent, QGuiApplication, QKeyEvent
from PySide6.QtWidgets import QMenu, QWidget

from aws_flash.domain.html.sanitise import clean
from aws_flash.ui.card.card_document import Content
from aws_flash.ui.card.card_text import CardText
from aws_flash.ui.theme.theme import Mode
from tests.ui.card.pixels import TELLTALE, painted, shows, write_picture

if TYPE_CHECKING:
    from pathlib import Path

    from pytestqt.qtbot import QtBot

    from aws_flash.ui.theme.theme import Theme

LINE = 24


class Listener(QWidget):
    """Stands for the page that a text lies on."""

    def __init__(self) -> None:
        super().__init__()
        self.heard: list[int] = []

    def keyPressEvent(self, event: QKeyEvent) -> None:
        self.heard.append(event.key())


def show(text: CardText, html: str, css: str = "") -> CardText:
    text.set_content(Content(html, css), text.width())
    return text


def test_nothing_takes_no_room(text: CardText) -> None:
    assert show(text, "").fits(500) == 0


def test_lines_are_one_and_a_half_times_as_high_as_the_letters(text: CardText) -> None:
    assert show(text, "one").fits(500) == LINE
    assert show(text, "one<br>two<p>three</p>").fits(500) == 3 * LINE


def test_narrower_is_higher_and_asking_changes_nothing(text: CardText) -> None:
    show(text, "word " * 60)
    before = text.fits(500)
    assert text.fits(200) > before
    assert text.document().textWidth() == 500
    assert text.fits(500) == before


@pytest.mark.parametrize("block", ["<table><tr><td>b</table>", "<ul><li>b</ul>", "<pre>b</pre>"])
def test_blocks_keep_their_distance_from_the_words_before(text: CardText, block: str) -> None:
    alone = show(text, block).fits(500)
    assert show(text, f"a{block}").fits(500) >= alone + LINE
    assert show(text, f"a{block}").fits(500) > 2 * LINE


def test_lists_in_lists_run_on(text: CardText) -> None:
    assert show(text, "<ul><li>a<ul><li>b</li></ul></li><li>c</li></ul>").fits(500) == 3 * LINE


def test_all_of_it_is_seen_without_a_scroll_bar(text: CardText) -> None:
    show(text, "word " * 300)
    text.resize(500, text.fits(500))
    assert text.verticalScrollBar().maximum() == 0


def test_what_cannot_be_broken_can_be_scrolled_sideways(text: CardText) -> None:
    cells = "".join(f"<td>{'x' * 20}</td>" for _ in range(9))
    show(text, f"<table><tr>{cells}</tr></table>")
    text.resize(300, text.fits(300))
    assert text.horizontalScrollBar().maximum() > 0


def test_larger_text_makes_sizes_of_authors_larger_too(text: CardText, theme: Theme) -> None:
    html = '<p style="font-size: 30px">x</p>'
    before = show(text, html).fits(500)
    theme.set_scale(2.0)
    assert text.fits(500) == pytest.approx(2 * before, abs=2)


def test_text_is_copied_by_key(text: CardText, qtbot: QtBot) -> None:
    show(text, "<b>Assume</b>Role")
    qtbot.keyClick(text, Qt.Key.Key_A, Qt.KeyboardModifier.ControlModifier)
    qtbot.keyClick(text, Qt.Key.Key_C, Qt.KeyboardModifier.ControlModifier)
    assert QGuiApplication.clipboard().text() == "AssumeRole"


def test_no_file_goes_along_with_what_is_copied(
    text: CardText, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(tmp_path)  # where Qt's own writer of office documents would look
    for name in ("0", "shown:0"):
        write_picture(tmp_path / "x.png").rename(tmp_path / name)
    show(text, 'a <img src="gone.png" alt="x"> <b>b</b>')
    text.selectAll()
    data = text.createMimeDataFromSelection()
    assert sorted(data.formats()) == ["text/html", "text/plain"]
    assert data.text().split() == ["a", "b"]
    assert "<img" not in data.html()


def test_a_long_word_is_copied_whole(text: CardText) -> None:
    show(text, clean("x" * 5_000))
    text.selectAll()
    assert text.createMimeDataFromSelection().text() == "x" * 5_000


@pytest.mark.parametrize("key", [Qt.Key.Key_Space, Qt.Key.Key_1, Qt.Key.Key_E, Qt.Key.Key_Return])
def test_keys_of_the_page_pass_through(text: CardText, qtbot: QtBot, key: Qt.Key) -> None:
    page = Listener()
    text.setParent(page)
    qtbot.keyClick(text, key)
    text.setParent(None)
    assert page.heard == [key]


def test_the_menu_offers_copy_and_select_all_only(text: CardText, qtbot: QtBot) -> None:
    show(text, '<a href="https://example.org">x</a>')
    event = QContextMenuEvent(QContextMenuEvent.Reason.Mouse, QPoint(5, 5), QPoint(5, 5))
    text.contextMenuEvent(event)
    menu = text.findChild(QMenu)
    assert menu is not None
    assert [action.text() for action in menu.actions()] == ["Copy", "Select all"]
    menu.close()


def test_a_link_is_reported_and_not_opened(text: CardText, qtbot: QtBot) -> None:
    show(text, '<a href="https://example.org/a?b=c">xxxxxxxxxx</a>')
    with qtbot.waitSignal(text.link_clicked) as clicked:
        qtbot.mouseClick(text.viewport(), Qt.MouseButton.LeftButton, pos=QPoint(20, 12))
    assert clicked.args == ["https://example.org/a?b=c"]
    assert text.toPlainText() == "xxxxxxxxxx"


def test_a_link_can_be_followed_by_keys(text: CardText, qtbot: QtBot) -> None:
    show(text, 'see <a href="https://example.org/">there</a>')
    text.setFocus()
    qtbot.keyClick(text, Qt.Key.Key_Tab)
    with qtbot.waitSignal(text.link_clicked):
        qtbot.keyClick(text, Qt.Key.Key_Return)


def test_files_cannot_be_dropped(text: CardText, tmp_path: Path) -> None:
    show(text, "before")
    dragged = QMimeData()
    dragged.setUrls([QUrl.fromLocalFile(str(write_picture(tmp_path / "x.png")))])
    action, button = Qt.DropAction.CopyAction, Qt.MouseButton.LeftButton
    event = QDropEvent(QPointF(5, 5), action, dragged, button, Qt.KeyboardModifier.NoModifier)
    text.dropEvent(event)
    assert text.toPlainText() == "before"
    assert not text.acceptDrops()


def test_pictures_shrink_to_the_width_and_come_back(text: CardText, media: Path) -> None:
    write_picture(media / "wide.png", size=QSize(1000, 500))
    show(text, '<img src="wide.png">')
    assert text.fits(500) == pytest.approx(250, abs=2)
    assert text.fits(200) == pytest.approx(100, abs=2)
    assert text.fits(500) == pytest.approx(250, abs=2)


def test_a_picture_under_words_does_not_touch_them(text: CardText, media: Path) -> None:
    write_picture(media / "low.png", size=QSize(100, 50))
    picture = '<div><img src="low.png"></div>'
    alone = show(text, picture).fits(500)
    gap = show(text, f"a{picture}").fits(500) - alone - LINE
    assert LINE / 4 <= gap <= LINE


def test_a_missing_picture_leaves_its_words(text: CardText) -> None:
    show(text, '<img src="gone.png" alt="Four boxes">')
    assert text.fits(500) > LINE
    assert len({painted(text).pixel(x, 22) for x in range(300)}) > 5


def test_pictures_are_read_out_by_their_words(text: CardText, media: Path) -> None:
    write_picture(media / "map.png")
    show(text, 'a<img src="map.png" alt="A map"><img src="map.png"><img src="gone.png" alt="B">c')
    assert text.spoken() == "a A map B c"


def test_names_with_spaces_and_letters_of_all_sorts_are_found(text: CardText, media: Path) -> None:
    write_picture(media / "ein Bild ä.png")
    show(text, '<img src="ein Bild ä.png">')
    assert shows(painted(text), TELLTALE)


@pytest.mark.parametrize("place", ["left", "center", "right"])
def test_the_pill_of_a_gap_goes_as_far_as_its_words(
    text: CardText, theme: Theme, place: str
) -> None:
    gap = '<span class="cloze">a wide gap</span>'
    show(text, f'<div align="{place}">words before {gap}</div>')
    image, pill = painted(text), QColor(theme.tokens.accent_soft).rgb()
    points = product(range(image.width()), range(LINE))
    columns = [x for x, y in points if image.pixelColor(x, y).rgb() == pill]
    words = text.document().firstBlock().layout().lineAt(0).naturalTextRect()
    assert max(columns) == pytest.approx(words.right(), abs=6)
    assert min(columns) > words.left() + 9


def test_a_gap_stands_on_a_pill_that_follows_the_look(text: CardText, theme: Theme) -> None:
    show(text, 'a <span class="cloze">[…]</span> b')
    assert shows(painted(text), theme.tokens.accent_soft)
    theme.set_mode(Mode.DARK)
    assert shows(painted(text), theme.tokens.accent_soft)
    assert not shows(painted(text), "#010203")


def test_gaps_look_the_same_in_imported_cards(text: CardText, theme: Theme) -> None:
    css = ".cloze { color: #0000ff; background-color: #00ff00 }"
    show(text, 'a <span class="cloze">[…]</span> b', css)
    image = painted(text)
    assert shows(image, theme.tokens.accent)
    assert not shows(image, "#0000ff")
    assert not shows(image, "#00ff00")


def test_ink_follows_the_look(text: CardText, theme: Theme) -> None:
    show(text, "plain words")
    theme.set_mode(Mode.DARK)
    assert shows(painted(text), theme.tokens.ink)


def test_black_on_yellow_of_an_author_can_be_read_in_the_dark(text: CardText, theme: Theme) -> None:
    theme.set_mode(Mode.DARK)
    css = ".card { color: black; background-color: yellow }"
    show(text, '<span class="card">words</span>', css)
    image = painted(text)
    assert shows(image, theme.tokens.ink)
    assert not shows(image, "#ffff00")
