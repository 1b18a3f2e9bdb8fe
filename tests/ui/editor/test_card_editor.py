"""The small editor over a card: what it shows, saves, and never throws away."""

from __future__ import annotations

import pytest
from PySide6.QtWidgets import QCheckBox, QTextBrowser, QWidget
from pytestqt.qtbot import QtBot

from aws_flash.domain.choice import Option, option_fields, options_of
from aws_flash.domain.errors import DiskFull
from aws_flash.domain.kind import BASIC, CHOICE, CLOZE, TYPED, Family, Kind
from aws_flash.domain.note import Note
from aws_flash.ui.card.pictures import Pictures
from aws_flash.ui.editor.card_editor import CardEditor
from aws_flash.ui.editor.text_area import TextArea
from aws_flash.ui.theme.theme import Theme
from aws_flash.ui.widgets.buttons import ConfirmButton
from tests.ui.editor.hands import ESC, Hands, focused

CHOICES = (Option("Yes", "It is so", right=True), Option("No", "It is not", pinned=True))


class Desk:
    """Opens editors over a window, and keeps what they hand out."""

    def __init__(self, theme: Theme, pictures: Pictures, window: QWidget, qtbot: QtBot) -> None:
        self.hands = Hands(window, qtbot)
        self.saved: list[dict[str, str]] = []
        self._parts = (theme, pictures, window)

    def edit(self, kind: Kind, fields: dict[str, str]) -> CardEditor:
        held = tuple((name, fields.get(name, "")) for name in kind.fields)
        note = Note(1, "guid", kind.id, held, (), 0, 0)
        editor = CardEditor(*self._parts, note, kind.family)
        editor.saved.connect(self.saved.append)
        editor.open()
        return editor

    def edit_choice(self) -> CardEditor:
        return self.edit(CHOICE, {"Question": "Which?", **dict(option_fields(CHOICES))})


@pytest.fixture
def desk(theme: Theme, pictures: Pictures, window: QWidget, qtbot: QtBot) -> Desk:
    return Desk(theme, pictures, window, qtbot)


def test_plain_fields_are_edited_as_words(desk: Desk) -> None:
    desk.edit(BASIC, {"Question": "R&amp;D?", "Answer": "One<br>two"})
    assert desk.hands.fields() == {"Question": "R&D?", "Answer": "One\ntwo", "Explanation": ""}


def test_only_what_changed_is_handed_out(desk: Desk) -> None:
    desk.edit(BASIC, {"Question": "R&amp;D?", "Answer": "&quot;Yes&quot;"})
    desk.hands.rewrite("1 < 2?")
    desk.hands.save()
    assert desk.saved == [{"Question": "1 &lt; 2?"}]


def test_markup_is_edited_as_it_is_and_shown_as_it_looks(desk: Desk) -> None:
    editor = desk.edit(BASIC, {"Question": "Which?", "Answer": "<b>KMS</b>", "Explanation": ""})
    desk.hands.go_to("Answer")
    assert desk.hands.fields()["Answer"] == "<b>KMS</b>"
    desk.hands.rewrite("<i>Key</i> service")
    preview = next(one for one in editor.findChildren(QTextBrowser) if one.isVisible())
    desk.hands.qtbot.waitUntil(lambda: preview.toPlainText() == "Key service")
    desk.hands.save()
    assert desk.saved == [{"Answer": "<i>Key</i> service"}]


def test_a_field_too_long_to_edit_stays_as_it_is(desk: Desk) -> None:
    endless = "word " * 200_000
    desk.edit(BASIC, {"Question": "Which?", "Answer": endless})
    desk.hands.go_to("Answer")
    assert len(desk.hands.fields()["Answer"]) < 2_000
    desk.hands.type("x")
    desk.hands.go_to("Question")
    desk.hands.rewrite("What?")
    desk.hands.save()
    assert desk.saved == [{"Question": "What?"}]


def test_saving_without_a_change_only_closes(desk: Desk) -> None:
    editor = desk.edit(BASIC, {"Question": "Which?", "Answer": "That"})
    desk.hands.save()
    assert not editor.isVisible()
    assert desk.saved == []


def test_escape_asks_nothing_when_nothing_changed(desk: Desk) -> None:
    editor = desk.edit(BASIC, {"Question": "Which?", "Answer": "That"})
    desk.hands.strike(ESC)
    assert not editor.isVisible()


def test_escape_keeps_what_was_written_until_it_is_discarded(desk: Desk) -> None:
    editor = desk.edit(BASIC, {"Question": "Which?", "Answer": "That"})
    desk.hands.type("!")
    desk.hands.strike(ESC)
    assert desk.hands.shows("Your text is not saved yet.")
    desk.hands.strike(ESC)
    assert editor.isVisible()
    assert focused().accessibleName() == "Question"
    assert desk.hands.fields()["Question"] == "Which?!"
    desk.hands.strike(ESC)
    desk.hands.click("Discard")
    assert not editor.isVisible()
    assert desk.saved == []


@pytest.mark.parametrize(
    ("kind", "fields", "said"),
    [
        (BASIC, {"Question": "Which?", "Answer": "That"}, "Question still needs a text."),
        (CLOZE, {"Text": "{{c1::KMS}}"}, "Text with gaps still needs a text."),
    ],
)
def test_an_empty_card_is_not_saved(
    desk: Desk, kind: Kind, fields: dict[str, str], said: str
) -> None:
    desk.edit(kind, fields)
    desk.hands.rewrite(" ")
    desk.hands.save()
    assert desk.hands.shows(said)
    assert desk.saved == []


def test_a_text_without_any_gap_is_not_saved(desk: Desk) -> None:
    desk.edit(CLOZE, {"Text": "{{c1::KMS}} is regional."})
    desk.hands.rewrite("KMS is regional.")
    desk.hands.save()
    assert desk.hands.shows("At least one gap is needed, written {{c1::like this}}.")
    assert desk.saved == []


def test_what_cannot_be_stored_stays_with_the_reason(desk: Desk) -> None:
    editor = desk.edit(BASIC, {"Question": "Which?", "Answer": "That"})
    desk.hands.type("!")
    desk.hands.save()
    editor.show_error(DiskFull("/somewhere"))
    assert desk.hands.shows("The disk is full.")
    assert desk.hands.fields()["Question"] == "Which?!"


def test_further_right_answers_are_lines(desk: Desk) -> None:
    desk.edit(TYPED, {"Question": "Which?", "Answer": "TLS 1.2", "Accepted": "1.2\nTLSv1.2"})
    desk.hands.go_to("Also right")
    assert desk.hands.fields()["Also right"] == "1.2\nTLSv1.2"
    desk.hands.rewrite("1.2 & up")
    desk.hands.save()
    assert desk.saved == [{"Accepted": "1.2 &amp; up"}]


def test_options_are_edited_with_their_reasons_and_marks(desk: Desk) -> None:
    editor = desk.edit_choice()
    desk.hands.go_to("Option 2")
    desk.hands.rewrite("Never")
    box = next(one for one in editor.findChildren(QCheckBox) if "2" in one.accessibleName())
    box.click()
    desk.hands.save()
    options = options_of({**dict(option_fields(CHOICES)), **desk.saved[0]}.items())
    assert options == (CHOICES[0], Option("Never", "It is not", right=True, pinned=True))


def test_an_emptied_option_is_left_out(desk: Desk) -> None:
    desk.edit_choice()
    desk.hands.click("One more option")
    assert focused().accessibleName() == "Option 3"
    desk.hands.type("Perhaps")
    desk.hands.go_to("Option 2")
    desk.hands.rewrite(" ")
    desk.hands.save()
    options = options_of({**dict(option_fields(CHOICES)), **desk.saved[0]}.items())
    assert [option.text for option in options] == ["Yes", "Perhaps"]


def test_a_choice_without_a_right_option_is_not_saved(desk: Desk) -> None:
    editor = desk.edit_choice()
    editor.findChildren(QCheckBox)[0].click()
    desk.hands.save()
    assert desk.hands.shows("At least one option must be right.")
    assert desk.saved == []


def test_imported_cards_show_their_own_fields(theme: Theme, pictures: Pictures, desk: Desk) -> None:
    note = Note(1, "guid", 99, (("Front", "<u>A</u>"), ("Rückseite", "B")), (), 0, 0)
    editor = CardEditor(theme, pictures, desk.hands.window, note, Family.IMPORTED)
    editor.open()
    assert desk.hands.fields() == {"Front": "<u>A</u>", "Rückseite": "B"}


@pytest.mark.parametrize("scale", [1.0, 2.0])
def test_nothing_is_cut_off_in_the_smallest_window(
    theme: Theme, desk: Desk, scale: float, qtbot: QtBot
) -> None:
    theme.set_scale(scale)
    desk.hands.window.resize(800, 560)
    editor = desk.edit_choice()
    save = next(one for one in editor.findChildren(ConfirmButton) if one.isVisible())
    window = desk.hands.window
    qtbot.waitUntil(lambda: window.rect().contains(save.mapTo(window, save.rect().bottomRight())))
    assert window.size().toTuple() == (800, 560)
    fields = [one for one in editor.findChildren(TextArea) if one.isVisible()]
    assert all(one.height() >= one.sizeHint().height() for one in fields)


def test_every_field_and_button_has_a_name(desk: Desk) -> None:
    editor = desk.edit_choice()
    fields = [*editor.findChildren(TextArea), *editor.findChildren(QCheckBox)]
    names = [one.accessibleName() for one in fields]
    assert len(set(names)) == len(names) == 8
    assert all(names)
    assert all(one.text() for one in editor.findChildren(ConfirmButton))
