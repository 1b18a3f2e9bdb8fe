"""The parts of a preview beside its topics: cards or drafts, differences, what was left out."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from aws_flash.domain.kind import BASIC, BUILT_IN
from aws_flash.ui.icons import Icons
from aws_flash.ui.theme.theme import Theme
from aws_flash.ui.transfer.choosing import Choosing
from aws_flash.ui.transfer.difference_view import DifferenceView
from aws_flash.ui.transfer.draft_list import PAGE, DraftList
from aws_flash.ui.transfer.fault_list import FaultList
from aws_flash.ui.transfer.sample_view import SampleView
from aws_flash.ui.transfer.sections import Sections
from aws_flash.ui.transfer.table_panel import TablePanel, column_names
from aws_flash.ui.transfer.values import Draft
from aws_flash.ui.transfer.words import cards_text, tr
from aws_flash.ui.widgets.wrapping import let_wrap

if TYPE_CHECKING:
    from aws_flash.application.importing.sampling import Comparison, Sample
    from aws_flash.application.importing.tables import TableForm
    from aws_flash.domain.bundle import BundledNote
    from aws_flash.domain.kind import Kind

CARDS, DRAFTS, TABLE = "cards", "drafts", "table"
CHANGED, CLASHING, FAULTS = "changed", "clashing", "faults"
_NARROWEST = 340


class PreviewParts(QWidget):
    """`ticked` says that cards were ticked or not.

    `sample_wanted` carries a BundledNote, `comparison_wanted` a Difference and the part that asks,
    `edit_wanted` the guid of a draft, `mended` a problem and its cells, `save_wanted` that what was
    left out is wanted as a file. `table` shows how a table is read, where the file is one.
    """

    ticked = Signal()
    sample_wanted = Signal(object)
    comparison_wanted = Signal(object, str)
    edit_wanted = Signal(str)
    mended = Signal(object, object)
    save_wanted = Signal()
    link_clicked = Signal(str)

    def __init__(self, theme: Theme, icons: Icons, choosing: Choosing) -> None:
        """Build the parts; `begin` fills them."""
        super().__init__()
        let_wrap(self)
        self._choosing = choosing
        self._topics: Sequence[str] | None = None
        self._notes: list[BundledNote] = []
        self._wanted_drafts = PAGE
        self._columns: tuple[str, ...] = ()
        self._samples = SampleView(theme, icons)
        self._drafts = DraftList(theme)
        self._changed = DifferenceView(theme, icons, tr(_ON_CHANGED), clashes=False)
        self._clashing = DifferenceView(theme, icons, tr(_ON_CLASHING), clashes=True)
        self._faults = FaultList(theme)
        self.table = TablePanel(theme)
        self._sections = Sections(
            theme,
            {
                CARDS: self._samples,
                DRAFTS: self._drafts,
                TABLE: self.table,
                CHANGED: self._changed,
                CLASHING: self._clashing,
                FAULTS: self._faults,
            },
        )
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.addWidget(self._sections)
        self._theme = theme
        theme.changed.connect(self._fit)
        self._fit()
        self._connect()

    def begin(self) -> None:
        """Show the first of everything."""
        self._offer()
        self.show_topics(None)
        self._fill_differences()

    def show_topics(self, guids: Sequence[str] | None) -> None:
        """Show the cards of some topics, of all for None."""
        self._topics = guids
        self._wanted_drafts = PAGE
        self._notes = self._choosing.notes_of(guids)
        if self._choosing.bundle.is_draft:
            self.see_ticks()
        else:
            self._samples.begin(len(self._notes))

    def see_ticks(self) -> None:
        """Show anew which drafts come."""
        if not self._choosing.bundle.is_draft:
            return
        kinds = {kind.guid: kind for kind in (*BUILT_IN, *self._choosing.bundle.kinds)}
        shown = [
            _draft(self._choosing, note, kinds.get(note.kind, BASIC))
            for note in self._notes[: self._wanted_drafts]
        ]
        head = tr("{drafts} · click one to change it, Del to leave it out")
        drafts = tr("1 draft") if len(self._notes) == 1 else f"{len(self._notes):,} {tr('drafts')}"
        self._drafts.show_drafts(shown, len(self._notes), head.format(drafts=drafts))

    def see_content(self) -> None:
        """Show another content of the same file."""
        self._offer()
        self._notes = self._choosing.notes_of(self._topics)
        self.see_ticks()
        if not self._choosing.bundle.is_draft:
            self._samples.begin(len(self._notes))
        self._fill_differences()

    def show_sample(self, sample: Sample) -> None:
        """Show a card that was asked for."""
        self._samples.show_sample(sample)

    def show_comparison(self, compared: Comparison, part: str) -> None:
        """Show two texts that were asked for."""
        view = self._changed if part == CHANGED else self._clashing
        view.show_comparison(compared)

    def show_table(
        self, form: TableForm, rows: Sequence[Sequence[str]], roles: Sequence[str]
    ) -> None:
        """Show how a table is read; its faulty rows can be put right from now on."""
        self._columns = column_names(form)
        self.table.show_table(form, rows, roles)
        self._faults.show_problems(self._choosing.bundle.problems, self._columns)

    def _offer(self) -> None:
        """Offer the parts that there are, each with how much is in it."""
        bundle, preview = self._choosing.bundle, self._choosing.preview
        first = DRAFTS if bundle.is_draft else CARDS
        names = tr("Drafts") if bundle.is_draft else cards_text(preview.cards_in_file)
        counts = {
            CHANGED: (tr("{count} changed"), len(preview.plan.changed)),
            CLASHING: (tr("{count} changed by both"), len(preview.plan.clashing)),
            FAULTS: (tr("{count} left out"), len(bundle.problems)),
        }
        titles = {first: names} if bundle.notes else {}
        if self._choosing.is_table:
            titles[TABLE] = tr("Table")
        titles |= {
            key: words.format(count=f"{number:,}")
            for key, (words, number) in counts.items()
            if number
        }
        self._sections.offer(titles)

    def _fill_differences(self) -> None:
        plan = self._choosing.preview.plan
        self._changed.begin(len(plan.changed))
        self._clashing.begin(len(plan.clashing))
        problems = self._choosing.bundle.problems
        self._faults.show_problems(problems, self._columns)

    def _fit(self) -> None:
        """With less room than this the parts stand below the topics."""
        self.setMinimumWidth(self._theme.px(_NARROWEST))

    def _ask_for_sample(self, place: int) -> None:
        self.sample_wanted.emit(self._notes[place])

    def _ask_for_changed(self, place: int) -> None:
        self.comparison_wanted.emit(self._choosing.preview.plan.changed[place], CHANGED)

    def _ask_for_clashing(self, place: int) -> None:
        self.comparison_wanted.emit(self._choosing.preview.plan.clashing[place], CLASHING)

    def _tick(self, guids: Sequence[str], ticked: bool) -> None:  # noqa: FBT001 - a slot
        self._choosing.tick_notes(guids, ticked=ticked)
        self.ticked.emit()

    def _tick_all(self, ticked: bool) -> None:  # noqa: FBT001 - a slot
        self._choosing.tick_notes([note.guid for note in self._notes], ticked=ticked)
        self.see_ticks()
        self.ticked.emit()

    def _show_more_drafts(self, wanted: int) -> None:
        self._wanted_drafts = wanted
        self.see_ticks()

    def _connect(self) -> None:
        self._samples.wanted.connect(self._ask_for_sample)
        self._samples.link_clicked.connect(self.link_clicked)
        self._changed.wanted.connect(self._ask_for_changed)
        self._clashing.wanted.connect(self._ask_for_clashing)
        self._drafts.ticked.connect(self._tick)
        self._drafts.all_ticked.connect(self._tick_all)
        self._drafts.edit_wanted.connect(self.edit_wanted)
        self._drafts.more_wanted.connect(self._show_more_drafts)
        self._faults.mended.connect(self.mended)
        self._faults.save_wanted.connect(self.save_wanted)


def _draft(choosing: Choosing, note: BundledNote, kind: Kind) -> Draft:
    from aws_flash.application.importing.drafts import draft_texts

    question, answer = draft_texts(note, kind)
    line = "" if note.line is None else tr("line {number}").format(number=f"{note.line:,}")
    about = " · ".join(one for one in (tr(kind.name), line) if one)
    return Draft(note.guid, question, answer, about, choosing.is_ticked(note))


_ON_CHANGED = "These cards get the text of the file. They keep their box and their due day."
_ON_CLASHING = (
    "You changed these cards, and so did the file. Below you choose whose text stays; progress is "
    "kept either way."
)
