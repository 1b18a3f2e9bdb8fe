"""Long work that takes back is called off, and leaves all as it was."""

from __future__ import annotations

import pytest

from aws_flash.domain.imports import Import
from aws_flash.domain.monitor import Cancelled
from tests.application.importing.harbour import Harbour, Impatient, bundle, word

MANY = tuple(word(f"g{number}", f"word {number}") for number in range(1500))


class Attentive:
    """A monitor that knows how far each phase came."""

    def __init__(self) -> None:
        self.phases: list[tuple[str, int, int]] = []

    def phase(self, name: str, total: int = 0) -> None:
        self.phases.append((name, 0, total))

    def step(self, count: int = 1) -> None:
        name, done, total = self.phases.pop()
        self.phases.append((name, done + count, total))


@pytest.fixture
def done(harbour: Harbour) -> Import:
    return harbour.taken(bundle(*MANY))


@pytest.mark.parametrize("steps", [0, 1, 5])
def test_an_undo_called_off_changes_nothing_and_can_be_done_still(
    harbour: Harbour, done: Import, steps: int
) -> None:
    before, operations = harbour.everything(), harbour.world.operations
    with pytest.raises(Cancelled):
        operations.undo(Impatient(steps))
    assert harbour.everything() == before
    assert (operations.undoable, operations.redoable) == (operations.undo().step, None)
    assert done.name not in {one.name for one in harbour.importing.imports()}


def test_a_redo_called_off_changes_nothing_and_can_be_done_still(
    harbour: Harbour, done: Import
) -> None:
    full, operations = harbour.everything(), harbour.world.operations
    operations.undo()
    empty = harbour.everything()
    with pytest.raises(Cancelled):
        operations.redo(Impatient(3))
    assert harbour.everything() == empty
    operations.redo()
    assert harbour.everything() == full
    assert harbour.importing.imports() == [done]


@pytest.mark.parametrize("steps", [0, 2, 5])
def test_taking_an_import_back_can_be_called_off(
    harbour: Harbour, done: Import, steps: int
) -> None:
    before = harbour.everything()
    with pytest.raises(Cancelled):
        harbour.importing.revert(done.id, Impatient(steps))
    assert harbour.everything() == before
    assert harbour.importing.revert(done.id).value.removed == len(MANY)


def test_undo_redo_and_taking_back_tell_how_far_they_are(harbour: Harbour, done: Import) -> None:
    monitor = Attentive()
    harbour.world.operations.undo(monitor)
    harbour.world.operations.redo(monitor)
    assert harbour.importing.revert(done.id, monitor).value.removed == len(MANY)
    phases = [name for name, _, _ in monitor.phases]
    back, again = "Putting your cards back as they were", "Putting it all in place again"
    assert phases == [back, again, back]
    assert all(done == total >= 3 * len(MANY) for _, done, total in monitor.phases)


def test_a_step_is_known_by_name_before_it_is_taken_back(harbour: Harbour, done: Import) -> None:
    operations = harbour.world.operations
    step = operations.undoable
    assert step is not None
    assert step.subject == done.name
    operations.undo()
    assert (operations.undoable, operations.redoable) == (None, step)
