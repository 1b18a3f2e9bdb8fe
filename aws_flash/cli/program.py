"""What the command line needs of the program; app.py gives it."""

from __future__ import annotations

from collections.abc import Sequence
from contextlib import AbstractContextManager
from pathlib import Path
from typing import TYPE_CHECKING, Protocol

if TYPE_CHECKING:
    from aws_flash.application.edition_news import EditionNews
    from aws_flash.application.maintenance import Maintenance
    from aws_flash.application.services import Services
    from aws_flash.domain.lint.finding import Report
    from aws_flash.domain.views import Overview


class Program(Protocol):
    """The program, before anything of it is opened."""

    def default_folder(self) -> Path:
        """Return the folder of the user's own profile."""
        ...

    def run_window(self, folder: Path, files: Sequence[Path] = ()) -> int:
        """Show the window over a profile, with files to look at; return the exit code."""
        ...

    def overview(self, folder: Path) -> Overview:
        """Return the tree and Today of a profile; a new profile gets its collection and deck.

        Works beside an open window. Raises UserError.
        """
        ...

    def update_deck(self, folder: Path) -> EditionNews:
        """Bring the deck that ships up to date in a profile, and return what that brought.

        Raises CollectionLocked beside an open window, and other UserErrors.
        """
        ...

    def maintenance(self, folder: Path) -> Maintenance:
        """Return what looks after a profile."""
        ...

    def lint(self, path: Path) -> Report:
        """Return what is to be mended in the cards of a file, without a profile.

        Raises UserError.
        """
        ...

    def opened(self, folder: Path) -> AbstractContextManager[Services]:
        """Open a profile's use-cases, a new profile's too, while its lock is held.

        Raises CollectionLocked beside an open window, and other UserErrors.
        """
        ...

    def holding(self, folder: Path) -> AbstractContextManager[None]:
        """Hold the lock of a profile; raises CollectionLocked while another aws-flash has it."""
        ...
