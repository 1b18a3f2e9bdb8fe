"""Runs what the user did on the worker, one thing at a time, with the page held meanwhile."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING, TypeVar

from aws_flash.ui.review.page import ReviewPage
from aws_flash.ui.tasks import Tasks

if TYPE_CHECKING:
    from aws_flash.application.services import Services

T = TypeVar("T")


class Recorder:
    """What is wanted while something is being recorded is dropped: it was meant for a card gone."""

    def __init__(self, page: ReviewPage, tasks: Tasks, services: Callable[[], Services]) -> None:
        """Hold `page`; `services` is called on the worker."""
        self._page = page
        self._tasks = tasks
        self._services = services
        self._is_waiting = False

    @property
    def is_waiting(self) -> bool:
        """Whether something is being recorded."""
        return self._is_waiting

    def run(
        self,
        work: Callable[[Services], T],
        then: Callable[[T], None],
        otherwise: Callable[[Exception], None],
    ) -> None:
        """Run `work` and hand on what it returns or raises, unless something is being recorded."""
        if not self._is_waiting:
            self.run_behind(work, then, otherwise)

    def run_behind(
        self,
        work: Callable[[Services], T],
        then: Callable[[T], None],
        otherwise: Callable[[Exception], None],
    ) -> None:
        """Run `work` in any case, after what is being recorded."""
        self._is_waiting = True
        self._page.hold()

        def finished(result: T) -> None:
            self._come_back()
            then(result)

        def refused(error: Exception) -> None:
            self._come_back()
            otherwise(error)

        self._tasks.run(lambda: work(self._services()), finished, refused)

    def _come_back(self) -> None:
        self._is_waiting = False
        self._page.release()
