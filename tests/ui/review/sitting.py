"""A user at the review page, over a real collection with a few cards of their own making."""

from __future__ import annotations

import itertools
from collections.abc import Sequence
from dataclasses import replace
from pathlib import Path

from PySide6.QtCore import Qt
from PySide6.QtWidgets import (
    QAbstractButton,
    QApplication,
    QLabel,
    QLineEdit,
    QTextEdit,
    QWidget,
)
from pytestqt.qtbot import QtBot

from aws_flash.domain.card import NEW, Card, Standing
from aws_flash.domain.choice import Option, option_fields
from aws_flash.domain.kind import BASIC, CHOICE, TYPED, Kind
from aws_flash.domain.note import Note
from aws_flash.domain.ordinals import ordinals_of
from aws_flash.domain.review import Rating, Review
from aws_flash.storage.tables import Tables
from aws_flash.ui.card.pictures import Pictures
from aws_flash.ui.icons import Icons
from aws_flash.ui.review.ending import Ending
from aws_flash.ui.review.flow import ReviewFlow
from aws_flash.ui.review.page import ReviewPage
from aws_flash.ui.tasks import Tasks
from aws_flash.ui.theme.theme import Theme
from tests.ui.review.own_collection import TOPIC, Watch, services_in


class Sitting:
    """Presses keys where the focus is, and reads what is on screen."""

    def __init__(self, theme: Theme, qtbot: QtBot, folder: Path, tasks: Tasks) -> None:
        self.qtbot = qtbot
        self.watch = Watch()
        self.tasks = tasks
        self.services = services_in(folder, self.watch)
        self.page = ReviewPage(theme, Icons(theme), Pictures(lambda _: None))
        self.flow = ReviewFlow(self.page, tasks, lambda: self.services, self.watch.elapsed)
        self.said: list[tuple[str, bool]] = []
        self.flow.said.connect(lambda text, undoable: self.said.append((text, undoable)))
        self.failures: list[Exception] = []
        tasks.failed.connect(self.failures.append)
        self._numbers = itertools.count(1000)
        qtbot.addWidget(self.page)
        self.page.resize(1000, 700)
        self.page.show()
        with qtbot.waitActive(self.page):
            self.page.activateWindow()

    def add(self, kind: Kind, *texts: str, standing: Standing = NEW) -> int:
        """Add a note at the end of the topic, and return the id of its first card."""
        values = (*texts, *[""] * len(kind.fields))
        return self.add_fields(kind, tuple(zip(kind.fields, values, strict=False)), standing)

    def add_fields(
        self, kind: Kind, fields: tuple[tuple[str, str], ...], standing: Standing = NEW
    ) -> int:
        number = next(self._numbers) * 10
        note = Note(number, f"guid{number}", kind.id, fields, (), self.watch.now(), 0)
        cards = [
            replace(Card(number + place, number, ordinal, TOPIC, number), standing=standing)
            for place, ordinal in enumerate(ordinals_of(fields, kind))
        ]

        def body(tables: Tables) -> None:
            tables.notes.put_all([note])
            tables.cards.put_all(cards)

        self.services.operations.run_without_step(body)
        return cards[0].id

    def add_basic(self, count: int = 1, standing: Standing = NEW) -> list[int]:
        """Add "Question 1?" with "Answer 1" and so on."""
        texts = [(f"Question {number}?", f"Answer {number}") for number in range(1, count + 1)]
        return [self.add(BASIC, *pair, standing=standing) for pair in texts]

    def add_choice(self, right: Sequence[str], wrong: Sequence[str]) -> int:
        """Add a choice whose options keep their order: first the right ones."""
        options = [
            *(Option(text, f"{text}, yes", right=True, pinned=True) for text in right),
            *(Option(text, f"{text}, no", pinned=True) for text in wrong),
        ]
        pairs = (("Question", "Which?"), *option_fields(options), ("Explanation", ""))
        return self.add_fields(CHOICE, pairs)

    def add_shuffled_choice(self) -> int:
        """Add a choice whose options come in any order."""
        options = [Option(text, right=text == "One") for text in ("One", "Two", "Three")]
        pairs = (("Question", "Which?"), *option_fields(options), ("Explanation", ""))
        return self.add_fields(CHOICE, pairs)

    def add_typed(self, answer: str = "AssumeRole") -> int:
        """Add a card whose answer is typed."""
        return self.add(TYPED, "Which call?", answer)

    def begin(self) -> None:
        """Begin a session and wait until it is on screen."""
        with self.qtbot.waitSignal(self.flow.began):
            self.flow.begin()
        self.wait_until_painted()

    def wait_until_painted(self) -> None:
        """Wait until what is on screen takes keys, or the session is over."""
        self.qtbot.waitUntil(lambda: self.page.is_ready or self.is_over())

    def is_over(self) -> bool:
        """Whether the end of the session is on screen."""
        return any(isinstance(one, Ending) for one in self.seen())

    def press(self, *keys: Qt.Key | str) -> None:
        """Press keys one after the other, each when the page takes them."""
        for key in keys:
            self.strike(key)
            self.wait_until_painted()

    def strike(
        self, key: Qt.Key | str, held: Qt.KeyboardModifier = Qt.KeyboardModifier.NoModifier
    ) -> None:
        """Press one key at once, ready or not."""
        self.qtbot.keyClick(focused(), key, held)

    def texts(self) -> list[str]:
        """All texts on screen, in no order."""
        return [text for widget in self.seen() if (text := _text(widget))]

    def shows(self, text: str) -> bool:
        """Whether a text is on screen, perhaps as part of a longer one."""
        return any(text in seen for seen in self.texts())

    def seen(self) -> list[QWidget]:
        return [one for one in self.page.findChildren(QWidget) if one.isVisible()]

    def button(self, name: str) -> QAbstractButton:
        """The visible button whose accessible name or text begins like that."""
        buttons = (one for one in self.seen() if isinstance(one, QAbstractButton))
        return next(one for one in buttons if _name(one).startswith(name))

    def click(self, name: str) -> None:
        self.qtbot.mouseClick(self.button(name), Qt.MouseButton.LeftButton)

    def reviews(self, card_id: int) -> list[Review]:
        """All rows of a card, undone ones too."""
        return self.services.operations.read(lambda tables: tables.reviews.of_card(card_id))

    def ratings(self) -> list[Rating | None]:
        """The ratings that count, in the order in which they were given."""
        every = self.services.operations.read(lambda tables: list(tables.reviews.every()))
        return [one.rating for one in sorted(every, key=lambda one: one.id) if not one.undone]

    def card(self, card_id: int) -> Card:
        """A card as it is stored."""
        return self.services.operations.read(lambda tables: tables.cards.get_all([card_id]))[
            card_id
        ]

    def close(self) -> None:
        self.tasks.finish()
        self.services.collection.close()


def focused() -> QWidget:
    found = QApplication.focusWidget()
    assert found is not None
    return found


def _name(button: QAbstractButton) -> str:
    return button.accessibleName() or button.text()


def _text(widget: QWidget) -> str:
    if isinstance(widget, QAbstractButton):
        return _name(widget)
    if isinstance(widget, QTextEdit):
        return widget.toPlainText()
    if isinstance(widget, (QLabel, QLineEdit)):
        return widget.text()
    return widget.accessibleName()
