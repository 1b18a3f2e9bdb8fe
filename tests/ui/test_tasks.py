from __future__ import annotations

import threading
from collections.abc import Iterator
from functools import partial

import pytest
from pytestqt.qtbot import QtBot

from aws_flash.ui.tasks import Tasks


@pytest.fixture
def tasks(qtbot: QtBot) -> Iterator[Tasks]:
    made = Tasks()
    yield made
    made.finish()


def test_results_come_back_in_order_on_the_interface_thread(qtbot: QtBot, tasks: Tasks) -> None:
    results: list[tuple[int, bool]] = []
    here = threading.current_thread()
    for number in range(5):
        tasks.run(
            partial(abs, number),
            lambda number: results.append((number, threading.current_thread() is here)),
        )
    qtbot.waitUntil(lambda: len(results) == 5, timeout=1000)
    assert results == [(number, True) for number in range(5)]


def test_work_is_done_off_the_interface_thread(qtbot: QtBot, tasks: Tasks) -> None:
    where: list[threading.Thread] = []
    tasks.run(threading.current_thread, where.append)
    qtbot.waitUntil(lambda: bool(where), timeout=1000)
    assert where[0] is not threading.current_thread()


def _refuse() -> None:
    raise OSError("no")


def test_an_error_nobody_takes_is_signalled_and_the_worker_goes_on(
    qtbot: QtBot, tasks: Tasks
) -> None:
    results: list[int] = []
    with qtbot.waitSignal(tasks.failed, timeout=1000) as failed:
        tasks.run(_refuse)
    tasks.run(lambda: 1, results.append)
    qtbot.waitUntil(lambda: results == [1], timeout=1000)
    assert str(failed.args[0]) == "no"


def test_an_error_goes_to_whoever_asked(qtbot: QtBot, tasks: Tasks) -> None:
    errors: list[Exception] = []
    tasks.run(_refuse, otherwise=errors.append)
    qtbot.waitUntil(lambda: len(errors) == 1, timeout=1000)
    assert isinstance(errors[0], OSError)


def test_finishing_does_what_still_waits(qtbot: QtBot) -> None:
    tasks = Tasks()
    done: list[int] = []
    for number in range(100):
        tasks.run(partial(done.append, number))
    tasks.finish()
    assert done == list(range(100))
