"""What can be in front of a user: every page and every sheet, and the way that leads there."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from datetime import date

from PySide6.QtCore import Qt, QTimer
from PySide6.QtWidgets import QLineEdit

from aws_flash.domain.bundle import Problem
from aws_flash.domain.card import Card
from aws_flash.domain.fact_change import FactChange
from aws_flash.domain.kind import BASIC, CHOICE, CLOZE, PICTURE, TYPED
from aws_flash.domain.merge import Content
from aws_flash.domain.note import Note
from aws_flash.storage.tables import Tables
from tests.ui.main_window.arriving import arrival, bundle, learned, note
from tests.ui.main_window.program import CTRL, MORNING, SHIFT, Program

SPACE, ENTER, ESC = Qt.Key.Key_Space, Qt.Key.Key_Return, Qt.Key.Key_Escape


def today(program: Program) -> None:
    """Today with all that a second day shows."""
    program.press(SPACE)
    program.rate("2")
    program.press(ESC)
    program.wait_for("Last 16 weeks")


def scoped(program: Program) -> None:
    program.click_topic("Managed services")
    program.let_settle()


def settings(program: Program) -> None:
    program.press(",", held=CTRL)
    program.let_settle()


def question(program: Program) -> None:
    program.press(SPACE)


def answer(program: Program) -> None:
    program.press(SPACE, SPACE)


def choice(program: Program) -> None:
    _ask(program, CHOICE.id)


def choice_answered(program: Program) -> None:
    _ask(program, CHOICE.id)
    program.press("1", "2", ENTER)


def typed(program: Program) -> None:
    _ask(program, TYPED.id)


def typed_answered(program: Program) -> None:
    _ask(program, TYPED.id)
    assert isinstance(program.focused(), QLineEdit)
    program.type("something else")
    program.press(ENTER)


def picture(program: Program) -> None:
    _ask(program, PICTURE.id)


def cloze_answered(program: Program) -> None:
    _ask(program, CLOZE.id)
    program.press(SPACE)


def ending(program: Program) -> None:
    _leave_one_card(program, BASIC.id)
    program.press(SPACE, SPACE, "2")
    program.let_settle()


def new_card(program: Program) -> None:
    program.press("N", held=CTRL)


def unsaved_card(program: Program) -> None:
    program.press("N", held=CTRL)
    program.type("Half a thought")
    program.press(ESC)


def new_topic(program: Program) -> None:
    program.press("N", held=CTRL | SHIFT)


def edit_card(program: Program) -> None:
    program.press(SPACE, "E")


def edit_choice(program: Program) -> None:
    _ask(program, CHOICE.id)
    program.press("1", "2", ENTER, "E")


def keys(program: Program) -> None:
    program.press("?")


def about(program: Program) -> None:
    program.choose("About aws-flash")


def restore(program: Program) -> None:
    program.choose("Back up now")
    program.choose("Restore…")
    program.wait_for("by hand")


def recheck(program: Program) -> None:
    """Two facts to recheck, one of them chosen."""
    _change(program, _age_two_facts)
    program.wait_for("2 facts were last checked long ago.")
    program.click("Check them again")
    program.wait_for("Still true")
    program.let_settle()
    program.press("A", held=CTRL)


def changed(program: Program) -> None:
    _change(program, lambda tables: _change_a_fact(tables, is_clash=False))
    _see_changes(program)


def clash(program: Program) -> None:
    _change(program, lambda tables: _change_a_fact(tables, is_clash=True))
    _see_changes(program)


def preview(program: Program) -> None:
    """A file that is new, one of its cards changed by both sides, and one left out."""
    mine = bundle(note("n1", "Who?"))
    program.window.transfer.arrivals.look_at(arrival(mine))
    program.wait_for("Add 1 card")
    program.press(ENTER, held=CTRL)
    program.wait_for("Take back")
    _edit(program, "n1")
    problems = (Problem("line 9", "there is no answer", ("When?",)),)
    later = bundle(note("n1", "Who?", "She."), note("n2", "When?", topic="t-keys"))
    later = replace(learned(later), problems=problems)
    program.window.transfer.arrivals.look_at(arrival(later))
    program.wait_for("1 changed by both")
    program.let_settle()


def preview_clash(program: Program) -> None:
    preview(program)
    program.click("1 changed by both")
    program.wait_for("She.")


def preview_faults(program: Program) -> None:
    preview(program)
    program.click("1 left out")


def preview_drafts(program: Program) -> None:
    drafts = bundle(note("n1", "Who?", line=3), note("n2", "When?", line=5), is_draft=True)
    program.window.transfer.arrivals.look_at(arrival(drafts, "notes.txt"))
    program.wait_for("2 drafts")
    program.let_settle()


def preview_table(program: Program) -> None:
    file = program.folder.parent / "words.csv"
    file.write_text("Question;Answer\nHola?;Hello\nSol?\n", encoding="utf-8")
    program.window.open_files([file])
    program.wait_for("1 left out")
    program.let_settle()
    program.click("Table")
    program.wait_for("Between cells")


def preview_row(program: Program) -> None:
    preview_table(program)
    program.click("1 left out")
    program.wait_for("Use this row")


def report(program: Program) -> None:
    preview_table(program)
    program.press(ENTER, held=CTRL)
    program.wait_for("1 part of the file was left out.")
    program.let_settle()


def imports(program: Program) -> None:
    report(program)
    program.click("All imports")
    program.wait_for("Each can be taken back at any time.")


def export(program: Program) -> None:
    program.press("E", held=CTRL)
    program.wait_for(" topics.")


def bug(program: Program) -> None:
    QTimer.singleShot(0, program.frame, _fail)
    program.wait_for("Something went wrong in aws-flash")


def damage(program: Program) -> None:
    backups = program.folder / "backups"
    program.qtbot.waitUntil(lambda: any(backups.glob("*.db")))
    program.window.trouble.show_damage("a page is missing")
    program.wait_for("The newest good backup was made")


SCENES: dict[str, Callable[[Program], None]] = {
    scene.__name__.replace("_", " "): scene
    for scene in (
        today,
        scoped,
        settings,
        question,
        answer,
        choice,
        choice_answered,
        typed,
        typed_answered,
        picture,
        cloze_answered,
        ending,
        new_card,
        unsaved_card,
        new_topic,
        edit_card,
        edit_choice,
        keys,
        about,
        restore,
        recheck,
        changed,
        clash,
        preview,
        preview_clash,
        preview_faults,
        preview_drafts,
        preview_table,
        preview_row,
        report,
        imports,
        export,
        bug,
        damage,
    )
}


def _edit(program: Program, guid: str) -> None:
    """Write another answer into a card, as on a page of another window."""
    services = program.window._desk.services

    def work() -> None:
        ids = services().operations.read(lambda tables: tables.notes.ids_by_guid([guid]))
        services().authoring.edit(ids[guid], {"Answer": "As I learned it."})

    program.window._desk.tasks.run(work)
    program.let_settle()


def _ask(program: Program, kind_id: int) -> None:
    """Begin a review whose only card is of that kind."""
    _leave_one_card(program, kind_id)
    program.press(SPACE)


def _leave_one_card(program: Program, kind_id: int) -> None:
    """Suspend all cards but one of a kind, and bring Today up to date."""

    def suspend_others(tables: Tables) -> None:
        notes: list[Note] = list(tables.notes.every())
        kept = next(note.id for note in notes if note.kind_id == kind_id)
        cards: list[Card] = list(tables.cards.every())
        first = next(card.id for card in cards if card.note_id == kept)
        tables.cards.put_all([replace(card, suspended=True) for card in cards if card.id != first])

    _change(program, suspend_others)
    program.wait_for("1 new card")
    program.let_settle()


def _see_changes(program: Program) -> None:
    program.wait_for("1 AWS fact changed.")
    program.click("See what changed")
    program.wait_for("changed on 24 Nov 2026")
    program.let_settle()


def _change(program: Program, body: Callable[[Tables], None]) -> None:
    """Change the collection as no use-case does, and bring Today up to date."""
    services = program.window._desk.services
    program.window._desk.tasks.run(lambda: services().operations.run_without_step(body))
    program.window._overviews.refresh()


def _age_two_facts(tables: Tables) -> None:
    notes = [note for note in tables.notes.every() if note.provenance is not None][:2]
    tables.notes.put_all(
        replace(note, provenance=replace(note.provenance, checked_on=date(2022, 1, 1)))
        for note in notes
        if note.provenance is not None
    )


def _change_a_fact(tables: Tables, *, is_clash: bool) -> None:
    notes: list[Note] = list(tables.notes.every())
    note = next(note for note in notes if note.kind_id == BASIC.id)
    now = Content(BASIC.guid, note.fields, note.provenance)
    answer = (("Answer", "Another answer"),)
    before = replace(now, fields=tuple({**dict(note.fields), **dict(answer)}.items()))
    texts = (now, before) if is_clash else (before, now)
    at = round(MORNING.timestamp() * 1000)
    tables.fact_changes.put_all([FactChange(note.id, at, *texts, is_clash=is_clash)])


def _fail() -> None:
    raise ZeroDivisionError("a slip of the test")
